import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
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

export interface FederatedGateway extends ApolloGateway {
  /** Does for an operation what its first request would have to wait for. */
  prepare(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): void;
}

/** What Apollo Server hands operations to. */
export function federatedGateway({
  supergraphSdl,
  subgraphs,
  publicAnswers,
  logger,
}: FederatedGatewayOptions): FederatedGateway {
  const federations = new WeakMap<GraphQLSchema, Served>();
  const listeners = new Set<Listener>();
  let close = async () => {};

  const serve = (sdl: string) => {
    const federation = new Federation(sdl, subgraphs);
    const kept = publicAnswers > 0 ? new PublicAnswers(publicAnswers) : undefined;
    federations.set(federation.schema, { federation, kept });
    for (const listener of listeners) listener({ apiSchema: federation.schema, coreSupergraphSdl: sdl });
  };

  const servedFor = (schema: GraphQLSchema) => {
    const served = federations.get(schema);
    if (!served) throw new Error('an operation was checked against a schema that is not served');
    return served;
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
          const { federation, kept } = servedFor(schema);
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
    prepare: (schema, document, operation) => servedFor(schema).federation.prepare(document, operation),
    stop: () => close(),
  };
}
