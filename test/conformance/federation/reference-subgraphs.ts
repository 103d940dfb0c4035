import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** The two subgraphs that the suite brings along, after its schemas and data: Copyright (c) 2021 Apollo Graph, MIT. */
export interface ReferenceSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: object;
}

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;

export const users: ReferenceSubgraph = {
  name: 'users',
  sdl: `${link('"@key", "@shareable"')}

    type User @key(fields: "email") {
      email: ID!
      name: String
      totalProductsCreated: Int @shareable
      yearsOfEmployment: Int!
    }`,
  resolvers: {
    User: {
      __resolveReference: ({ email }: { email: string }) =>
        email === 'support@apollographql.com'
          ? { email, name: 'Apollo Studio Support', totalProductsCreated: 10, yearsOfEmployment: 10 }
          : null,
    },
  },
};

export const inventory: ReferenceSubgraph = {
  name: 'inventory',
  sdl: `${link('"@key", "@requires", "@shareable", "@external"')}

    extend type Product @key(fields: "id") {
      id: ID! @external
      dimensions: ProductDimension @external
      delivery(zip: String): DeliveryEstimates @requires(fields: "dimensions { size weight }")
    }

    type ProductDimension @shareable {
      size: String
      weight: Float
    }

    type DeliveryEstimates {
      estimatedDelivery: String
      fastestDelivery: String
    }

    interface Inventory @key(fields: "id") {
      id: ID!
      products: [Product!]!
    }

    type OpenSourceInventory implements Inventory @key(fields: "id") {
      id: ID!
      products: [Product!]!
    }

    type Query {
      inventory(id: ID!): Inventory
    }`,
  resolvers: {
    Query: {
      inventory: (_: unknown, { id }: { id: string }) =>
        id === 'apollo-oss' ? { id, products: [{ id: 'apollo-federation' }] } : null,
    },
    Inventory: { __resolveType: () => 'OpenSourceInventory' },
    Product: {
      // Estimates for what it was asked about, and nothing where the gateway left out what the field requires.
      delivery: ({ id, dimensions }: { id: string; dimensions?: object }, { zip }: { zip?: string }) =>
        JSON.stringify([id, dimensions, zip]) === '["apollo-federation",{"size":"small","weight":1},"94111"]'
          ? { estimatedDelivery: '5/1/2019', fastestDelivery: '5/1/2019' }
          : null,
    },
  },
};

/** Serves it with Apollo Server at a free port, as the suite does. */
export async function serveReference({ sdl, resolvers }: ReferenceSubgraph) {
  const server = new ApolloServer({
    schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, close: () => server.stop() };
}
