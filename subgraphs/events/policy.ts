import { accessLogFields } from '../../shared/audit/audit-fields';
import { auditGroups, auditTables } from '../../shared/audit/audit-policy';
import { campaignSummary } from '../../shared/campaign-link/campaign-policy';
import { figureFields, reportFigure } from '../../shared/figure/figure-policy';
import type { Policy } from '../../shared/permission/policy';
import { connectionFields, valueTypeFields } from '../../shared/permission/value-types';

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
    ...auditGroups,
  },
  fields: {
    Query: {
      'event.public': ['events', 'event'],
      'report.figure': ['eventFigures', 'impactReport'],
      'audit.org': ['accessLog'],
      'audit.head': ['eventsAuditHeads'],
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
    Organization: {
      open: ['ref'],
      'event.public': ['events', 'coOrganizedEvents', 'hostedEvents'],
      'report.figure': ['eventFigures'],
    },
    Campaign: { open: ['ref'], 'event.public': ['events'], 'report.figure': ['eventFigures'] },
    ReportedFigure: figureFields,
    ImpactReport: { 'report.figure': ['ref', 'organization', 'period', 'events'] },
    EventsImpact: {
      'report.figure': ['figures', 'contributingOrganizations'],
      'event.public': ['events', 'held'],
    },
    ...connectionFields('Event', 'ReportedFigure'),
    ...accessLogFields('events'),
    ...valueTypeFields,
  },
  tables: {
    ...auditTables,
    event: { group: 'event.public' },
    event_search: { group: 'event.public' },
    event_tag: { group: 'event.public' },
    event_co_organizer: { group: 'event.public' },
    event_quantity: { group: 'event.public' },
    campaign_link: { group: 'campaign.summary' },
    figure: { group: 'report.figure' },
    figure_search: { group: 'report.figure' },
  },
};
