import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../subgraphs/subgraph-source';
import { refuseLargeVariables } from './input-limits';
import type { Limits } from './limits';
import { type Operation, refuseDearOperation } from './operation-cost';
import type { RequestBudget } from './request-budget';

/**
 * What can only be judged with the variables at hand: that they fit, what the operation may come to, and whether
 * whoever asks has so much left.
 */
export function operationLimits(
  limits: Limits,
  costOf: (asked: Operation) => number,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue: { rehearsal } }) {
      if (rehearsal) return undefined;
      return {
        async didResolveOperation({
          document,
          operation,
          schema,
          request: { variables = {} },
          contextValue,
        }) {
          // Another plugin refuses the operation that is missing.
          if (!operation) return;
          refuseLargeVariables(variables, limits);
          refuseWrongVariables(schema, operation, variables);
          const cost = costOf({ schema, document, operation, variables });
          refuseDearOperation(cost, limits.cost);
          await contextValue.budget.spend(cost);
        },
        async willSendResponse({ request, response: { body }, contextValue: { budget } }) {
          if (request.extensions?.cost !== true || budget.requested === 0 || body.kind !== 'single') return;
          const extensions = { cost: costReport(budget, limits) };
          body.singleResult = { ...body.singleResult, extensions };
        },
      };
    },
  };
}

/**
 * For clients that pace themselves, and only for those that ask: it is another at every request, and otherwise equal
 * answers are equal to the byte.
 */
function costReport({ requested, allowance }: RequestBudget, { cost }: Limits) {
  return {
    requested,
    maximum: cost,
    ...(allowance && {
      remaining: allowance.remaining,
      resetsAt: new Date(allowance.resetsAt).toISOString(),
    }),
  };
}

/** The gateway would report each wrong element of a list: a hundred of them for a few bytes each. */
function refuseWrongVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 });
  if (errors?.[0]) throw new GraphQLError(errors[0].message, { extensions: { code: 'BAD_USER_INPUT' } });
}
