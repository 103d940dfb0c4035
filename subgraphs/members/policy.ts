import { campaignSummary } from '../../shared/campaign-link/campaign-policy';
import { figureFields, reportFigure } from '../../shared/figure/figure-policy';
import { everyRole, type Policy } from '../../shared/permission/policy';
import { connectionFields, valueTypeFields } from '../../shared/permission/value-types';

/** Who may read what in the members subgraph. */
export const policy: Policy = {
  groups: {
    'org.public': {
      ceiling: 'PUBLIC',
      standard: 'PUBLIC',
      own: everyRole,
      others: { from: 'PRIVATE', roles: everyRole },
      public: true,
    },
    'user.role': {
      ceiling: 'PRIVATE',
      standard: 'PRIVATE',
      own: everyRole,
      others: null,
      public: false,
    },
    // Other organisations read engagements under a sharing agreement only; until there are agreements, nobody does.
    'stakeholder.engagement': {
      ceiling: 'COALITION',
      standard: 'PRIVATE',
      own: ['ORG_ADMIN', 'CAMPAIGNER', 'VIEWER', 'COALITION_STAFF'],
      others: null,
      public: false,
    },
    'campaign.summary': campaignSummary,
    'report.figure': reportFigure,
  },
  fields: {
    Query: {
      'org.public': ['organizations', 'organization'],
      'user.role': ['viewer'],
      'report.figure': ['memberFigures', 'impactReport'],
      open: ['taxonomies', 'taxonomy', 'places'],
    },
    Organization: {
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
      'report.figure': ['memberFigures', 'impact'],
    },
    Membership: { 'org.public': ['status'] },
    Official: { 'org.public': ['id', 'name', 'title', 'sources'] },
    StrategyItem: { 'org.public': ['kind', 'term'] },
    Engagement: {
      'stakeholder.engagement': ['id', 'kind', 'stakeholderGroup', 'stakeholders', 'campaign', 'sources'],
    },
    Viewer: { 'user.role': ['organization', 'roles'] },
    ReportedFigure: figureFields,
    ImpactReport: { 'report.figure': ['ref', 'organization', 'period', 'members'] },
    MembersImpact: { 'report.figure': ['figures', 'contributingOrganizations'] },
    Taxonomy: { open: ['list', 'terms'] },
    Campaign: { open: ['ref'] },
    Event: { open: ['ref'] },
    ...connectionFields('Organization', 'ReportedFigure'),
    ...valueTypeFields,
  },
  tables: {
    organization: { group: 'org.public', identityColumns: ['id', 'membership_status'] },
    organization_search: { group: 'org.public' },
    official: { group: 'org.public' },
    strategy_item: { group: 'org.public' },
    engagement: { group: 'stakeholder.engagement' },
    campaign_link: { group: 'campaign.summary' },
    figure: { group: 'report.figure' },
    figure_search: { group: 'report.figure' },
    person: { closed: 'people are known to members.viewer only', identityColumns: ['id', 'disabled_at'] },
    role_grant: {
      closed: 'roles are known to members.viewer only',
      identityColumns: ['organization_id', 'person_id', 'role'],
    },
  },
};
