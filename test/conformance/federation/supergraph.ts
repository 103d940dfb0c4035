import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { startStandaloneServer } from '@apollo/server/standalone';
import { composeSupergraph } from '../../../gateway/supergraph/compose';
import { subgraphSdl } from '../../../shared/schema/build-subgraph-schema';
import { runGateway } from '../../integration/gateway-testkit';
import { productsFederation, productsSubgraph } from './products';
import { type Ask, productsSchema, type Result, startProducts } from './products-server';
import { inventory, serveReference, users } from './reference-subgraphs';

export interface Supergraph {
  readonly askProducts: Ask;
  /** Asks our gateway, which asks all three subgraphs. */
  readonly askGateway: Ask;
  close(): Promise<void>;
}

/** The suite's supergraph: its two subgraphs, and ours, each at a port of its own behind our gateway. */
export async function startSupergraph(): Promise<Supergraph> {
  const products = await startProducts();
  const [usersServer, inventoryServer] = [await serveReference(users), await serveReference(inventory)];
  const gateway = await runGateway([], {
    supergraphSdl: composeSupergraph([
      { name: productsSubgraph.name, sdl: subgraphSdl(productsSubgraph, productsFederation) },
      users,
      inventory,
    ]),
    subgraphs: { products: products.execute, users: usersServer.url, inventory: inventoryServer.url },
  });
  return {
    askProducts: products.ask,
    async askGateway(query, variables = {}) {
      const { data, errors } = await gateway.ask(query, { variables });
      return { data, ...(errors && { errors }) };
    },
    async close() {
      await gateway.stop();
      await Promise.all([products, usersServer, inventoryServer].map((server) => server.close()));
    },
  };
}

/**
 * Asks the schema of our subgraph behind Apollo Server for a federated trace. The hub's own servers never trace: it
 * would tell how long each field took, and nobody reads it.
 */
export async function askForTrace(query: string): Promise<Result> {
  const server = new ApolloServer({ schema: productsSchema, plugins: [ApolloServerPluginInlineTrace()] });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-federation-include-trace': 'ftv1' },
    body: JSON.stringify({ query }),
  });
  const result: Result = JSON.parse(await response.text());
  await server.stop();
  return result;
}
