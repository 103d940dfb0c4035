import type { ExecutionResult } from 'graphql';
import { createHttpExecutor, type HttpExecutor } from '../../gateway/subgraphs/http-executor';
import { RotatingKeyring } from '../../shared/identity/keyring';
import {
  type SubgraphServer,
  type SubgraphServerOptions,
  serveSubgraph,
} from '../../shared/subgraph/http-server';
import { fakeSubgraph, recordingLogger } from './gateway-testkit';

export const keys = new RotatingKeyring('k'.repeat(64));
/** What a test has opened; closed after it, the last one first. */
export const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A subgraph that says in whose name it is asked. */
export function who() {
  return fakeSubgraph('members', 'type Query { who: String }', {
    Query: {
      who: (_: unknown, __: unknown, context: { claims: { viewer: { personId: string } } }) =>
        context.claims.viewer.personId,
    },
  });
}

export async function serve(
  options: Partial<SubgraphServerOptions> = {},
): Promise<SubgraphServer & { url: string }> {
  const server = await serveSubgraph({
    name: 'members',
    execute: who().execute,
    isReady: () => true,
    keys,
    host: '127.0.0.1',
    port: 0,
    logger: recordingLogger().logger,
    ...options,
  });
  closers.push(() => server.close());
  return { ...server, url: `http://127.0.0.1:${server.port}` };
}

export function executorFor(
  url: string,
  options: Partial<Parameters<typeof createHttpExecutor>[0]> = {},
): HttpExecutor {
  const executor = createHttpExecutor({ url: `${url}/graphql`, keys, ...options });
  closers.push(() => executor.close());
  return executor;
}

export const codeOf = (answer: ExecutionResult) => answer.errors?.[0]?.extensions?.code;
