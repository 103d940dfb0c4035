import { logScope } from '../../shared/audit/log-scope';
import { impactScope } from '../../shared/impact/impact-report';
import { referTo } from '../../shared/schema/entity-stub';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { areaResolvers } from './area/areas';
import { OrganizationAreasResolver } from './area/organization-areas.resolver';
import { ServicesImpactResolver } from './area/services-impact.resolver';
import { accessLogResolvers, auditEntities } from './audit/access-log';
import { CampaignLink } from './campaign-link';
import { explanationResolvers } from './explanation/explanation';
import { Figure, figureResolvers } from './figure/figures';
import { Services1 } from './migrations/1-services';
import { Stories2 } from './migrations/2-stories';
import { Sharing3 } from './migrations/3-sharing';
import { Indexes4 } from './migrations/4-indexes';
import { policy } from './policy';
import { seed } from './seed/seed';
import { CampaignServicesResolver } from './service/campaign-services.resolver';
import { OrganizationServicesResolver } from './service/organization-services.resolver';
import { Service, ServiceFigure, ServiceTag } from './service/service.entity';
import { serviceReference } from './service/service.reference';
import { ServiceResolver } from './service/service.resolver';
import { SharingVersion, sharingReference, sharingResolvers } from './sharing/sharing';
import { StoryProfile, StoryProfileSource, StoryProfileTag } from './story/story-profile.entity';
import { storyProfileReference } from './story/story-profile.reference';
import { OrganizationStoriesResolver, StoryProfileResolver } from './story/story-profile.resolver';

/** What organisations do for people: the service directory, language access, assistance, assisted return, stories. */
export const legal: SubgraphDefinition = {
  name: 'legal',
  resolvers: [
    ServiceResolver,
    OrganizationServicesResolver,
    CampaignServicesResolver,
    ...areaResolvers,
    OrganizationAreasResolver,
    StoryProfileResolver,
    OrganizationStoriesResolver,
    ...figureResolvers,
    ...sharingResolvers,
    ServicesImpactResolver,
    ...accessLogResolvers,
    ...explanationResolvers,
  ],
  references: {
    Service: serviceReference,
    StoryProfile: storyProfileReference,
    Organization: referTo('Organization'),
    Campaign: referTo('Campaign'),
    ImpactReport: impactScope,
    OrganizationSharing: sharingReference,
    AccessLog: logScope,
  },
  policy,
  entities: [
    Service,
    ServiceTag,
    ServiceFigure,
    StoryProfile,
    StoryProfileTag,
    StoryProfileSource,
    CampaignLink,
    Figure,
    SharingVersion,
    ...auditEntities,
  ],
  migrations: [Services1, Stories2, Sharing3, Indexes4],
  seed,
};
