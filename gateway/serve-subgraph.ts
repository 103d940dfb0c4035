import 'reflect-metadata';
import { setCursorSecret as sealCursorsWith } from '../shared/database/cursor';
import { createLogger } from '../shared/logger';
import { createSubgraph } from '../shared/subgraph/create-subgraph';
import { serveSubgraph } from '../shared/subgraph/http-server';
import { subgraphs } from '../subgraphs/registry';
import { readSubgraphSettings } from './settings';
import { refuseUnsafeClaims } from './start/claims-are-safe';
import { StartError } from './start/start-error';

/**
 * One subgraph as a process of its own: `node dist/gateway/serve-subgraph.js <name>`. Started by a hub it tells
 * its port through the channel between them and ends when that closes, which it also does when the hub is killed.
 */
async function main(name: string | undefined): Promise<void> {
  const definition = subgraphs.find((subgraph) => subgraph.name === name);
  if (!definition) {
    const known = subgraphs.map((subgraph) => subgraph.name).join(', ');
    throw new StartError('COMMAND_REFUSED', `Name one of the subgraphs: ${known}.`);
  }
  const { host, port, key, databaseUrl, logLevel } = readSubgraphSettings();
  const logger = createLogger(logLevel);
  // Cursors of a subgraph's lists never leave it, so its own key will do.
  sealCursorsWith(key);
  await refuseUnsafeClaims(databaseUrl);
  const subgraph = createSubgraph(definition, { databaseUrl, logger });
  const server = await serveSubgraph({ ...subgraph, key, host, port, logger });

  const stop = async () => {
    await server.close();
    await subgraph.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  if (process.connected) {
    // Ctrl-C reaches the whole group at once; the hub still has requests to finish and ends us afterwards.
    process.on('SIGINT', () => undefined);
    process.once('disconnect', stop);
    process.send?.({ port: server.port });
  } else {
    process.once('SIGINT', stop);
    logger.info({ subgraph: definition.name, host, port: server.port }, 'serving');
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
