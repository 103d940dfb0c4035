import { everyRole, type Group } from '../permission/policy';

/** Reported and computed figures: published unless their organisation says otherwise. */
export const reportFigure: Group = {
  ceiling: 'PUBLIC',
  standard: 'PUBLIC',
  own: everyRole,
  others: { from: 'COALITION_SUMMARY', roles: everyRole },
  public: true,
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
