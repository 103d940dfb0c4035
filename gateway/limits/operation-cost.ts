import {
  type DocumentNode,
  type GraphQLSchema,
  getNullableType,
  isListType,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import { HubError } from '../../shared/errors';

/** Pages hold no more, whatever `first` says; the subgraphs refuse larger ones. */
const largestPage = 100;
/** Lists that are no pages are short: the themes of a programme, the officials of an office. */
const plainList = 4;

/**
 * Refuses an operation that could ask for more fields than one may have, before anything is read: a list inside
 * a list inside a list multiplies, and once it runs nothing can stop the walk.
 * @throws HubError QUERY_TOO_COMPLEX
 */
export function refuseDearOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  allowed: number,
): void {
  const cost = getComplexity({
    schema,
    query: document,
    variables,
    ...(operation.name && { operationName: operation.name.value }),
    estimators: [fieldCost],
  });
  if (cost > allowed) {
    throw new HubError('QUERY_TOO_COMPLEX', `The operation may come to ${cost} fields; at most ${allowed}.`);
  }
}

/** A page costs as many times its rows as it may have; below it, `nodes` and `edges` are the same rows. */
function fieldCost({ args, childComplexity, field }: ComplexityEstimatorArgs): number {
  if (typeof args.first === 'number') {
    return 1 + Math.min(Math.max(args.first, 0), largestPage) * childComplexity;
  }
  const isPage = field.name === 'nodes' || field.name === 'edges';
  return 1 + (isListType(getNullableType(field.type)) && !isPage ? plainList : 1) * childComplexity;
}
