import { accessLogFields } from '../../shared/audit/audit-fields';
import { auditGroups, auditTables } from '../../shared/audit/audit-policy';
import { campaignSummary } from '../../shared/campaign-link/campaign-policy';
import { explanationFields } from '../../shared/explanation/explanation-fields';
import { figureFields, reportFigure } from '../../shared/figure/figure-policy';
import type { GuardedTable, Policy } from '../../shared/permission/policy';
import { connectionFields, mutationTypeFields, valueTypeFields } from '../../shared/permission/value-types';
import {
  ownLevel,
  sharingFields,
  sharingGroups,
  sharingMutations,
  sharingTables,
} from '../../shared/sharing/sharing-policy';
import { actionCallPolicy } from './action-call/action-call-policy';
import { sponsorshipPolicy } from './action-call-sponsor/sponsorship-policy';
import { billPolicy } from './bill/bill-policy';
import { billPositionPolicy } from './bill-position/bill-position-policy';
import { followPolicy } from './follow/follow-policy';
import { outreachPolicy } from './outreach/outreach-policy';
import { joinedCampaign, partnershipPolicy } from './partnership/partnership-policy';
import { recordsPolicy } from './record/records-policy';
import { frameworkPolicy } from './result/framework-policy';
import { signaturePolicy } from './signature/signature-policy';
import { taskPolicy } from './task/task-policy';
import { testimonyPolicy } from './testimony/testimony-policy';

/** What people may change of a campaign; where it was imported from stays. */
const campaignColumns = [
  ...ownLevel.updates,
  ...['kind', 'title', 'subtitle', 'acronym', 'objective', 'objective_sources', 'status', 'country'],
  ...['period_label', 'period_start', 'period_end', 'version'],
];

const aboutActivity = ['kind', 'description', 'planned', 'done', 'progress_unit', 'assignee_id', 'due_on'];
const activityColumns = {
  inserts: ['organization_id', 'sharing_level', 'subject_id', 'id', 'position', 'sources', ...aboutActivity],
  updates: [...aboutActivity, 'archived_at', 'version'],
};

const partOfCampaign: GuardedTable = {
  group: 'campaign.summary',
  writes: { insert: 'cu', delete: 'u' },
  unlogged: 'parts of a campaign that is logged itself',
};

/** Who may read what in the campaigns subgraph. */
export const policy: Policy = {
  groups: {
    'campaign.internal': {
      ceiling: 'COALITION',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcuds/r@C r@Y',
        CASEWORKER: '-/-',
        CAMPAIGNER: 'rcud/r@C r@Y',
        VIEWER: 'r/r@Y',
        COALITION_STAFF: 'rcud/r@C r@Y',
        TOOL: '-/-',
        PUBLIC: '-/-',
      },
      audited: true,
    },
    'campaign.summary': campaignSummary,
    'report.figure': reportFigure,
    ...billPolicy.groups,
    ...billPositionPolicy.groups,
    ...partnershipPolicy.groups,
    ...taskPolicy.groups,
    ...signaturePolicy.groups,
    ...followPolicy.groups,
    ...outreachPolicy.groups,
    ...sharingGroups,
    ...auditGroups,
  },
  fields: {
    Query: {
      'campaign.summary': [
        ...['campaigns', 'campaign', 'campaignCounts', 'campaignsBehindTarget', 'indicator'],
        ...['actionCalls', 'actionCall', ...recordsPolicy.queries],
      ],
      'bill.record': ['bills', 'bill', 'jurisdictions', 'legislators', 'legislator'],
      'bill.position': ['billsAwaitingPosition'],
      'report.figure': ['campaignFigures', 'impactReport'],
      'audit.org': ['accessLog'],
      'audit.head': ['campaignsAuditHeads'],
      open: ['campaignsAccess'],
      'campaign.supporters': ['signing'],
      'campaign.partner': [
        'campaignPartnerships',
        'campaignPartnership',
        'campaignInvitationsUnanswered',
        'actionCallSponsorships',
      ],
      follow: ['follows', 'followedChanges'],
      'outreach.log': ['outreachContacts', 'outreachContact'],
      'campaign.task': ['campaignTasks', 'campaignTask', 'campaignTasksDueThisWeek'],
    },
    Campaign: {
      'campaign.summary': [
        'id',
        'ref',
        'slug',
        'kind',
        'title',
        'subtitle',
        'acronym',
        'objective',
        'objectiveSources',
        'status',
        'organization',
        'parent',
        'children',
        'activities',
        'actionCalls',
        'results',
        'indicators',
        'periodsBehindTarget',
        'columnReading',
        'sdgTargets',
        'themes',
        'governmentLevels',
        'collaborationKinds',
        'audiences',
        'places',
        'country',
        'partners',
        'funders',
        'credits',
        'instruments',
        'period',
        'sources',
        'note',
        'version',
      ],
      'campaign.internal': ['internal'],
      'report.figure': ['campaignFigures'],
      'campaign.partner': ['partnerships'],
      'campaign.task': ['tasks', 'taskProgress'],
      'outreach.log:n': ['outreachCounts'],
    },
    CampaignInternal: { 'campaign.internal': ['strategy', 'budgetNotes', 'sharingLevel'] },
    Mutation: {
      ...sharingMutations('campaigns'),
      ...partnershipPolicy.mutations,
      ...taskPolicy.mutations,
      ...followPolicy.mutations,
      ...outreachPolicy.mutations,
      ...signaturePolicy.mutations,
      'campaign.internal:u': ['campaignInternalSet'],
      ...billPolicy.mutations,
      ...billPositionPolicy.mutations,
      'campaign.summary:c': [
        'campaignCreate',
        'activityCreate',
        'actionCallCreate',
        ...frameworkPolicy.mutations.c,
        ...recordsPolicy.creates,
      ],
      'campaign.summary:d': ['activityArchive', ...frameworkPolicy.mutations.d, ...recordsPolicy.archives],
      // It opens to others what was a draft.
      'campaign.summary:s': ['actionCallOpen'],
      'campaign.summary:u': [
        'campaignUpdate',
        'campaignPlan',
        'campaignActivate',
        'campaignPause',
        'campaignComplete',
        'campaignCancel',
        'activityUpdate',
        ...frameworkPolicy.mutations.u,
        'actionCallUpdate',
        'actionCallClose',
        ...recordsPolicy.updates,
      ],
    },
    ...billPolicy.fields,
    ...billPositionPolicy.fields,
    ...testimonyPolicy.fields,
    ...partnershipPolicy.fields,
    ...actionCallPolicy.fields,
    ...sponsorshipPolicy.fields,
    ...signaturePolicy.fields,
    ...taskPolicy.fields,
    ...frameworkPolicy.fields,
    ...followPolicy.fields,
    ...outreachPolicy.fields,
    ...recordsPolicy.fields,
    CampaignPayload: { open: ['campaign', 'userErrors'] },
    CampaignInternalSetPayload: { open: ['campaign', 'userErrors'] },
    Activity: {
      'campaign.summary': [
        ...['id', 'kind', 'description', 'quantity', 'sources', 'note'],
        ...['planned', 'done', 'progressUnit', 'assignee', 'dueOn', 'archivedAt', 'version'],
      ],
    },
    ActivityPayload: { open: ['activity', 'userErrors'] },
    CampaignCount: { 'campaign.summary': ['term', 'organization', 'count'] },
    SdgTarget: { open: ['code', 'goal', 'label', 'note', 'sources'] },
    Instrument: { open: ['code', 'label', 'kind', 'year', 'country', 'note', 'sources'] },
    Organization: {
      open: ['ref'],
      'org.policy': ['sharing'],
      'campaign.summary': ['campaigns', 'partnerCampaigns', 'fundedCampaigns'],
      'bill.position': ['billPositions'],
      'report.figure': ['campaignFigures'],
    },
    Event: { open: ['ref'] },
    Colleague: { open: ['ref'] },
    OrganizationCredit: { open: ['ref'] },
    ReportedFigure: figureFields,
    ImpactReport: { 'report.figure': ['ref', 'organization', 'period', 'campaigns'] },
    CampaignsImpact: {
      'report.figure': ['figures', 'contributingOrganizations'],
      'campaign.summary': ['campaigns', 'sdgTargets'],
    },
    ...sharingFields('campaigns'),
    ...connectionFields(
      'Campaign',
      'ReportedFigure',
      'Bill',
      'Jurisdiction',
      'Legislator',
      'BillPosition',
      'Testimony',
      'CampaignPartnership',
      'CampaignTask',
      'Indicator',
      'ActionCall',
      'ActionCallSponsorship',
      'Signature',
      'Follow',
      'FollowedChange',
      'OutreachContact',
      'MediaItem',
      'Publication',
      'OversightReport',
    ),
    ...mutationTypeFields,
    ...accessLogFields('campaigns'),
    ...explanationFields,
    ...valueTypeFields,
  },
  tables: {
    ...auditTables,
    ...sharingTables,
    ...billPolicy.tables,
    ...billPositionPolicy.tables,
    ...testimonyPolicy.tables,
    campaign: { group: 'campaign.summary', writes: { insert: 'c', update: 'us' }, updates: campaignColumns },
    campaign_search: partOfCampaign,
    campaign_tag: partOfCampaign,
    campaign_credit: partOfCampaign,
    campaign_internal: {
      group: 'campaign.internal',
      writes: { insert: 'c', update: 'us' },
      conditions: { Y: joinedCampaign('id') },
    },
    ...partnershipPolicy.tables,
    ...actionCallPolicy.tables,
    ...sponsorshipPolicy.tables,
    ...signaturePolicy.tables,
    ...taskPolicy.tables,
    ...followPolicy.tables,
    ...outreachPolicy.tables,
    ...recordsPolicy.tables,
    activity: {
      group: 'campaign.summary',
      writes: { insert: 'c', update: 'ud' },
      inserts: activityColumns.inserts,
      updates: activityColumns.updates,
    },
    activity_search: { ...partOfCampaign, writes: { insert: 'cu', delete: 'ud' } },
    ...frameworkPolicy.tables,
    campaign_link: { group: 'campaign.summary', ...ownLevel, levelKey: 'campaign_id' },
    figure: { group: 'report.figure', ...ownLevel },
    figure_search: { group: 'report.figure' },
  },
};
