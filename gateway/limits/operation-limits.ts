import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../subgraphs/subgraph-source';
import { refuseDearOperation } from './operation-cost';

/** What can only be judged with the variables at hand: that they fit, and what the operation may come to. */
export function operationLimits(cost: number): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, schema, request: { variables = {} } }) {
          // Another plugin refuses the operation that is missing.
          if (!operation) return;
          refuseWrongVariables(schema, operation, variables);
          refuseDearOperation(schema, document, operation, variables, cost);
        },
      };
    },
  };
}

/** The gateway would report each wrong element of a list: 200,000 of them for a request of a few bytes each. */
function refuseWrongVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 });
  if (errors?.[0]) throw new GraphQLError(errors[0].message, { extensions: { code: 'BAD_USER_INPUT' } });
}
