import { type ExecutionResult, GraphQLError, Kind, parse } from 'graphql';
import { type ErrorCode, errorCodes } from '../../shared/errors';

/**
 * The answer in place of one that did not come: no data, and one error per root field that is missing, so
 * a client sees a named gap and not a zero.
 */
export function missingPart(
  code: Extract<ErrorCode, 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT'>,
  subgraph: string,
  query: string,
): ExecutionResult {
  const error = (path: readonly string[]) =>
    new GraphQLError(errorCodes[code].en, { path, extensions: { code, subgraph } });
  return { errors: rootFields(query).map((field) => error(field === '_entities' ? [] : [field])) };
}

function rootFields(query: string): string[] {
  const operation = parse(query, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return ['_entities'];
  const names = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : '_entities',
  );
  return [...new Set(names)];
}
