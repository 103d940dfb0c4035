import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type FrontDoor, type FrontDoorOptions, openFrontDoor } from '../../gateway/start/front-door';
import { fakeSubgraph, post, type RunningGateway, runGateway } from './gateway-testkit';

/** Everything much shorter than it is by default, on real sockets. */
const limits = { headers: 400, request: 2_200, silence: 600, idle: 300, headerBytes: 4_096 };
/** Node looks for who is late four times in the shortest of these, and this machine may be busy. */
const leeway = 1_500;
const large = 8 * 1024 * 1024;

let running: RunningGateway;
let door: FrontDoor;
const sockets: Socket[] = [];

beforeAll(async () => {
  const notes = fakeSubgraph('notes', 'type Query { note: String large: String }', {
    Query: { note: () => 'a note', large: () => 'x'.repeat(large) },
  });
  running = await runGateway([notes]);
});
afterAll(() => running.stop());

async function open(options: Partial<FrontDoorOptions> = {}): Promise<void> {
  door = await openFrontDoor({ host: '127.0.0.1', port: 0, limits, ...options });
  door.openTo(running.gateway.handler);
}
beforeEach(() => open());
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await door.close();
});

interface Client {
  readonly socket: Socket;
  /** What it was sent until the hub ended the connection, and after how many milliseconds that was. */
  readonly ended: Promise<{ received: string; after: number }>;
}

async function client(): Promise<Client> {
  const startedAt = performance.now();
  // With `allowHalfOpen` our side stays open when the hub ends its own, so that only the hub can end the connection.
  const socket = connect({ port: door.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => undefined);
  const ended = new Promise<{ received: string; after: number }>((resolve) => {
    const end = () => resolve({ received, after: performance.now() - startedAt });
    socket.once('end', end).once('close', end);
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve).once('close', () => resolve()));
  return { socket, ended };
}

/** Sends one byte after another for as long as the hub takes them. */
async function drip(socket: Socket, text: string): Promise<void> {
  for (const letter of text) {
    if (socket.destroyed || socket.readableEnded) return;
    socket.write(letter);
    await wait(20);
  }
}

const body = JSON.stringify({ query: '{ note }' });
const head = (length: number, more = '') =>
  `POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n`;
const whole = head(body.length) + body;

/** One that keeps to everything is answered, whatever the others do. */
async function expectService(): Promise<void> {
  const { data } = await post(`http://127.0.0.1:${door.port}`, body, { connection: 'close' });
  expect(data).toEqual({ note: 'a note' });
}

const within = (after: number, limit: number) => {
  expect(after).toBeGreaterThan(limit * 0.9);
  expect(after).toBeLessThan(limit + leeway);
};

describe('a client that takes its time', () => {
  test('with saying anything at all is sent away', async () => {
    const { received, after } = await (await client()).ended;
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    within(after, limits.headers);
  });

  test('with its headers is sent away', async () => {
    const { socket, ended } = await client();
    void drip(socket, `GET /health HTTP/1.1\r\nHost: hub\r\nX-Slow: ${'x'.repeat(500)}`);
    const { received, after } = await ended;
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    within(after, limits.headers);
  });

  test('with its body is sent away', async () => {
    const { socket, ended } = await client();
    socket.write(head(10_000));
    void drip(socket, ' '.repeat(500));
    const { received, after } = await ended;
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    within(after, limits.request);
  });

  test('with its body in chunks is sent away', async () => {
    const { socket, ended } = await client();
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    void drip(socket, '1\r\n \r\n'.repeat(100));
    within((await ended).after, limits.request);
  });

  test('with its answer is cut off', async () => {
    const { socket, ended } = await client();
    const query = JSON.stringify({ query: '{ large }' });
    socket.write(head(query.length) + query);
    socket.pause();
    await wait(limits.silence + leeway);
    socket.resume();
    const { received } = await ended;
    expect(received).toMatch(/^HTTP\/1\.1 200 /);
    expect(received.length).toBeLessThan(large);
  });

  test('with its next request finds the connection closed', async () => {
    const { socket, ended } = await client();
    socket.write(whole);
    const { received, after } = await ended;
    expect(received).toContain('{"data":{"note":"a note"}}');
    // Node adds a second, so that a client that keeps to the time it was told never meets a closing connection.
    within(after, limits.idle + 1_000);
  });

  test('is none while it keeps to the time: an answer of any size arrives whole', async () => {
    const { data } = await post(`http://127.0.0.1:${door.port}`, JSON.stringify({ query: '{ large }' }));
    expect(data.large).toHaveLength(large);
  });
});

describe('a client that hangs up', () => {
  test('after its request still gets the answer', async () => {
    const { socket, ended } = await client();
    socket.end(whole);
    const { received } = await ended;
    expect(received).toContain('{"data":{"note":"a note"}}');
  });

  test.each([
    ['before its request', ''],
    ['in the middle of its headers', 'POST /graphql HTTP/1.1\r\nHo'],
    ['in the middle of its body', `${head(1_000)}{"query"`],
  ])('%s leaves nothing behind', async (_, sent) => {
    const { socket, ended } = await client();
    socket.end(sent);
    expect((await ended).after).toBeLessThan(leeway);
  });
});

describe('headers', () => {
  test('that are longer than any client needs are refused', async () => {
    const { socket, ended } = await client();
    socket.write(head(body.length, `X-Long: ${'x'.repeat(limits.headerBytes)}\r\n`) + body);
    expect((await ended).received).toMatch(/^HTTP\/1\.1 431 /);
    await expectService();
  });

  test('that give two lengths, or a length and chunks, are refused: a proxy could read another request', async () => {
    for (const more of ['Content-Length: 5\r\n', 'Transfer-Encoding: chunked\r\n']) {
      const { socket, ended } = await client();
      socket.write(head(body.length, more) + body);
      expect((await ended).received).toMatch(/^HTTP\/1\.1 400 /);
    }
  });
});

describe('connections', () => {
  const isOpen = async ({ ended }: Client) => (await Promise.race([ended, wait(100, 'open')])) === 'open';

  beforeEach(async () => {
    await door.close();
  });

  test('of one client are counted; when one ends, there is room for another', async () => {
    await open({ limits: { ...limits, headers: 20_000, request: 20_000, connectionsPerClient: 3 } });
    const held = [await client(), await client(), await client()];
    expect(await Promise.all(held.map(isOpen))).toEqual([true, true, true]);
    expect(await isOpen(await client())).toBe(false);
    held[0]!.socket.destroy();
    await wait(100);
    expect(await isOpen(await client())).toBe(true);
    expect(await isOpen(await client())).toBe(false);
  });

  test('of a proxy that is believed are not', async () => {
    const many = { ...limits, headers: 20_000, request: 20_000, connectionsPerClient: 1 };
    await open({ limits: many, trustedProxies: ['loopback'] });
    const held = await Promise.all(Array.from({ length: 10 }, () => client()));
    expect(await Promise.all(held.map(isOpen))).toEqual(Array(10).fill(true));
  });

  test('of all together have an end', async () => {
    await open({ limits: { ...limits, headers: 20_000, request: 20_000, connections: 4 } });
    const held: boolean[] = [];
    for (let n = 0; n < 6; n += 1) held.push(await isOpen(await client()));
    expect(held).toEqual([true, true, true, true, false, false]);
  });

  test('by the hundred that say nothing keep nobody from being served, and are gone afterwards', async () => {
    await open();
    const held = await Promise.all(Array.from({ length: 150 }, () => client()));
    await expectService();
    const ended = await Promise.all(held.map((one) => one.ended));
    expect(Math.max(...ended.map(({ after }) => after))).toBeLessThan(limits.headers + 2 * leeway);
    await expectService();
  });
});
