import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from '../../gateway/create-gateway';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import type { Viewer } from '../../shared/identity/viewer';
import { createLogger } from '../../shared/logger';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import { subgraphs } from '../../subgraphs/registry';

export interface CountingHub {
  readonly origin: string;
  /** SQL statements that read, by subgraph, since the last call; opening and commit of the transactions apart. */
  take(): string;
  close(): Promise<void>;
}

/** A hub in this process, guarded, that counts its statements; who asks has been found out already. */
export async function startCountingHub(
  databaseUrl: string,
  secret: string,
  viewer: Viewer,
): Promise<CountingHub> {
  const logger = createLogger('warn');
  const identity = new RotatingKeyring(secret);
  sealWith(identity);
  const counts = new Map<string, number>();
  const running = subgraphs.map((definition) =>
    createSubgraph(definition, {
      databaseUrl: roleUrl(databaseUrl, subgraphRole(definition.name), secret),
      logger,
      keys: { identity, token: readTokenKeys(generateTokenKey()) },
      onStatement: (kind) => {
        if (kind !== 'query') return;
        counts.set(definition.name, (counts.get(definition.name) ?? 0) + 1);
      },
    }),
  );
  const gateway = await createGateway({
    supergraphSdl: { file: supergraphFile() },
    subgraphs: Object.fromEntries(running.map(({ name, execute }) => [name, execute])),
    identify: async () => ({ viewer, external: null }),
    logger,
    rates: { person: 1e12, organization: 1e12 },
  });
  const server = createServer(gateway.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = [...counts].sort().map(([name, count]) => `${name} ${count}`);
      counts.clear();
      return taken.join(', ');
    },
    async close() {
      await gateway.close();
      await Promise.all(running.map((subgraph) => subgraph.close()));
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
    },
  };
}
