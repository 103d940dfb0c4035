import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCodes, HubError } from '../../shared/errors';
import type { GatewayContext } from '../subgraphs/subgraph-source';
import type { createErrorFormatter } from './format-error';

/**
 * What Apollo leaves to its users: an operation that does not exist is the client's mistake, an answer without
 * data has the status of its error code, and nulls where the schema allows none are errors like any other
 * (the gateway reports them in an extension of its own).
 */
export function answerShape(
  formatError: ReturnType<typeof createErrorFormatter>,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation }) {
          if (!operation) throw new HubError('OPERATION_RESOLUTION_FAILURE');
        },
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          const { data, errors, extensions } = body.singleResult;
          const nulls = extensions?.valueCompletion as GraphQLError[] | undefined;
          const all = [
            ...(errors ?? []),
            ...(nulls ?? []).map((error) => formatError(error.toJSON(), error)),
          ];
          body.singleResult = { ...(data !== undefined && { data }), ...(all.length > 0 && { errors: all }) };
          if (data === undefined) http.status = statusOf(all[0]);
        },
      };
    },
  };
}

function statusOf(error: GraphQLFormattedError | undefined): number {
  return errorCodes[error?.extensions?.code as ErrorCode]?.status ?? 500;
}
