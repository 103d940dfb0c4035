import 'reflect-metadata';
import { sealWith } from '../shared/identity/sealing-keys';
import { createLogger } from '../shared/logger';
import { createSubgraph } from '../shared/subgraph/create-subgraph';
import { serveSubgraph } from '../shared/subgraph/http-server';
import { subgraphs } from '../subgraphs/registry';
import { holdSubgraphKeys } from './keys/subgraph-keys';
import { readSubgraphSettings } from './settings';
import { refuseUnsafeClaims } from './start/claims-are-safe';
import { keepHeapSmall } from './start/heap';
import { StartError } from './start/start-error';
import type { ChangedSettings, SettingsTaken } from './subgraphs/subgraph-process';

/**
 * One subgraph as a process of its own: `node dist/gateway/serve-subgraph.js <name>`. Started by a hub it tells
 * its port through the channel between them and ends when that closes, which it also does when the hub is killed.
 */
async function main(name: string | undefined): Promise<void> {
  keepHeapSmall();
  const definition = subgraphs.find((subgraph) => subgraph.name === name);
  if (!definition) {
    const known = subgraphs.map((subgraph) => subgraph.name).join(', ');
    throw new StartError('COMMAND_REFUSED', `Name one of the subgraphs: ${known}.`);
  }
  const settings = readSubgraphSettings();
  const { host, port, databaseUrl, logLevel } = settings;
  const logger = createLogger(logLevel);
  const { requests, identity, replace } = holdSubgraphKeys(definition, settings);
  // What is sealed here is opened here, so its own key will do.
  sealWith(requests);
  process.on('message', ({ change, environment }: ChangedSettings) => {
    replace(readSubgraphSettings(environment));
    process.send?.({ taken: change } satisfies SettingsTaken);
  });
  await refuseUnsafeClaims(databaseUrl);
  const subgraph = createSubgraph(definition, { databaseUrl, logger, ...(identity && { keys: identity }) });
  const server = await serveSubgraph({ ...subgraph, keys: requests, host, port, logger });

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
