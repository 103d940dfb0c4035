import { createHttpExecutor } from '../../gateway/subgraphs/http-executor';
import { subgraphKey } from '../../gateway/subgraphs/subgraph-key';
import { RotatingKeyring } from '../../shared/identity/keyring';
import type { Logger } from '../../shared/logger';
import type { RunningSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphExecutor } from '../../shared/subgraph/executor';
import { type SubgraphServer, serveSubgraph } from '../../shared/subgraph/http-server';
import { testSecret } from './database';

/** A subgraph as the gateway reaches it. */
export interface Reached {
  readonly execute: SubgraphExecutor;
  kill(): Promise<unknown>;
  revive(): Promise<unknown>;
  close(): Promise<unknown>;
}

export function inProcess(subgraph: RunningSubgraph): Reached {
  let alive = true;
  return {
    execute: (request, claims) => {
      if (!alive) throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
      return subgraph.execute(request, claims);
    },
    kill: async () => {
      alive = false;
    },
    revive: async () => {
      alive = true;
    },
    close: async () => {},
  };
}

/** Behind a signed HTTP connection, as in a process of its own. */
export async function overHttp(subgraph: RunningSubgraph, logger: Logger): Promise<Reached> {
  const keys = new RotatingKeyring(subgraphKey(testSecret, subgraph.name));
  const serve = (port: number) => serveSubgraph({ ...subgraph, keys, host: '127.0.0.1', port, logger });
  let server: SubgraphServer | undefined = await serve(0);
  const { port } = server;
  const executor = createHttpExecutor({ url: `http://127.0.0.1:${port}/graphql`, keys });
  const kill = async () => {
    await server?.close();
    server = undefined;
  };
  const revive = async () => {
    server ??= await serve(port);
  };
  return { execute: executor.execute, kill, revive, close: () => Promise.all([executor.close(), kill()]) };
}
