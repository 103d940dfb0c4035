import { setImmediate as pause } from 'node:timers/promises';
import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from '../../shared/logger';
import type { FederatedGateway } from '../execution/federated-gateway';
import type { Operation } from '../limits/operation-cost';
import type { GatewayContext } from '../subgraphs/subgraph-source';
import type { TrustedDocuments } from './trusted-documents';

export interface RehearsalOptions {
  readonly documents: TrustedDocuments;
  readonly prepare: FederatedGateway['prepare'];
  readonly costOf: (asked: Operation) => number;
  /** Has the server do its part for a text. */
  readonly execute: (query: string, context: GatewayContext) => Promise<GraphQLResponse>;
  readonly logger: Logger;
}

/** A rehearsal has no viewer and nobody who pays; the plugins that would ask for them leave it alone. */
const rehearsal = { rehearsal: true } as unknown as GatewayContext;

/**
 * Trusted documents go the way of a request as far as they can without one: they are read, checked, planned and counted
 * before anybody asks, and stay in the server's own store. Again under each supergraph, one after the other and between
 * requests, so that neither start nor requests wait for all of them.
 */
export function rehearsals(options: RehearsalOptions): ApolloServerPlugin<GatewayContext> {
  const { prepare, costOf } = options;
  let current: GraphQLSchema | undefined;
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema }) {
          current = apiSchema;
          const goesOn = () => current === apiSchema;
          rehearseAll(options, goesOn).catch((error: unknown) => {
            options.logger.error({ err: error }, 'trusted documents could not be got ready');
          });
        },
        async serverWillStop() {
          current = undefined;
        },
      };
    },
    async requestDidStart({ contextValue }) {
      if (!contextValue.rehearsal) return undefined;
      return {
        async didResolveOperation({ schema, document, operation }) {
          if (!operation) return;
          prepare(schema, document, operation);
          ignoreMissingVariables(() => costOf({ schema, document, operation, variables: {} }));
        },
        async responseForOperation({ response: { http } }) {
          return { http, body: { kind: 'single', singleResult: {} } };
        },
      };
    },
  };
}

async function rehearseAll(
  { documents: { bodies }, execute, logger }: RehearsalOptions,
  goesOn: () => boolean,
): Promise<void> {
  for (const [id, query] of bodies) {
    await pause();
    if (!goesOn()) return;
    const { body } = await execute(query, rehearsal);
    const mistake = body.kind === 'single' ? body.singleResult.errors?.[0] : undefined;
    if (mistake) {
      const { code, detail } = mistake.extensions ?? {};
      logger.warn({ id, code, detail }, 'a trusted document cannot be run under this supergraph');
    }
  }
  logger.info({ documents: bodies.size }, 'trusted documents are ready');
}

/** Where a variable is required, the first request counts. */
function ignoreMissingVariables(count: () => void): void {
  try {
    count();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}
