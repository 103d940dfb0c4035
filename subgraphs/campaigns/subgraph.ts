import { logScope } from '../../shared/audit/log-scope';
import { impactScope } from '../../shared/impact/impact-report';
import { referTo } from '../../shared/schema/entity-stub';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { actionCallModule } from './action-call/action-call-module';
import { activityModule } from './activity/activity-module';
import { accessLogResolvers, auditEntities } from './audit/access-log';
import { billModule } from './bill/bill-module';
import { billPositionModule } from './bill-position/bill-position-module';
import { campaignReference } from './campaign/campaign.reference';
import { campaignModule } from './campaign/campaign-module';
import { CampaignLink } from './campaign-link';
import { explanationResolvers } from './explanation/explanation';
import { CampaignFiguresResolver } from './figure/campaign-figures.resolver';
import { Figure, figureResolvers } from './figure/figures';
import { followModule } from './follow/follow-module';
import { CampaignsImpactResolver } from './impact/campaigns-impact.resolver';
import { migrations } from './migrations/migrations';
import { outreachModule } from './outreach/outreach-module';
import { partnershipModule } from './partnership/partnership-module';
import { policy } from './policy';
import { recordsModule } from './record/records-module';
import { frameworkModule } from './result/framework-module';
import { seed } from './seed/seed';
import { SharingVersion, sharingReference, sharingResolvers } from './sharing/sharing';
import { signatureModule } from './signature/signature-module';
import { taskModule } from './task/task-module';
import { testimonyModule } from './testimony/testimony-module';

const modules = [
  campaignModule,
  partnershipModule,
  activityModule,
  taskModule,
  frameworkModule,
  actionCallModule,
  signatureModule,
  billModule,
  billPositionModule,
  testimonyModule,
  followModule,
  outreachModule,
  recordsModule,
];

/** What the coalition fights for and runs: campaigns and programmes, what they do and what comes of it. */
export const campaigns: SubgraphDefinition = {
  name: 'campaigns',
  resolvers: [
    CampaignFiguresResolver,
    ...figureResolvers,
    ...sharingResolvers,
    CampaignsImpactResolver,
    ...accessLogResolvers,
    ...explanationResolvers,
    ...modules.flatMap(({ resolvers }) => resolvers),
  ],
  references: {
    Campaign: campaignReference,
    Organization: referTo('Organization'),
    ImpactReport: impactScope,
    OrganizationSharing: sharingReference,
    AccessLog: logScope,
  },
  policy,
  contactKeys: true,
  erase: 'campaigns.erase_old_contacts()',
  entities: [
    CampaignLink,
    Figure,
    SharingVersion,
    ...auditEntities,
    ...modules.flatMap(({ entities }) => entities),
  ],
  migrations,
  seed,
};
