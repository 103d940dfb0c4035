import { logScope } from '../../shared/audit/log-scope';
import { impactScope } from '../../shared/impact/impact-report';
import { referTo } from '../../shared/schema/entity-stub';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { accessLogResolvers, auditEntities } from './audit/access-log';
import { CampaignLink } from './campaign-link';
import { CampaignEventsResolver } from './event/campaign-events.resolver';
import { CoOrganizer } from './event/co-organizer.entity';
import { Event } from './event/event.entity';
import { eventReference } from './event/event.reference';
import { EventResolver } from './event/event.resolver';
import { EventCreditsResolver } from './event/event-credits.resolver';
import { EventTag } from './event/event-tag.entity';
import { EventsImpactResolver } from './event/events-impact.resolver';
import { OrganizationEventsResolver } from './event/organization-events.resolver';
import { explanationResolvers } from './explanation/explanation';
import { Figure, figureResolvers } from './figure/figures';
import { FiguresOfCampaignResolver, FiguresOfEventResolver } from './figure/figures-under.resolver';
import { Events1 } from './migrations/1-events';
import { Sharing2 } from './migrations/2-sharing';
import { Indexes3 } from './migrations/3-indexes';
import { policy } from './policy';
import { EventQuantity } from './quantity/event-quantity.entity';
import { EventQuantitiesResolver, EventQuantityResolver } from './quantity/event-quantity.resolver';
import { seed } from './seed/seed';
import { SharingVersion, sharingReference, sharingResolvers } from './sharing/sharing';

/** Where people meet: events, who organises them, and what was counted at them. */
export const events: SubgraphDefinition = {
  name: 'events',
  resolvers: [
    EventResolver,
    EventQuantitiesResolver,
    EventCreditsResolver,
    EventQuantityResolver,
    OrganizationEventsResolver,
    CampaignEventsResolver,
    ...figureResolvers,
    ...sharingResolvers,
    FiguresOfEventResolver,
    FiguresOfCampaignResolver,
    EventsImpactResolver,
    ...accessLogResolvers,
    ...explanationResolvers,
  ],
  references: {
    Event: eventReference,
    Organization: referTo('Organization'),
    Campaign: referTo('Campaign'),
    ImpactReport: impactScope,
    OrganizationSharing: sharingReference,
    AccessLog: logScope,
  },
  policy,
  entities: [
    Event,
    EventTag,
    CoOrganizer,
    EventQuantity,
    CampaignLink,
    Figure,
    SharingVersion,
    ...auditEntities,
  ],
  migrations: [Events1, Sharing2, Indexes3],
  seed,
};
