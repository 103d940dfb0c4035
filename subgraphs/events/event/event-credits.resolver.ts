import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { OrganizationCredit } from '../stubs';
import { CoOrganizer } from './co-organizer.entity';
import { Event } from './event.entity';
import { EventOccurrence } from './event-state';

@Resolver(() => Event)
export class EventCreditsResolver {
  @FieldResolver(() => [OrganizationCredit], {
    nullable: 'itemsAndList',
    description:
      'Whom an event that was held credits, its organiser first: by name, also those that have left the coalition since. Empty before it was held.',
  })
  async credits(
    @Root() { id, organizationId, occurrence }: Event,
    @Ctx() context: SubgraphContext,
  ): Promise<(EntityReference | null)[]> {
    if (occurrence !== EventOccurrence.HELD) return [];
    const others = await loadChildren(context, CoOrganizer, id);
    return [organizationId, ...others.map(({ coOrganizerId }) => coOrganizerId)].map(pointTo);
  }
}
