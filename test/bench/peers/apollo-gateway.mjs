import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Apollo's gateway as its documentation starts it; the language is passed on, since the answers depend on it. */
class LanguageDataSource extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    if (context.language) request.http?.headers.set('accept-language', context.language);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.SUPERGRAPH, 'utf8'),
  buildService: ({ url }) => new LanguageDataSource({ url }),
});
const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => ({ language: req.headers['accept-language'] }),
});
process.send?.({ port: Number(new URL(url).port) });
process.once('disconnect', () => process.exit(0));
