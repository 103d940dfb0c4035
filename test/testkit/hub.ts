import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createGateway } from '../../gateway/create-gateway';
import { createIdentify } from '../../gateway/identity/identify';
import { generateTokenKey, mintToken, readTokenKeys } from '../../gateway/identity/token';
import { createViewerReader } from '../../gateway/identity/viewer-reader';
import { createHttpExecutor } from '../../gateway/subgraphs/http-executor';
import { subgraphKey } from '../../gateway/subgraphs/subgraph-key';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { setCursorSecret } from '../../shared/database/cursor';
import { gatewayRole, roleUrl, subgraphRole } from '../../shared/database/roles';
import type { Role } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { createSubgraph, type RunningSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphExecutor } from '../../shared/subgraph/executor';
import { serveSubgraph } from '../../shared/subgraph/http-server';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { subgraphs } from '../../subgraphs/registry';
import { databaseUrl, testSecret } from './database';

export const transports = ['local', 'http'] as const;
export type Transport = (typeof transports)[number];

/** Who asks: somebody of an organisation in a role, or nobody in particular. */
export type Asker = `${string}:${Role}` | 'public';

export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly errors?: any[];
}

export interface Statement {
  readonly subgraph: string;
  readonly kind: 'open' | 'query' | 'commit';
  readonly text: string;
}

export interface TestHub {
  readonly url: string;
  ask(query: string, options?: { as?: Asker; language?: string; variables?: object }): Promise<Answer>;
  /** SQL statements since the last call. */
  statements(): Statement[];
  /** Stops one subgraph for good, as if its machine were gone. */
  kill(subgraph: string): Promise<void>;
  close(): Promise<void>;
}

/** The whole hub over the test database, in one process or with every subgraph behind a signed HTTP connection. */
export async function startTestHub(transport: Transport, database = databaseUrl()): Promise<TestHub> {
  const logger = pino({ level: 'silent' });
  const keys = readTokenKeys(generateTokenKey());
  const seen: Statement[] = [];
  const closers: (() => Promise<unknown>)[] = [];
  const kills = new Map<string, () => Promise<unknown>>();
  setCursorSecret(testSecret);

  const executors: Record<string, SubgraphExecutor> = {};
  for (const definition of subgraphs) {
    const { name } = definition;
    const subgraph = createSubgraph(definition, {
      databaseUrl: roleUrl(database, subgraphRole(name), testSecret),
      logger,
      onStatement: (kind, text) => seen.push({ subgraph: name, kind, text }),
    });
    closers.push(() => subgraph.close());
    const reached = transport === 'local' ? killable(subgraph) : await overHttp(subgraph);
    executors[name] = reached.execute;
    kills.set(name, reached.kill);
    closers.push(reached.close);
  }
  const viewers = createViewerReader(roleUrl(database, gatewayRole, testSecret), logger);
  closers.push(() => viewers.close());
  const gateway = await createGateway({
    supergraphSdl: { file: supergraphFile() },
    subgraphs: executors,
    identify: createIdentify(keys, viewers),
    logger,
    introspection: true,
  });
  closers.push(() => gateway.close());
  const server = createServer(gateway.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    async ask(query, { as = 'public', language, variables } = {}) {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (language) headers['accept-language'] = language;
      if (as !== 'public') headers.authorization = `Bearer ${await tokenFor(as)}`;
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, text, ...JSON.parse(text) };
    },
    statements: () => seen.splice(0),
    kill: async (name) => void (await kills.get(name)?.()),
    async close() {
      for (const close of closers.reverse()) await close();
    },
  };

  function tokenFor(as: Exclude<Asker, 'public'>): Promise<string> {
    const [slug, role] = as.split(':') as [string, Role];
    return mintToken(keys, {
      personId: demoPersonId(slug, role),
      organizationId: seedId('Organization', slug),
    });
  }
}

interface Reached {
  readonly execute: SubgraphExecutor;
  kill(): Promise<unknown>;
  close(): Promise<unknown>;
}

function killable(subgraph: RunningSubgraph): Reached {
  let alive = true;
  return {
    execute: (request, claims) => {
      if (!alive) throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
      return subgraph.execute(request, claims);
    },
    kill: async () => {
      alive = false;
    },
    close: async () => {},
  };
}

async function overHttp(subgraph: RunningSubgraph): Promise<Reached> {
  const key = subgraphKey(testSecret, subgraph.name);
  const server = await serveSubgraph({
    ...subgraph,
    key,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
  });
  const executor = createHttpExecutor({ url: `http://127.0.0.1:${server.port}/graphql`, key });
  let open = true;
  const kill = async () => {
    if (open) await server.close();
    open = false;
  };
  return { execute: executor.execute, kill, close: () => Promise.all([executor.close(), kill()]) };
}
