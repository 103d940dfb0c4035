import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../../shared/logger';
import type { GatewayContext, SubgraphSource } from '../subgraphs/subgraph-source';
import { openSupergraph, type SupergraphSource } from '../supergraph/supergraph-source';
import { Federation } from './federation';
import { PublicAnswers } from './public-answers';

type ApolloGateway = NonNullable<ApolloServerOptionsWithGateway<BaseContext>['gateway']>;
type Listener = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

/** A request ends under the supergraph under which it was checked, and is answered with what was kept under it. */
interface Served {
  readonly federation: Federation;
  readonly kept: PublicAnswers | undefined;
}

export interface FederatedGatewayOptions {
  readonly supergraphSdl: SupergraphSource;
  readonly subgraphs: ReadonlyMap<string, SubgraphSource>;
  /** Bytes of answers to the public that are kept; 0 keeps none. */
  readonly publicAnswers: number;
  readonly logger: Logger;
}

/** What Apollo Server hands operations to. */
export function federatedGateway({
  supergraphSdl,
  subgraphs,
  publicAnswers,
  logger,
}: FederatedGatewayOptions): ApolloGateway {
  const federations = new WeakMap<GraphQLSchema, Served>();
  const listeners = new Set<Listener>();
  let close = async () => {};

  const serve = (sdl: string) => {
    const federation = new Federation(sdl, subgraphs);
    const kept = publicAnswers > 0 ? new PublicAnswers(publicAnswers) : undefined;
    federations.set(federation.schema, { federation, kept });
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
        executor: async ({ schema, document, operation, source, operationName, request, context }) => {
          const served = federations.get(schema);
          if (!served) throw new Error('an operation was checked against a schema that is not served');
          const { federation, kept } = served;
          const variables = request.variables ?? {};
          const asked = context as GatewayContext;
          const execute = () => federation.execute({ document, operation, variables }, asked);
          const { dataVersion } = asked;
          if (!kept || !dataVersion || operation.operation !== 'query') return execute();
          const { languages } = asked.claims;
          return kept.answer({ dataVersion, query: source, operationName, variables, languages }, execute);
        },
      };
    },
    stop: () => close(),
  };
}
