import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { createHttpExecutor, type HttpExecutor } from '../../gateway/subgraphs/http-executor';
import { RotatingKeyring } from '../../shared/identity/keyring';
import {
  type SubgraphServer,
  type SubgraphServerOptions,
  serveSubgraph,
} from '../../shared/subgraph/http-server';
import { signatureHeader, signRequest } from '../../shared/subgraph/request-signing';
import { claimsOf as claims, viewerOf } from '../testkit/claims';
import { fakeSubgraph, listen, recordingLogger, runGateway } from './gateway-testkit';

const keys = new RotatingKeyring('k'.repeat(64));
const request = { query: '{ who }' };
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function who() {
  return fakeSubgraph('members', 'type Query { who: String }', {
    Query: {
      who: (_: unknown, __: unknown, context: { claims: { viewer: { personId: string } } }) =>
        context.claims.viewer.personId,
    },
  });
}

async function serve(
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

function executorFor(
  url: string,
  options: Partial<Parameters<typeof createHttpExecutor>[0]> = {},
): HttpExecutor {
  const executor = createHttpExecutor({ url: `${url}/graphql`, keys, ...options });
  closers.push(() => executor.close());
  return executor;
}

const codeOf = (answer: ExecutionResult) => answer.errors?.[0]?.extensions?.code;

describe('a subgraph over HTTP', () => {
  test('answers its gateway, with the claims that were signed', async () => {
    const { url } = await serve();
    const viewer = viewerOf({ personId: 'per_فاطمة', organizationId: 'org_1' });
    const answer = await executorFor(url).execute({ query: '{ who }' }, claims({ viewer }));
    expect(answer).toEqual({ data: { who: 'per_فاطمة' } });
  });

  /** A request as the gateway would send it. */
  const sign = (asked = request, ring = keys): RequestInit & { body: string } => {
    const { body, signature } = signRequest(ring, { request: asked, claims: claims() });
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json', [signatureHeader]: signature },
      body,
    };
  };
  const signedAs = (signature: string) => ({ ...sign(), headers: { [signatureHeader]: signature } });
  const altered = () => {
    const { body, ...rest } = sign();
    return { ...rest, body: body.replace('"roles":[]', '"roles":["COALITION_STAFF"]') };
  };
  const signedAgo = (milliseconds: number) => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now - milliseconds);
    const signed = sign();
    clock.mockRestore();
    return signed;
  };
  const forgeries: [string, () => RequestInit][] = [
    ['unsigned', () => ({ ...sign(), headers: {} })],
    ['without a signature', () => signedAs('')],
    ['with a signature that is none', () => signedAs('x'.repeat(43))],
    ['with the signature of another', () => ({ ...sign(), headers: sign().headers! })],
    ['with altered claims', altered],
    ["signed with another subgraph's key", () => sign(request, new RotatingKeyring('o'.repeat(64)))],
    ['signed two minutes ago', () => signedAgo(120_000)],
    ['signed in the future', () => signedAgo(-120_000)],
    ['neither signed nor JSON', () => ({ method: 'POST', body: '{' })],
    ['as a client would send it', () => ({ method: 'POST', body: JSON.stringify(request) })],
  ];
  const refusal =
    '{"errors":[{"message":"The token is not valid or has expired.","extensions":{"code":"UNAUTHENTICATED"}}]}';

  test.each(forgeries)('refuses a request %s, before anything else', async (_, forged) => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const answer = await fetch(`${url}/graphql`, forged());
    expect([answer.status, await answer.text()]).toEqual([401, refusal]);
    expect(subgraph.asked).toEqual([]);
  });

  test('takes the same request when it is signed as it should be, and only once', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const signed = sign();
    const first = await fetch(`${url}/graphql`, signed);
    expect([first.status, await first.json()]).toEqual([200, { data: { who: null } }]);
    const again = await fetch(`${url}/graphql`, signed);
    expect([again.status, await again.text()]).toEqual([401, refusal]);
    expect(subgraph.asked).toHaveLength(1);
  });

  test('takes one of many copies that arrive at the same time', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const signed = sign();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/graphql`, signed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(401)]);
    expect(subgraph.asked).toHaveLength(1);
  });

  test('learns of a viewer with a thousand partners, whose claims fit into no header', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const partnerships = Array.from({ length: 1_000 }, (_, i) => ({
      organizationId: `org_${String(i).padStart(26, '0')}`,
      group: 'campaign.internal',
    }));
    const viewer = viewerOf({ personId: 'per_1', partnerships });
    const answer = await executorFor(url).execute(request, claims({ viewer }));
    expect(answer).toEqual({ data: { who: 'per_1' } });
    expect(subgraph.asked[0]?.claims.viewer).toEqual(viewer);
  });

  test('takes headers of an ordinary size only', async () => {
    const { url } = await serve();
    const { body, headers } = sign();
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...(headers as Record<string, string>), 'x-more': 'x'.repeat(17 * 1024) },
      body,
    });
    expect(answer.status).toBe(431);
  });

  test('refuses what is too large without running it', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const large = sign({ query: `{ who } # ${'x'.repeat(5 * 1024 * 1024)}` });
    expect((await fetch(`${url}/graphql`, large)).status).toBe(413);
    expect(subgraph.asked).toEqual([]);
  });

  test('has health and readiness, and nothing else', async () => {
    let ready = false;
    const { url } = await serve({ isReady: async () => ready });
    const status = async (path: string, method = 'GET') => (await fetch(`${url}${path}`, { method })).status;
    expect([await status('/health'), await status('/ready')]).toEqual([200, 503]);
    ready = true;
    expect(await status('/ready')).toBe(200);
    expect([await status('/graphql'), await status('/'), await status('/health', 'POST')]).toEqual([
      404, 404, 404,
    ]);
  });

  test('closing lets a request finish that is under way', async () => {
    const server = await serve({
      execute: async () => {
        await wait(200);
        return { data: { who: 'late' } };
      },
    });
    const answer = executorFor(server.url).execute({ query: '{ who }' }, claims());
    await wait(50);
    await server.close();
    expect(await answer).toEqual({ data: { who: 'late' } });
  });

  test('an executor that throws is answered with 500, and says nothing', async () => {
    const { logger, lines } = recordingLogger();
    const { url } = await serve({ logger, execute: () => Promise.reject(new Error('select secret')) });
    const answer = await fetch(`${url}/graphql`, sign());
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(JSON.stringify(lines)).toContain('select secret');
  });

  test('a port that is taken is an error', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the HTTP executor', () => {
  const answering = async (status: number, text: string, type = 'application/json') => {
    const { server, url } = await listen(
      createServer((request, response) => {
        request.resume().on('end', () => response.writeHead(status, { 'content-type': type }).end(text));
      }),
    );
    closers.push(() => new Promise((resolve) => server.close(resolve)));
    return url;
  };

  test.each([
    ['401', 401, '{"errors":[]}'],
    ['500', 500, '{"data":{"who":"x"}}'],
    ['503', 503, 'busy'],
    ['HTML', 200, '<html>'],
    ['nothing', 200, ''],
    ['null', 200, 'null'],
    ['JSON that is no answer', 200, '{"who":"x"}'],
    ['data that is no object', 200, '{"data":[1]}'],
    ['more than it takes', 200, JSON.stringify({ data: { who: 'x'.repeat(2_000) } })],
  ])('counts %s as not available', async (_, status, text) => {
    const { execute } = executorFor(await answering(status, text), { maximumAnswerBytes: 1_000 });
    expect(codeOf(await execute({ query: '{ who }' }, claims()))).toBe('SUBGRAPH_UNAVAILABLE');
  });

  test('passes on errors of an answer with status 400', async () => {
    const answer = { errors: [{ message: 'no', extensions: { code: 'BAD_USER_INPUT' } }] };
    const { execute } = executorFor(await answering(400, JSON.stringify(answer)));
    expect(await execute({ query: '{ who }' }, claims())).toEqual(answer);
  });

  test('gives up at the deadline', async () => {
    const { url } = await serve({ execute: () => wait(2_000, { data: {} }, { ref: false }) });
    const startedAt = Date.now();
    const answer = await executorFor(url).execute(
      { query: '{ who }' },
      claims({ deadline: Date.now() + 100 }),
    );
    expect(codeOf(answer)).toBe('SUBGRAPH_TIMEOUT');
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });

  test('keeps connections', async () => {
    const connections = new Set<unknown>();
    const { server, url } = await listen(
      createServer((request, response) => {
        connections.add(request.socket);
        request.resume().on('end', () => response.end('{"data":{"who":"x"}}'));
      }),
    );
    const executor = executorFor(url);
    closers.push(() => new Promise((resolve) => server.close(resolve)));
    for (let i = 0; i < 20; i += 1) await executor.execute({ query: '{ who }' }, claims());
    // A second one, because the first may still be finishing when the next request is sent.
    expect(connections.size).toBeLessThanOrEqual(2);
  });

  test('asks subgraphs of others unsigned', async () => {
    let headers: Record<string, unknown> = {};
    let sent: unknown;
    const { server, url } = await listen(
      createServer(async (incoming, response) => {
        headers = incoming.headers;
        sent = await json(incoming);
        response.end('{"data":{"who":"x"}}');
      }),
    );
    const executor = createHttpExecutor({ url: `${url}/any/path?of=theirs` });
    closers.push(
      () => new Promise((resolve) => server.close(resolve)),
      () => executor.close(),
    );
    expect(await executor.execute({ query: '{ who }' }, claims())).toEqual({ data: { who: 'x' } });
    expect(headers).not.toHaveProperty(signatureHeader);
    expect(sent).toEqual({ query: '{ who }' });
  });
});

test('a subgraph that dies costs its fields only, and comes back by itself', async () => {
  const remote = who();
  const here = fakeSubgraph('events', 'type Query { today: String }', { Query: { today: () => 'Sunday' } });
  const server = await serve({ execute: remote.execute });
  const executor = executorFor(server.url);
  remote.execute = executor.execute;
  const running = await runGateway([remote, here]);
  closers.push(() => running.stop());
  const ask = () => running.ask('{ who today }');
  expect((await ask()).errors).toBeUndefined();

  await server.close();
  const { data, errors, text, status } = await ask();
  expect([status, data]).toEqual([200, { who: null, today: 'Sunday' }]);
  expect(errors).toEqual([
    {
      message: 'A part of the hub is not available right now; its fields are missing.',
      path: ['who'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'members', requestId: expect.any(String) },
    },
  ]);
  expect(text).not.toMatch(/127\.0\.0\.1|ECONN|undici|node_modules/);

  await serve({ port: server.port });
  expect((await ask()).errors).toBeUndefined();
});
