import type { Policy } from './policy';

/**
 * Value types that every subgraph may answer with. They have no identity and are reached only through a
 * guarded field, so they are open.
 */
export const valueTypeFields: Policy['fields'] = {
  LocalizedText: { open: ['value', 'language', 'direction', 'isFallback', 'translations'] },
  Translation: { open: ['language', 'value', 'direction'] },
  Term: { open: ['list', 'code', 'label', 'details', 'note', 'sources'] },
  SourceReference: { open: ['document', 'lines'] },
  Place: { open: ['code', 'name', 'kind', 'country', 'parent'] },
  Period: { open: ['label', 'start', 'end'] },
  Measure: { open: ['value', 'unit', 'qualifier', 'basis', 'asOf', 'suppressed'] },
  FigurePart: { open: ['dimension', 'member', 'value'] },
  FigureSpan: { open: ['over', 'count'] },
  PageInfo: { open: ['hasNextPage', 'endCursor'] },
};

/** What a subgraph with mutations has besides. */
export const mutationTypeFields: Policy['fields'] = { UserError: { open: ['field', 'code', 'message'] } };

/** The connection types of a node type, and their fields. */
export const connectionFields = (...nodes: readonly string[]): Policy['fields'] =>
  Object.fromEntries(
    nodes.flatMap((node) => [
      [`${node}Connection`, { open: ['nodes', 'edges', 'pageInfo', 'totalCount'] }],
      [`${node}Edge`, { open: ['cursor', 'node'] }],
    ]),
  );
