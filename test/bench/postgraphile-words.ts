import type { Language } from './queries';
import type { BenchRequest } from './requests';

/** A question in the words of PostGraphile's schema, and its answer in those of ours. */
export interface Translation {
  readonly document: string;
  readonly variables: (request: BenchRequest) => Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: what arrives is compared with the other answers, which checks it whole
  readonly answer: (data: any, request: BenchRequest) => unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export type Row = any;

export const text = (value: string | null) => (value === null ? null : { value });
export const code = (value: string | null) => (value === null ? null : { code: value });
export const page = (list: Row, node: (row: Row) => unknown) => ({
  nodes: list.nodes.map(node),
  pageInfo: list.pageInfo,
});
export const nodes = (list: Row, node: (row: Row) => unknown) => ({ nodes: list.nodes.map(node) });
export const day = ({ startDate: start, endDate: end, year }: Row) => ({ start, end, year });
export const named = (row: Row) => row && { id: row.rowId, name: text(row.nameIn) };
const line = ({ rowId: id, kind, descriptionIn, quantity, unit, basis }: Row) => ({
  id,
  ...(kind !== undefined && { kind: code(kind) }),
  description: text(descriptionIn),
  quantity: quantity === null ? null : { value: quantity, unit: code(unit), basis },
});

export function event(row: Row): unknown {
  return { id: row.rowId, slug: row.slug, title: text(row.titleIn), date: day(row) };
}

export const byName = (language: Language) => [
  language === 'ar' ? 'SORT_AR_ASC' : 'SORT_EN_ASC',
  'ROW_ID_ASC',
];
export const inLanguage = ({ variables, language }: BenchRequest) => ({ ...variables, language });
export const sorted = (request: BenchRequest) => ({
  ...inLanguage(request),
  byName: byName(request.language),
});

export const lines = `
        activities(orderBy: [POSITION_ASC]) { nodes { rowId kind descriptionIn(language: $language) quantity unit basis } }
        results(orderBy: [POSITION_ASC]) { nodes { rowId descriptionIn(language: $language) quantity unit basis } }`;
export const withLines = (row: Row) => ({
  activities: row.activities.nodes.map(line),
  results: row.results.nodes.map(line),
});
