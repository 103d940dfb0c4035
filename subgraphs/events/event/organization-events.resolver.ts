import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../stubs';
import type { Event } from './event.entity';
import { EventListArguments } from './event.inputs';
import { eventListUnder } from './event.repository';
import { EventConnection } from './event.resolver';
import { coOrganizedBy } from './event-conditions';

/** The three lists are apart so that summing `events` over organisations counts a co-hosted event once. */
@Resolver(() => Organization)
export class OrganizationEventsResolver {
  @FieldResolver(() => EventConnection, {
    nullable: true,
    description: 'The events it organises. Each event has one organiser, so these can be added up.',
  })
  events(
    @Root() { ref }: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => EventListArguments) list: EventListArguments,
  ): Promise<Connection<Event>> {
    const events = eventListUnder(context, list, sql`t.organization_id = parent.id`);
    return connectionUnder(context, events, ref, list);
  }

  @FieldResolver(() => EventConnection, {
    nullable: true,
    description: 'Events of other organisations that it helps to organise; they count for their organiser.',
  })
  coOrganizedEvents(
    @Root() { ref }: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => EventListArguments) list: EventListArguments,
  ): Promise<Connection<Event>> {
    const events = eventListUnder(context, list, coOrganizedBy(sql`parent.id`));
    return connectionUnder(context, events, ref, list);
  }

  @FieldResolver(() => EventConnection, {
    nullable: true,
    description: 'Events that take place at its premises, whoever organises them.',
  })
  hostedEvents(
    @Root() { ref }: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => EventListArguments) list: EventListArguments,
  ): Promise<Connection<Event>> {
    const events = eventListUnder(context, list, sql`t.venue_id = parent.id`);
    return connectionUnder(context, events, ref, list);
  }
}
