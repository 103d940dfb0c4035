import { accessLogFields } from '../../shared/audit/audit-fields';
import { auditGroups, auditTables } from '../../shared/audit/audit-policy';
import { campaignSummary } from '../../shared/campaign-link/campaign-policy';
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
} from '../../shared/sharing/sharing-policy';

/** Who may read what in the events subgraph. */
export const policy: Policy = {
  groups: {
    'event.public': {
      ceiling: 'PUBLIC',
      standard: 'PUBLIC',
      cells: {
        ORG_ADMIN: 'rcudxs/r@S',
        CASEWORKER: 'rcu/r@S',
        CAMPAIGNER: 'rcudxs/r@S',
        VIEWER: 'r/r@S',
        COALITION_STAFF: 'rcudxs/r@S',
        TOOL: 'rcu@K/r@K&S',
        PUBLIC: '-/r@P',
      },
    },
    'campaign.summary': campaignSummary,
    'report.figure': reportFigure,
    ...sharingGroups,
    ...auditGroups,
  },
  fields: {
    Query: {
      'event.public': ['events', 'event'],
      'report.figure': ['eventFigures', 'impactReport'],
      'audit.org': ['accessLog'],
      'audit.head': ['eventsAuditHeads'],
      open: ['eventsAccess'],
    },
    Event: {
      'event.public': [
        'id',
        'ref',
        'slug',
        'title',
        'kind',
        'status',
        'occurrence',
        'series',
        'date',
        'place',
        'country',
        'venue',
        'organizer',
        'coOrganizers',
        'credits',
        'audiences',
        'quantities',
        'sources',
        'note',
      ],
      'campaign.summary': ['campaign'],
      'report.figure': ['eventFigures'],
    },
    EventDate: { 'event.public': ['start', 'end', 'year', 'monthDay', 'precision', 'label'] },
    EventQuantity: { 'event.public': ['id', 'label', 'measure'] },
    Mutation: sharingMutations('events'),
    Organization: {
      open: ['ref'],
      'org.policy': ['sharing'],
      'event.public': ['events', 'coOrganizedEvents', 'hostedEvents'],
      'report.figure': ['eventFigures'],
    },
    OrganizationCredit: { open: ['ref'] },
    Campaign: { open: ['ref'], 'event.public': ['events'], 'report.figure': ['eventFigures'] },
    ReportedFigure: figureFields,
    ImpactReport: { 'report.figure': ['ref', 'organization', 'period', 'events'] },
    EventsImpact: {
      'report.figure': ['figures', 'contributingOrganizations'],
      'event.public': ['events', 'held'],
    },
    ...sharingFields('events'),
    ...connectionFields('Event', 'ReportedFigure'),
    ...mutationTypeFields,
    ...accessLogFields('events'),
    ...explanationFields,
    ...valueTypeFields,
  },
  tables: {
    ...auditTables,
    ...sharingTables,
    event: { group: 'event.public', ...ownLevel },
    event_search: { group: 'event.public' },
    event_tag: { group: 'event.public' },
    event_co_organizer: { group: 'event.public' },
    event_quantity: { group: 'event.public' },
    campaign_link: { group: 'campaign.summary', ...ownLevel, levelKey: 'campaign_id' },
    figure: { group: 'report.figure', ...ownLevel },
    figure_search: { group: 'report.figure' },
  },
};
