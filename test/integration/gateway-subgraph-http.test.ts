import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { createHttpExecutor, type HttpExecutor } from '../../gateway/subgraphs/http-executor';
import { RotatingKeyring } from '../../shared/identity/keyring';
import {
  type SubgraphServer,
  type SubgraphServerOptions,
  serveSubgraph,
} from '../../shared/subgraph/http-server';
import { claimsHeader, signatureHeader, signRequest } from '../../shared/subgraph/request-signing';
import { claimsOf as claims, viewerOf } from '../testkit/claims';
import { fakeSubgraph, listen, recordingLogger, runGateway } from './gateway-testkit';

const keys = new RotatingKeyring('k'.repeat(64));
const body = JSON.stringify({ query: '{ who }' });
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

  const sign = (signed = body, changes = {}) => ({
    'content-type': 'application/json',
    ...signRequest(keys, claims(changes), signed),
  });
  const altered = (): Record<string, string> => {
    const headers: Record<string, string> = sign();
    const text = Buffer.from(headers[claimsHeader] ?? '', 'base64url').toString();
    return {
      ...headers,
      [claimsHeader]: Buffer.from(text.replace('"roles":[]', '"roles":["COALITION_STAFF"]')).toString(
        'base64url',
      ),
    };
  };
  const expired = (by: number) => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now - by);
    const headers = sign();
    clock.mockRestore();
    return headers;
  };
  const forgeries: [string, () => Record<string, string>, string?][] = [
    ['unsigned', () => ({ 'content-type': 'application/json' })],
    ['without a signature', () => ({ ...sign(), [signatureHeader]: '' })],
    ['with a signature that is none', () => ({ ...sign(), [signatureHeader]: 'x'.repeat(43) })],
    ['without claims', () => ({ ...sign(), [claimsHeader]: '' })],
    ['signed for another body', () => sign(), JSON.stringify({ query: '{ __typename }' })],
    ['with altered claims', altered],
    [
      "signed with another subgraph's key",
      () => signRequest(new RotatingKeyring('o'.repeat(64)), claims(), body),
    ],
    ['signed two minutes ago', () => expired(120_000)],
    ['signed in the future', () => expired(-120_000)],
    ['neither signed nor JSON', () => ({}), '{'],
  ];

  test.each(forgeries)('refuses a request %s, before anything else', async (_, headers, sent = body) => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: headers(), body: sent });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe(
      '{"errors":[{"message":"The token is not valid or has expired.","extensions":{"code":"UNAUTHENTICATED"}}]}',
    );
    expect(subgraph.asked).toEqual([]);
  });

  test('takes the same request when it is signed as it should be', async () => {
    const { url } = await serve();
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: sign(), body });
    expect([answer.status, await answer.json()]).toEqual([200, { data: { who: null } }]);
  });

  test('refuses what is too large without running it', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const large = JSON.stringify({ query: `{ who } # ${'x'.repeat(5 * 1024 * 1024)}` });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: sign(large), body: large });
    expect(answer.status).toBe(413);
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
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: sign(), body });
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
    const { server, url } = await listen(
      createServer((request, response) => {
        headers = request.headers;
        request.resume().on('end', () => response.end('{"data":{"who":"x"}}'));
      }),
    );
    const executor = createHttpExecutor({ url: `${url}/any/path?of=theirs` });
    closers.push(
      () => new Promise((resolve) => server.close(resolve)),
      () => executor.close(),
    );
    expect(await executor.execute({ query: '{ who }' }, claims())).toEqual({ data: { who: 'x' } });
    expect(headers).not.toHaveProperty(claimsHeader);
    expect(headers).not.toHaveProperty(signatureHeader);
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
