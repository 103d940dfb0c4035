import { impactScope } from '../../shared/impact/impact-report';
import { isId } from '../../shared/schema/type-id';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { CampaignEventsResolver } from './event/campaign-events.resolver';
import { CoOrganizer } from './event/co-organizer.entity';
import { Event } from './event/event.entity';
import { eventReference } from './event/event.reference';
import { EventResolver } from './event/event.resolver';
import { EventTag } from './event/event-tag.entity';
import { EventsImpactResolver } from './event/events-impact.resolver';
import { OrganizationEventsResolver } from './event/organization-events.resolver';
import { Figure, figureResolvers } from './figure/figures';
import { FiguresOfCampaignResolver, FiguresOfEventResolver } from './figure/figures-under.resolver';
import { Events1 } from './migrations/1-events';
import { policy } from './policy';
import { EventQuantity } from './quantity/event-quantity.entity';
import { EventQuantitiesResolver, EventQuantityResolver } from './quantity/event-quantity.resolver';
import { seed } from './seed/seed';

/** Where people meet: events, who organises them, and what was counted at them. */
export const events: SubgraphDefinition = {
  name: 'events',
  resolvers: [
    EventResolver,
    EventQuantitiesResolver,
    EventQuantityResolver,
    OrganizationEventsResolver,
    CampaignEventsResolver,
    ...figureResolvers,
    FiguresOfEventResolver,
    FiguresOfCampaignResolver,
    EventsImpactResolver,
  ],
  references: {
    Event: eventReference,
    Organization: (ref) => (isId('Organization', ref) ? { ref } : null),
    Campaign: (ref) => (isId('Campaign', ref) ? { ref } : null),
    ImpactReport: impactScope,
  },
  policy,
  entities: [Event, EventTag, CoOrganizer, EventQuantity, Figure],
  migrations: [Events1],
  seed,
};
