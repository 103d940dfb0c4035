import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** PostGraphile as its documentation starts it in a server of one's own, for reading only. */
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Rows are found by their ids, as they are in the hub.
  disablePlugins: ['NodePlugin'],
  schema: { defaultBehavior: '-insert -update -delete' },
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['members', 'campaigns', 'events', 'legal'],
      poolConfig: { max: Number(process.env.CONNECTIONS) },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
});
const server = createServer({ keepAliveTimeout: 65_000 });
server.on('error', (error) => {
  console.error('postgraphile:', error);
  process.exit(1);
});
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () =>
  process.send?.({ port: server.address().port }),
);
process.once('disconnect', () => process.exit(0));
