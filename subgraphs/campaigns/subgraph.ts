import { logScope } from '../../shared/audit/log-scope';
import { impactScope } from '../../shared/impact/impact-report';
import { referTo } from '../../shared/schema/entity-stub';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { ActionCall } from './action-call/action-call.entity';
import { ActionCallPayloadResolver } from './action-call/action-call.payload';
import { ActionCallResolver, CampaignActionCallsResolver } from './action-call/action-call.resolver';
import { ActionCallCloseResolver } from './action-call/action-call-close';
import { ActionCallCreateResolver } from './action-call/action-call-create';
import { ActionCallOpenResolver } from './action-call/action-call-open';
import { ActionCallUpdateResolver } from './action-call/action-call-update';
import { ActionCallSponsorEndResolver } from './action-call-sponsor/action-call-sponsor-end';
import { ActionCallSponsorInviteResolver } from './action-call-sponsor/action-call-sponsor-invite';
import { ActionCallSponsorJoinResolver } from './action-call-sponsor/action-call-sponsor-join';
import { ActionCallSponsor, ActionCallSponsorship } from './action-call-sponsor/sponsorship.entity';
import { ActionCallSponsorshipPayloadResolver } from './action-call-sponsor/sponsorship.payload';
import {
  ActionCallSponsorshipResolver,
  ActionCallSponsorsResolver,
} from './action-call-sponsor/sponsorship.resolver';
import { Activity } from './activity/activity.entity';
import { ActivityPayloadResolver } from './activity/activity.payload';
import { ActivityResolver, CampaignActivitiesResolver } from './activity/activity.resolver';
import { ActivityArchiveResolver } from './activity/activity-archive';
import { ActivityCreateResolver } from './activity/activity-create';
import { ActivityUpdateResolver } from './activity/activity-update';
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
import { BillUpdateResolver } from './bill/bill-update';
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
import { CampaignPayloadResolver } from './campaign/campaign.payload';
import { campaignReference } from './campaign/campaign.reference';
import { CampaignResolver } from './campaign/campaign.resolver';
import { CampaignActivateResolver } from './campaign/campaign-activate';
import { CampaignCancelResolver } from './campaign/campaign-cancel';
import { CampaignCompleteResolver } from './campaign/campaign-complete';
import { CampaignCreateResolver } from './campaign/campaign-create';
import { CampaignCredit } from './campaign/campaign-credit.entity';
import { CampaignCreditsResolver } from './campaign/campaign-credits.resolver';
import { CampaignPauseResolver } from './campaign/campaign-pause';
import { CampaignPlanResolver } from './campaign/campaign-plan';
import { CampaignTag } from './campaign/campaign-tag.entity';
import { CampaignTermsResolver } from './campaign/campaign-terms.resolver';
import { CampaignUpdateResolver } from './campaign/campaign-update';
import { CampaignLink } from './campaign-link';
import { CampaignCountResolver } from './count/campaign-count.resolver';
import { explanationResolvers } from './explanation/explanation';
import { CampaignFiguresResolver } from './figure/campaign-figures.resolver';
import { Figure, figureResolvers } from './figure/figures';
import { FollowResolver } from './follow/follow';
import { Follow } from './follow/follow.entity';
import { FollowPayloadResolver } from './follow/follow.payload';
import { FollowsResolver } from './follow/follow.resolver';
import { FollowAcknowledgeResolver } from './follow/follow-acknowledge';
import { FollowedChangesResolver } from './follow/followed-changes.resolver';
import { UnfollowResolver } from './follow/unfollow';
import { CampaignsImpactResolver } from './impact/campaigns-impact.resolver';
import { CampaignsBehindResolver } from './indicator/campaigns-behind.resolver';
import { Indicator, IndicatorLink } from './indicator/indicator.entity';
import { IndicatorPayloadResolver } from './indicator/indicator.payload';
import {
  CampaignIndicatorsResolver,
  IndicatorResolver,
  ResultIndicatorsResolver,
} from './indicator/indicator.resolver';
import { IndicatorActualCorrectResolver } from './indicator/indicator-actual-correct';
import { IndicatorActualReportResolver } from './indicator/indicator-actual-report';
import { IndicatorArchiveResolver } from './indicator/indicator-archive';
import { IndicatorBaselineSetResolver } from './indicator/indicator-baseline-set';
import { IndicatorCorrection } from './indicator/indicator-correction.entity';
import { IndicatorCreateResolver } from './indicator/indicator-create';
import { IndicatorFigureResolver, IndicatorPartResolver } from './indicator/indicator-figure.type';
import { IndicatorPeriod } from './indicator/indicator-period.entity';
import { IndicatorPeriodResolver } from './indicator/indicator-period.resolver';
import { IndicatorPeriodAddResolver } from './indicator/indicator-period-add';
import { IndicatorPeriodRemoveResolver } from './indicator/indicator-period-remove';
import { IndicatorPeriodUpdateResolver } from './indicator/indicator-period-update';
import { IndicatorTargetSetResolver } from './indicator/indicator-target-set';
import { IndicatorUpdateResolver } from './indicator/indicator-update';
import { IndicatorProgressResolver } from './indicator/progress.type';
import { IndicatorRollUpResolver } from './indicator/roll-up';
import { InstrumentResolver } from './instrument/instrument.type';
import { CampaignInternal } from './internal/campaign-internal.entity';
import { CampaignInternalResolver } from './internal/campaign-internal.resolver';
import { CampaignInternalSetResolver } from './internal/campaign-internal-set';
import { Jurisdiction } from './jurisdiction/jurisdiction.entity';
import { JurisdictionResolver } from './jurisdiction/jurisdiction.resolver';
import { LegislativeSession } from './legislative-session/legislative-session.entity';
import {
  BillSessionResolver,
  JurisdictionSessionsResolver,
} from './legislative-session/legislative-session.resolver';
import { LegislativeSessionSetResolver } from './legislative-session/legislative-session-set';
import { Legislator } from './legislator/legislator.entity';
import { LegislatorResolver } from './legislator/legislator.resolver';
import { MediaItem } from './media/media-item.entity';
import { MediaItemPayloadResolver } from './media/media-item.payload';
import { MediaItemResolver } from './media/media-item.resolver';
import { MediaItemArchiveResolver } from './media/media-item-archive';
import { MediaItemCreateResolver } from './media/media-item-create';
import { MediaItemUpdateResolver } from './media/media-item-update';
import { Campaigns1 } from './migrations/1-campaigns';
import { Internal2 } from './migrations/2-internal';
import { Sharing3 } from './migrations/3-sharing';
import { Writing4 } from './migrations/4-writing';
import { Partnership5 } from './migrations/5-partnership';
import { Tasks6 } from './migrations/6-tasks';
import { Activities7 } from './migrations/7-activities';
import { Indexes8 } from './migrations/8-indexes';
import { Bills20 } from './migrations/20-bills';
import { BillPositions21 } from './migrations/21-bill-positions';
import { Testimony22 } from './migrations/22-testimony';
import { Frameworks30 } from './migrations/30-frameworks';
import { FrozenResults31 } from './migrations/31-frozen-results';
import { ActionCalls40 } from './migrations/40-action-calls';
import { ActionCallSponsors41 } from './migrations/41-action-call-sponsors';
import { Signatures42 } from './migrations/42-signatures';
import { SignatureCounts43 } from './migrations/43-signature-counts';
import { Follow50 } from './migrations/50-follow';
import { Outreach51 } from './migrations/51-outreach';
import { Records52 } from './migrations/52-records';
import { TaskLevel53 } from './migrations/53-task-level';
import { BillVersions54 } from './migrations/54-bill-versions';
import { OrganizationCampaignsResolver } from './organization/organization-campaigns.resolver';
import { OutreachContactPayloadResolver } from './outreach/outreach.payload';
import { OutreachContactResolver } from './outreach/outreach.resolver';
import { OutreachContact } from './outreach/outreach-contact.entity';
import { OutreachContactArchiveResolver } from './outreach/outreach-contact-archive';
import { OutreachContactCreateResolver } from './outreach/outreach-contact-create';
import { OutreachContactUpdateResolver } from './outreach/outreach-contact-update';
import { OversightReport } from './oversight/oversight-report.entity';
import { OversightReportPayloadResolver } from './oversight/oversight-report.payload';
import { OversightReportResolver } from './oversight/oversight-report.resolver';
import { OversightReportArchiveResolver } from './oversight/oversight-report-archive';
import { OversightReportCreateResolver } from './oversight/oversight-report-create';
import { OversightReportUpdateResolver } from './oversight/oversight-report-update';
import { CampaignPartnerDeclineResolver } from './partnership/campaign-partner-decline';
import { CampaignPartnerInviteResolver } from './partnership/campaign-partner-invite';
import { CampaignPartnerJoinResolver } from './partnership/campaign-partner-join';
import { CampaignPartnerLeaveResolver } from './partnership/campaign-partner-leave';
import { CampaignPartnerRemoveResolver } from './partnership/campaign-partner-remove';
import { CampaignPartnership } from './partnership/partnership.entity';
import { CampaignPartnershipPayloadResolver } from './partnership/partnership.payload';
import {
  CampaignPartnershipResolver,
  CampaignPartnershipsResolver,
} from './partnership/partnership.resolver';
import { UnansweredInvitationsResolver } from './partnership/unanswered-invitations.resolver';
import { policy } from './policy';
import { Publication } from './publication/publication.entity';
import { PublicationPayloadResolver } from './publication/publication.payload';
import { PublicationResolver } from './publication/publication.resolver';
import { PublicationArchiveResolver } from './publication/publication-archive';
import { PublicationCreateResolver } from './publication/publication-create';
import { PublicationUpdateResolver } from './publication/publication-update';
import { recordLinks } from './record/record-links';
import { Result } from './result/result.entity';
import { ResultPayloadResolver } from './result/result.payload';
import { CampaignResultsResolver, ResultResolver } from './result/result.resolver';
import { ResultArchiveResolver } from './result/result-archive';
import { ResultCreateResolver } from './result/result-create';
import { ResultUpdateResolver } from './result/result-update';
import {
  LegislatorScorecardResolver,
  ScorecardResolver,
  ScoredVoteResolver,
} from './scorecard/scorecard.resolver';
import { SdgTargetResolver } from './sdg-target/sdg-target.type';
import { seed } from './seed/seed';
import { SharingVersion, sharingReference, sharingResolvers } from './sharing/sharing';
import { ActionCallSignResolver } from './signature/action-call-sign';
import { Signature, Signing } from './signature/signature.entity';
import { ActionCallSignaturesResolver, SignatureResolver } from './signature/signature.resolver';
import { SignatureConfirmResolver } from './signature/signature-confirm';
import {
  ActionCallCountsResolver,
  OrganizationSignatureCountResolver,
  SignatureCountsResolver,
} from './signature/signature-counts';
import { SignatureUpdateResolver } from './signature/signature-update';
import { SignatureWithdrawResolver } from './signature/signature-withdraw';
import { SigningPayloadResolver, SigningResolver } from './signature/signing.resolver';
import { CampaignTaskCreateResolver } from './task/campaign-task-create';
import { CampaignTaskMoveResolver } from './task/campaign-task-move';
import { CampaignTaskUpdateResolver } from './task/campaign-task-update';
import { TasksDueThisWeekResolver } from './task/due-this-week.resolver';
import { CampaignTask } from './task/task.entity';
import { CampaignTaskPayloadResolver } from './task/task.payload';
import { CampaignTaskResolver, CampaignTasksResolver } from './task/task.resolver';
import { CampaignTaskProgressResolver, OrganizationTaskProgressResolver } from './task/task-progress';
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
    CampaignPayloadResolver,
    CampaignCreateResolver,
    CampaignUpdateResolver,
    CampaignPlanResolver,
    CampaignActivateResolver,
    CampaignPauseResolver,
    CampaignCompleteResolver,
    CampaignCancelResolver,
    CampaignInternalResolver,
    CampaignInternalSetResolver,
    CampaignPartnershipResolver,
    CampaignPartnershipsResolver,
    UnansweredInvitationsResolver,
    CampaignPartnershipPayloadResolver,
    CampaignPartnerInviteResolver,
    CampaignPartnerJoinResolver,
    CampaignPartnerDeclineResolver,
    CampaignPartnerLeaveResolver,
    CampaignPartnerRemoveResolver,
    CampaignTaskResolver,
    CampaignTasksResolver,
    TasksDueThisWeekResolver,
    CampaignTaskProgressResolver,
    OrganizationTaskProgressResolver,
    CampaignTaskPayloadResolver,
    CampaignTaskCreateResolver,
    CampaignTaskUpdateResolver,
    CampaignTaskMoveResolver,
    CampaignActivitiesResolver,
    ActivityResolver,
    ActivityPayloadResolver,
    ActivityCreateResolver,
    ActivityUpdateResolver,
    ActivityArchiveResolver,
    CampaignResultsResolver,
    ResultResolver,
    ResultPayloadResolver,
    ResultCreateResolver,
    ResultUpdateResolver,
    ResultArchiveResolver,
    CampaignIndicatorsResolver,
    ResultIndicatorsResolver,
    IndicatorResolver,
    IndicatorPeriodResolver,
    IndicatorFigureResolver,
    IndicatorPartResolver,
    IndicatorProgressResolver,
    IndicatorRollUpResolver,
    CampaignsBehindResolver,
    IndicatorPayloadResolver,
    IndicatorCreateResolver,
    IndicatorUpdateResolver,
    IndicatorArchiveResolver,
    IndicatorBaselineSetResolver,
    IndicatorPeriodAddResolver,
    IndicatorPeriodUpdateResolver,
    IndicatorPeriodRemoveResolver,
    IndicatorTargetSetResolver,
    IndicatorActualReportResolver,
    IndicatorActualCorrectResolver,
    ActionCallResolver,
    CampaignActionCallsResolver,
    ActionCallPayloadResolver,
    ActionCallCreateResolver,
    ActionCallUpdateResolver,
    ActionCallOpenResolver,
    ActionCallCloseResolver,
    ActionCallSponsorshipResolver,
    ActionCallSponsorsResolver,
    ActionCallSponsorshipPayloadResolver,
    ActionCallSponsorInviteResolver,
    ActionCallSponsorJoinResolver,
    ActionCallSponsorEndResolver,
    ActionCallSignaturesResolver,
    ActionCallCountsResolver,
    SignatureCountsResolver,
    OrganizationSignatureCountResolver,
    ActionCallSignResolver,
    SignatureResolver,
    SigningResolver,
    SigningPayloadResolver,
    SignatureConfirmResolver,
    SignatureUpdateResolver,
    SignatureWithdrawResolver,
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
    BillUpdateResolver,
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
    JurisdictionSessionsResolver,
    BillSessionResolver,
    LegislativeSessionSetResolver,
    LegislatorResolver,
    VoteEventResolver,
    VoteCountResolver,
    VoteResolver,
    FollowsResolver,
    FollowPayloadResolver,
    FollowResolver,
    UnfollowResolver,
    FollowedChangesResolver,
    FollowAcknowledgeResolver,
    OutreachContactResolver,
    OutreachContactPayloadResolver,
    OutreachContactCreateResolver,
    OutreachContactUpdateResolver,
    OutreachContactArchiveResolver,
    MediaItemResolver,
    MediaItemPayloadResolver,
    MediaItemCreateResolver,
    MediaItemUpdateResolver,
    MediaItemArchiveResolver,
    PublicationResolver,
    PublicationPayloadResolver,
    PublicationCreateResolver,
    PublicationUpdateResolver,
    PublicationArchiveResolver,
    OversightReportResolver,
    OversightReportPayloadResolver,
    OversightReportCreateResolver,
    OversightReportUpdateResolver,
    OversightReportArchiveResolver,
    ...[MediaItem, Publication, OversightReport].map(recordLinks),
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
  contactKeys: true,
  entities: [
    Campaign,
    CampaignInternal,
    CampaignPartnership,
    CampaignTask,
    CampaignTag,
    CampaignCredit,
    Activity,
    Result,
    Indicator,
    IndicatorPeriod,
    IndicatorLink,
    IndicatorCorrection,
    ActionCall,
    ActionCallSponsorship,
    ActionCallSponsor,
    Signing,
    Signature,
    CampaignLink,
    Jurisdiction,
    LegislativeSession,
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
    Follow,
    OutreachContact,
    MediaItem,
    Publication,
    OversightReport,
    Figure,
    SharingVersion,
    ...auditEntities,
  ],
  migrations: [
    Campaigns1,
    Internal2,
    Sharing3,
    Writing4,
    Partnership5,
    Tasks6,
    Activities7,
    Indexes8,
    Bills20,
    BillPositions21,
    Testimony22,
    Frameworks30,
    FrozenResults31,
    ActionCalls40,
    ActionCallSponsors41,
    Signatures42,
    SignatureCounts43,
    Follow50,
    Outreach51,
    Records52,
    TaskLevel53,
    BillVersions54,
  ],
  seed,
};
