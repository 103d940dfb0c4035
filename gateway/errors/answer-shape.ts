import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCodes, HubError } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import type { GatewayContext } from '../subgraphs/subgraph-source';
import { logMasked } from './log-masked';
import { scopeOf, toldTo } from './request-scope';

/** On answers that came through here. Apollo sends errors of requests it could not even begin with past plugins. */
export const shapedHeader = 'x-request-id';

/**
 * What Apollo leaves to its users: errors in the viewer's language, an operation that does not exist is the
 * client's mistake, and an answer without data has the status of its error code.
 *
 * The gateway's notes on nulls in places that allow none (`extensions.valueCompletion`) are dropped: a subgraph
 * that fails reports its own error, so what is left are entities that another subgraph does not show to this
 * viewer. Not there and not yours are the same answer: null.
 */
export function answerShape(logger: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue: { rehearsal } }) {
      if (rehearsal) return undefined;
      return {
        async didResolveOperation({ operation }) {
          if (!operation) throw new HubError('OPERATION_RESOLUTION_FAILURE');
        },
        async willSendResponse({ response: { body, http }, contextValue: { claims } }) {
          if (body.kind !== 'single') return;
          const { data, errors = [] } = body.singleResult;
          const scope = scopeOf(claims);
          for (const error of errors) logMasked(logger, claims.requestId, error);
          body.singleResult = {
            ...(data !== undefined && { data }),
            ...(errors.length > 0 && { errors: errors.map((error) => toldTo(scope, error)) }),
          };
          if (data === undefined) {
            http.status = statusOf(errors[0]);
            const retryAfter = errors[0]?.extensions?.retryAfter;
            if (retryAfter) http.headers.set('retry-after', String(retryAfter));
          }
          http.headers.set(shapedHeader, claims.requestId);
        },
      };
    },
  };
}

function statusOf(error: GraphQLFormattedError | undefined): number {
  return errorCodes[error?.extensions?.code as ErrorCode]?.status ?? 500;
}
