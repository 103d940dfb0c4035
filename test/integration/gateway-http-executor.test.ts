import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { createHttpExecutor } from '../../gateway/subgraphs/http-executor';
import { signatureHeader } from '../../shared/subgraph/request-signing';
import { claimsOf as claims } from '../testkit/claims';
import { fakeSubgraph, listen, runGateway } from './gateway-testkit';
import { closers, codeOf, executorFor, serve, who } from './subgraph-http-testkit';

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
