import type { GuardedTable, PolicyPart } from '../../../shared/permission/policy';

const aboutIndicator = ['result_id', 'title', 'ascending'];
const whatItCounts = ['measure', 'unit', 'aggregable'];
const baseline = ['baseline_value', 'baseline_year', 'baseline_on', 'baseline_comment'];
const figures = ['target', 'actual'].flatMap((side) =>
  ['value', 'qualifier', 'comment', 'place', 'documents', 'parts'].map((part) => `${side}_${part}`),
);
const key = ['organization_id', 'sharing_level', 'subject_id', 'id', 'position'];

const summary = { group: 'campaign.summary' } as const satisfies GuardedTable;

/** Results and their indicators are part of what a campaign tells of itself. */
export const frameworkPolicy: Omit<PolicyPart, 'groups' | 'mutations'> & {
  readonly mutations: Readonly<Record<'c' | 'u' | 'd', readonly string[]>>;
} = {
  mutations: {
    c: ['resultCreate', 'indicatorCreate'],
    u: [
      ...['resultUpdate', 'indicatorUpdate', 'indicatorBaselineSet', 'indicatorPeriodAdd'],
      ...['indicatorPeriodUpdate', 'indicatorTargetSet', 'indicatorActualReport', 'indicatorActualCorrect'],
    ],
    d: ['resultArchive', 'indicatorArchive', 'indicatorPeriodRemove'],
  },
  fields: {
    Result: {
      'campaign.summary': [
        ...['id', 'type', 'description', 'quantity', 'sources', 'note', 'indicators'],
        ...['archivedAt', 'version'],
      ],
    },
    ResultPayload: { open: ['result', 'userErrors'] },
    Indicator: {
      'campaign.summary': [
        ...['id', 'campaign', 'result', 'title', 'measure', 'unit', 'ascending', 'aggregable', 'baseline'],
        ...['periods', 'contributesTo', 'contributors', 'rollUp', 'sources', 'note', 'archivedAt', 'version'],
      ],
    },
    IndicatorBaseline: { 'campaign.summary': ['value', 'year', 'date', 'comment'] },
    IndicatorPeriod: {
      'campaign.summary': ['id', 'indicator', 'start', 'end', 'target', 'actual', 'progress', 'corrections'],
    },
    IndicatorCorrection: { 'campaign.summary': ['value', 'qualifier', 'reason', 'correctedAt'] },
    IndicatorFigure: {
      'campaign.summary': ['value', 'qualifier', 'comment', 'place', 'documents', 'parts', 'lacksTotal'],
    },
    IndicatorDocument: { 'campaign.summary': ['title', 'url', 'language'] },
    IndicatorPart: { 'campaign.summary': ['dimension', 'category', 'value'] },
    IndicatorProgress: { 'campaign.summary': ['state', 'share'] },
    IndicatorRollUp: {
      'campaign.summary': ['value', 'qualifier', 'gap', 'contributingIndicators', 'partlyOutside'],
    },
    IndicatorPayload: { open: ['indicator', 'userErrors'] },
  },
  tables: {
    result: {
      ...summary,
      writes: { insert: 'c', update: 'ud' },
      inserts: [...key, 'type', 'description', 'sources'],
      updates: ['type', 'description', 'archived_at', 'version'],
    },
    indicator: {
      ...summary,
      writes: { insert: 'c', update: 'ud' },
      inserts: [...key, ...aboutIndicator, ...whatItCounts, 'sources'],
      updates: [...aboutIndicator, ...baseline, 'archived_at', 'version'],
    },
    indicator_period: {
      ...summary,
      writes: { insert: 'u', update: 'u', delete: 'd' },
      inserts: [...key, 'starts_on', 'ends_on'],
      updates: ['starts_on', 'ends_on', ...figures],
    },
    indicator_correction: {
      ...summary,
      writes: { insert: 'u' },
      inserts: ['organization_id', 'sharing_level', 'subject_id', 'position', 'value', 'qualifier', 'reason'],
    },
    indicator_link: {
      ...summary,
      writes: { insert: 'cu', delete: 'u' },
      unlogged: 'parts of an indicator that is logged itself',
    },
  },
};
