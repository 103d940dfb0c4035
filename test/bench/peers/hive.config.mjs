/** Hive Gateway as it comes; the language is passed on, since the answers depend on it. */
export const gatewayConfig = {
  logging: 'warn',
  supergraph: process.env.SUPERGRAPH,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ 'accept-language': request.headers.get('accept-language') }),
  },
};
