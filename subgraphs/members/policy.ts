import { accessLogFields } from '../../shared/audit/audit-fields';
import { auditGroups, auditTables } from '../../shared/audit/audit-policy';
import { campaignSummary } from '../../shared/campaign-link/campaign-policy';
import { coalitionId } from '../../shared/coalition';
import { explanationFields } from '../../shared/explanation/explanation-fields';
import { figureFields, reportFigure } from '../../shared/figure/figure-policy';
import type { Policy } from '../../shared/permission/policy';
import { connectionFields, mutationTypeFields, valueTypeFields } from '../../shared/permission/value-types';
import {
  ownLevel,
  sharingFields,
  sharingGroups,
  sharingMutations,
  sharingTables,
  versionFields,
} from '../../shared/sharing/sharing-policy';
import { secondPerson } from '../../shared/sharing/version-table';
import { agreementPolicy } from './agreement/agreement-policy';
import { membershipPolicy, toBeAdmitted } from './membership/membership-policy';
import { peopleFields, peopleGroups, peopleMutations, peopleOfOrganization } from './people-policy';
import { peopleTables } from './people-tables';
import { toolPolicy } from './tool/tool-policy';

/** Who may do what in the members subgraph. */
export const policy: Policy = {
  groups: {
    'org.public': {
      ceiling: 'PUBLIC',
      standard: 'PUBLIC',
      cells: {
        ORG_ADMIN: 'ru/r',
        CASEWORKER: 'r/r',
        CAMPAIGNER: 'r/r',
        VIEWER: 'r/r',
        COALITION_STAFF: 'ru/r cu@Y',
        TOOL: 'r@K/r@K',
        PUBLIC: '-/r@P',
      },
      whileDormant: true,
    },
    'stakeholder.engagement': {
      ceiling: 'COALITION',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcuds/r@C',
        CASEWORKER: '-/-',
        CAMPAIGNER: 'rcud/r@C',
        VIEWER: 'r/-',
        COALITION_STAFF: 'rcud/r@C',
        TOOL: '-/-',
        PUBLIC: '-/-',
      },
      audited: true,
    },
    'campaign.summary': campaignSummary,
    'report.figure': reportFigure,
    ...membershipPolicy.groups,
    ...agreementPolicy.groups,
    ...toolPolicy.groups,
    ...sharingGroups,
    ...peopleGroups,
    ...auditGroups,
  },
  fields: {
    Query: {
      'org.public': ['organizations', 'organization', 'memberships'],
      'membership.application': ['membershipApplication', 'membershipApplications'],
      'user.role': ['viewer'],
      'apikey.meta': ['viewerTool'],
      'user.invitation': ['invitation'],
      'report.figure': ['memberFigures', 'impactReport'],
      agreement: ['agreement'],
      'audit.org': ['accessLog'],
      'audit.head': ['membersAuditHeads'],
      open: ['taxonomies', 'taxonomy', 'places', 'membersAccess'],
    },
    Organization: {
      ...peopleOfOrganization,
      'org.public': [
        'id',
        'ref',
        'slug',
        'name',
        'acronym',
        'kind',
        'role',
        'description',
        'place',
        'country',
        'parent',
        'children',
        'collective',
        'establishment',
        'activeSince',
        'membership',
        'officials',
        'strategy',
        'sources',
        'note',
      ],
      'stakeholder.engagement': ['engagements'],
      agreement: ['agreements'],
      'org.policy': ['sharing', 'policy'],
      'apikey.meta': ['apiClients'],
      'report.figure': ['memberFigures', 'impact'],
      'audit.org': ['accessLog'],
    },
    Mutation: {
      ...peopleMutations,
      ...membershipPolicy.mutations,
      ...agreementPolicy.mutations,
      ...toolPolicy.mutations,
      ...sharingMutations('members', {
        u: ['orgPolicySet', 'orgPolicyDismiss'],
        s: ['orgPolicyApprove', 'orgPolicyApply'],
      }),
    },
    OrganizationPolicy: { 'org.policy': ['inForce', 'proposal', 'versions'] },
    OrgPolicyVersion: {
      'org.policy': [
        ...versionFields,
        'narrowed',
        'allowedTools',
        'suppressionThreshold',
        'inAggregates',
        'inConflictChecks',
      ],
    },
    Narrowing: { 'org.policy': ['role', 'group', 'operations'] },
    OrgPolicyPayload: { open: ['policy', 'userErrors'] },
    Official: { 'org.public': ['id', 'name', 'title', 'sources'] },
    StrategyItem: { 'org.public': ['kind', 'term'] },
    Engagement: {
      'stakeholder.engagement': ['id', 'kind', 'stakeholderGroup', 'stakeholders', 'campaign', 'sources'],
    },
    ReportedFigure: figureFields,
    ImpactReport: { 'report.figure': ['ref', 'organization', 'period', 'members'] },
    MembersImpact: { 'report.figure': ['figures', 'contributingOrganizations'] },
    Taxonomy: { open: ['list', 'terms'] },
    Campaign: { open: ['ref'] },
    Event: { open: ['ref'] },
    ...membershipPolicy.fields,
    ...agreementPolicy.fields,
    ...toolPolicy.fields,
    ...sharingFields('members'),
    ...connectionFields('Organization', 'ReportedFigure', 'Agreement', 'Membership', 'MembershipApplication'),
    ...accessLogFields('members'),
    ...explanationFields,
    ...peopleFields,
    ...mutationTypeFields,
    ...valueTypeFields,
  },
  tables: {
    ...auditTables,
    ...sharingTables,
    organization: {
      group: 'org.public',
      writes: { insert: 'c', update: 'u' },
      updates: ['organization_id'],
      conditions: { Y: toBeAdmitted },
      check: `(organization_id in (id, '${coalitionId}'))`,
      identityColumns: ['id', 'kind'],
    },
    organization_search: {
      group: 'org.public',
      writes: { insert: 'c' },
      conditions: { Y: toBeAdmitted },
      unlogged: 'words of a row that is logged itself',
    },
    official: { group: 'org.public' },
    strategy_item: { group: 'org.public' },
    engagement: { group: 'stakeholder.engagement', ...ownLevel },
    campaign_link: { group: 'campaign.summary', ...ownLevel, levelKey: 'campaign_id' },
    figure: { group: 'report.figure', ...ownLevel },
    figure_search: { group: 'report.figure' },
    ...peopleTables,
    ...membershipPolicy.tables,
    ...agreementPolicy.tables,
    ...toolPolicy.tables,
    org_policy: {
      group: 'org.policy',
      writes: { insert: 'u', update: 'u' },
      updates: ['state'],
      check: secondPerson,
      identityColumns: [
        'organization_id',
        'state',
        'narrowed',
        'allowed_tools',
        'suppression_threshold',
        'in_aggregates',
      ],
    },
  },
};
