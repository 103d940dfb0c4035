import type { Group } from '../permission/policy';

/** Reported and computed figures: published unless their organisation says otherwise. */
export const reportFigure: Group = {
  ceiling: 'PUBLIC',
  standard: 'PUBLIC',
  cells: {
    ORG_ADMIN: 'rcudxs/r@S',
    CASEWORKER: 'rcu/r@S',
    CAMPAIGNER: 'rcu/r@S',
    VIEWER: 'r/r@S',
    COALITION_STAFF: 'rcudx/r@S',
    TOOL: 'rcu@K/r@K&S',
    PUBLIC: '-/r@P',
  },
};

/** Fields of `ReportedFigure`, the same in every subgraph. */
export const figureFields = {
  'report.figure': [
    'id',
    'slug',
    'label',
    'measure',
    'restatement',
    'printedAs',
    'period',
    'parts',
    'spans',
    'organization',
    'event',
    'sources',
    'note',
  ],
  'campaign.summary': ['campaign'],
} as const;
