import { GraphQLError } from 'graphql';
import { type ErrorCode, errorCodes } from '../../shared/errors';

/**
 * The answer in place of one that did not come: no data, and one error per root field that is missing, so
 * a client sees a named gap and not a zero.
 */
export function missingPart(
  code: Extract<ErrorCode, 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT'>,
  subgraph: string,
  rootFields: readonly string[],
): { errors: GraphQLError[] } {
  const error = (path: readonly string[]) =>
    new GraphQLError(errorCodes[code].en, { path, extensions: { code, subgraph } });
  return { errors: rootFields.map((field) => error(field === '_entities' ? [] : [field])) };
}
