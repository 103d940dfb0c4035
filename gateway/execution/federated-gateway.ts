import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../../shared/logger';
import type { GatewayContext, SubgraphSource } from '../subgraphs/subgraph-source';
import { openSupergraph, type SupergraphSource } from '../supergraph/supergraph-source';
import { Federation } from './federation';

type ApolloGateway = NonNullable<ApolloServerOptionsWithGateway<BaseContext>['gateway']>;
type Listener = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

export interface FederatedGatewayOptions {
  readonly supergraphSdl: SupergraphSource;
  readonly subgraphs: ReadonlyMap<string, SubgraphSource>;
  readonly logger: Logger;
}

/** What Apollo Server hands operations to. A request ends under the supergraph under which it was checked. */
export function federatedGateway({
  supergraphSdl,
  subgraphs,
  logger,
}: FederatedGatewayOptions): ApolloGateway {
  const federations = new WeakMap<GraphQLSchema, Federation>();
  const listeners = new Set<Listener>();
  let close = async () => {};

  const serve = (sdl: string) => {
    const federation = new Federation(sdl, subgraphs);
    federations.set(federation.schema, federation);
    for (const listener of listeners) listener({ apiSchema: federation.schema, coreSupergraphSdl: sdl });
  };

  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      close = await openSupergraph(supergraphSdl, serve, logger);
      return {
        executor: async ({ schema, document, operation, request, context }) => {
          const federation = federations.get(schema);
          if (!federation) throw new Error('an operation was checked against a schema that is not served');
          const variables = request.variables ?? {};
          return federation.execute({ document, operation, variables }, context as GatewayContext);
        },
      };
    },
    stop: () => close(),
  };
}
