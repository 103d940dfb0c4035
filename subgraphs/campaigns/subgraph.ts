import { logScope } from '../../shared/audit/log-scope';
import { impactScope } from '../../shared/impact/impact-report';
import { referTo } from '../../shared/schema/entity-stub';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { Activity } from './activity/activity.entity';
import { ActivityResolver, CampaignActivitiesResolver, ResultResolver } from './activity/activity.resolver';
import { Result } from './activity/result.entity';
import { accessLogResolvers, auditEntities } from './audit/access-log';
import { Bill, BillTag } from './bill/bill.entity';
import { BillPayloadResolver } from './bill/bill.payload';
import { BillResolver } from './bill/bill.resolver';
import { BillAddResolver } from './bill/bill-add';
import {
  BillActionResolver,
  BillRelationResolver,
  BillSponsorshipResolver,
} from './bill/bill-parts.resolver';
import { BillAction, BillRelation } from './bill/bill-parts.type';
import { BillsAheadResolver } from './bill/bills-ahead.resolver';
import { BillPosition } from './bill-position/bill-position.entity';
import {
  BillPositionCountResolver,
  BillPositionResolver,
  BillPositionsResolver,
  OrganizationPositionsResolver,
} from './bill-position/bill-position.resolver';
import { BillPositionTakeResolver } from './bill-position/bill-position-take';
import { BillsImportResolver } from './bills-import/bills-import';
import { Campaign } from './campaign/campaign.entity';
import { campaignReference } from './campaign/campaign.reference';
import { CampaignResolver } from './campaign/campaign.resolver';
import { CampaignCredit } from './campaign/campaign-credit.entity';
import { CampaignCreditsResolver } from './campaign/campaign-credits.resolver';
import { CampaignTag } from './campaign/campaign-tag.entity';
import { CampaignTermsResolver } from './campaign/campaign-terms.resolver';
import { CampaignLink } from './campaign-link';
import { CampaignCountResolver } from './count/campaign-count.resolver';
import { explanationResolvers } from './explanation/explanation';
import { CampaignFiguresResolver } from './figure/campaign-figures.resolver';
import { Figure, figureResolvers } from './figure/figures';
import { CampaignsImpactResolver } from './impact/campaigns-impact.resolver';
import { InstrumentResolver } from './instrument/instrument.type';
import { CampaignInternal } from './internal/campaign-internal.entity';
import { CampaignInternalResolver } from './internal/campaign-internal.resolver';
import { CampaignInternalSetResolver } from './internal/campaign-internal-set';
import { Jurisdiction } from './jurisdiction/jurisdiction.entity';
import { JurisdictionResolver } from './jurisdiction/jurisdiction.resolver';
import { Legislator } from './legislator/legislator.entity';
import { LegislatorResolver } from './legislator/legislator.resolver';
import { Campaigns1 } from './migrations/1-campaigns';
import { Internal2 } from './migrations/2-internal';
import { Sharing3 } from './migrations/3-sharing';
import { Indexes4 } from './migrations/4-indexes';
import { Bills20 } from './migrations/20-bills';
import { BillPositions21 } from './migrations/21-bill-positions';
import { Testimony22 } from './migrations/22-testimony';
import { OrganizationCampaignsResolver } from './organization/organization-campaigns.resolver';
import { policy } from './policy';
import {
  LegislatorScorecardResolver,
  ScorecardResolver,
  ScoredVoteResolver,
} from './scorecard/scorecard.resolver';
import { SdgTargetResolver } from './sdg-target/sdg-target.type';
import { seed } from './seed/seed';
import { SharingVersion, sharingReference, sharingResolvers } from './sharing/sharing';
import { Testimony, TestimonyBill } from './testimony/testimony.entity';
import { TestimonyPayloadResolver } from './testimony/testimony.payload';
import { BillTestimoniesResolver, TestimonyResolver } from './testimony/testimony.resolver';
import { TestimonyApproveResolver } from './testimony/testimony-approve';
import { TestimonyCreateResolver } from './testimony/testimony-create';
import { TestimonyDeliverResolver } from './testimony/testimony-deliver';
import { TestimonyShareResolver } from './testimony/testimony-share';
import { TestimonyUpdateResolver } from './testimony/testimony-update';
import { Vote, VoteEvent } from './vote-event/vote-event.entity';
import { VoteCountResolver, VoteEventResolver, VoteResolver } from './vote-event/vote-event.resolver';

/** What the coalition fights for and runs: campaigns and programmes, what they do and what comes of it. */
export const campaigns: SubgraphDefinition = {
  name: 'campaigns',
  resolvers: [
    CampaignResolver,
    CampaignTermsResolver,
    CampaignCreditsResolver,
    CampaignInternalResolver,
    CampaignInternalSetResolver,
    CampaignActivitiesResolver,
    ActivityResolver,
    ResultResolver,
    CampaignCountResolver,
    SdgTargetResolver,
    InstrumentResolver,
    OrganizationCampaignsResolver,
    BillResolver,
    BillActionResolver,
    BillRelationResolver,
    BillSponsorshipResolver,
    BillPayloadResolver,
    BillAddResolver,
    BillsImportResolver,
    BillPositionsResolver,
    BillPositionResolver,
    BillPositionCountResolver,
    BillPositionTakeResolver,
    OrganizationPositionsResolver,
    BillsAheadResolver,
    TestimonyResolver,
    BillTestimoniesResolver,
    TestimonyPayloadResolver,
    TestimonyCreateResolver,
    TestimonyUpdateResolver,
    TestimonyApproveResolver,
    TestimonyDeliverResolver,
    TestimonyShareResolver,
    LegislatorScorecardResolver,
    ScorecardResolver,
    ScoredVoteResolver,
    JurisdictionResolver,
    LegislatorResolver,
    VoteEventResolver,
    VoteCountResolver,
    VoteResolver,
    CampaignFiguresResolver,
    ...figureResolvers,
    ...sharingResolvers,
    CampaignsImpactResolver,
    ...accessLogResolvers,
    ...explanationResolvers,
  ],
  references: {
    Campaign: campaignReference,
    Organization: referTo('Organization'),
    ImpactReport: impactScope,
    OrganizationSharing: sharingReference,
    AccessLog: logScope,
  },
  policy,
  entities: [
    Campaign,
    CampaignInternal,
    CampaignTag,
    CampaignCredit,
    Activity,
    Result,
    CampaignLink,
    Jurisdiction,
    Legislator,
    Bill,
    BillTag,
    BillAction,
    BillRelation,
    VoteEvent,
    Vote,
    BillPosition,
    Testimony,
    TestimonyBill,
    Figure,
    SharingVersion,
    ...auditEntities,
  ],
  migrations: [Campaigns1, Internal2, Sharing3, Indexes4, Bills20, BillPositions21, Testimony22],
  seed,
};
