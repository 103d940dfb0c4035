import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { linkedToCampaign } from '../../../shared/campaign-link/campaign-link';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../stubs';
import type { Event } from './event.entity';
import { EventListArguments } from './event.inputs';
import { eventListUnder } from './event.repository';
import { EventConnection } from './event.resolver';

@Resolver(() => Campaign)
export class CampaignEventsResolver {
  @FieldResolver(() => EventConnection, { nullable: true, description: 'The events that belong to it.' })
  events(
    @Root() { ref }: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => EventListArguments) list: EventListArguments,
  ): Promise<Connection<Event>> {
    const events = eventListUnder(context, list, linkedToCampaign('events', sql`parent.id`));
    return connectionUnder(context, events, ref, list);
  }
}
