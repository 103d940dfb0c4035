import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNullableType,
  isListType,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import { HubError } from '../../shared/errors';

/** What every request costs besides its fields: finding out who asks, checking, planning, a transaction. */
export const requestCost = 100;
/** What a field of a mutation costs besides: it writes, it is logged, it may hash a password. */
const mutationCost = 1_000;
/** Pages hold no more, whatever `first` says; the subgraphs refuse larger ones. */
const largestPage = 100;
/** Lists that are no pages are short: the themes of a programme, the officials of an office. */
const plainList = 4;

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
}

/**
 * How many fields the operation may come to, before anything is read: a list inside a list inside a list multiplies,
 * and once it runs nothing can stop the walk. It follows from the request alone, so it tells nothing of any data.
 * @throws GraphQLError BAD_USER_INPUT when a variable does not fit its place
 */
export function operationCost({ schema, document, operation, variables }: Operation): number {
  const mutation = schema.getMutationType();
  try {
    const fields = getComplexity({
      schema,
      query: document,
      variables,
      ...(operation.name && { operationName: operation.name.value }),
      estimators: [(args) => (args.type === mutation ? mutationCost : 0) + fieldCost(args)],
      // A rule has counted the selections already, and says so in words.
      maxQueryNodes: Number.POSITIVE_INFINITY,
    });
    return requestCost + fields;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
}

/** @throws HubError QUERY_TOO_COMPLEX */
export function refuseDearOperation(cost: number, allowed: number): void {
  if (cost > allowed) {
    throw new HubError('QUERY_TOO_COMPLEX', `The operation may cost ${cost}; at most ${allowed}.`);
  }
}

/** A page costs as many times its rows as it may have; below it, `nodes` and `edges` are the same rows. */
function fieldCost({ args, childComplexity, field }: ComplexityEstimatorArgs): number {
  if (field.args.some(({ name }) => name === 'first')) {
    // One that does not say how long it is may be as long as a page can be.
    const first = typeof args.first === 'number' ? args.first : largestPage;
    return 1 + Math.min(Math.max(first, 0), largestPage) * childComplexity;
  }
  const isPage = field.name === 'nodes' || field.name === 'edges';
  return 1 + (isListType(getNullableType(field.type)) && !isPage ? plainList : 1) * childComplexity;
}
