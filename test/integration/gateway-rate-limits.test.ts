import { createServer } from 'node:net';
import type { GatewayOptions } from '../../gateway/create-gateway';
import { HubError } from '../../shared/errors';
import { publicViewer } from '../../shared/identity/viewer';
import { viewerOf } from '../testkit/claims';
import { fakeSubgraph, post, type RunningGateway, read, runGateway } from './gateway-testkit';

/** A request to `{ note }` costs 101. */
const notes = () =>
  fakeSubgraph(
    'notes',
    'type Query { note: String notes(first: Int! = 20): [String!] } type Mutation { write: String }',
    {
      Query: { note: () => 'a note', notes: () => ['a note'] },
      Mutation: { write: () => 'written' },
    },
  );

const people: Record<string, ReturnType<typeof viewerOf>> = {
  'Bearer fatima': viewerOf({ personId: 'per_fatima', organizationId: 'org_1', roles: ['VIEWER'] }),
  'Bearer omar': viewerOf({ personId: 'per_omar', organizationId: 'org_1', roles: ['VIEWER'] }),
  'Bearer tool': viewerOf({
    personId: 'per_fatima',
    organizationId: 'org_1',
    roles: ['VIEWER'],
    tool: { keyId: 'key_1', scopes: [] },
  }),
};

let identified = 0;
const identify: GatewayOptions['identify'] = async ({ authorization }) => {
  identified += 1;
  const viewer = authorization === undefined ? publicViewer : people[authorization];
  if (!viewer) throw new HubError('UNAUTHENTICATED');
  return { viewer, external: null };
};

let running: RunningGateway | undefined;
let subgraph: ReturnType<typeof notes>;
async function start(options: Partial<GatewayOptions>): Promise<RunningGateway> {
  subgraph = notes();
  identified = 0;
  running = await runGateway([subgraph], { identify, ...options });
  return running;
}
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const as = (name: string, more: Record<string, string> = {}) => ({
  headers: { authorization: `Bearer ${name}`, ...more },
});
const statuses = async (times: number, ask: (n: number) => Promise<{ status: number }>) => {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await ask(n)).status);
  return seen;
};

describe('whoever has spent a minute', () => {
  test('is told so, in their language, and when to come back', async () => {
    const { ask } = await start({ rates: { address: 250 } });
    expect(await statuses(2, () => ask('{ note }'))).toEqual([200, 200]);
    for (const [language, message] of [
      ['en', 'That was a lot in one minute. Try again after the time given.'],
      ['ar', 'طلبات كثيرة في دقيقة واحدة. أعد المحاولة بعد المدة المذكورة.'],
    ] as const) {
      const { status, headers, errors, data } = await ask('{ note }', {
        headers: { 'accept-language': language },
      });
      const wait = Number(headers.get('retry-after'));
      expect([status, data]).toEqual([429, undefined]);
      expect(wait).toBeGreaterThan(50);
      expect(wait).toBeLessThanOrEqual(60);
      expect(errors).toEqual([
        {
          message,
          extensions: {
            code: 'RATE_LIMITED',
            detail: 'A cost of 250 in 60 s per address.',
            retryAfter: wait,
            requestId: headers.get('x-request-id'),
          },
        },
      ]);
    }
    expect(subgraph.asked).toHaveLength(2);
  });

  test('is refused before anybody asks who they are, parses or plans', async () => {
    const { ask } = await start({ rates: { address: 150 } });
    await statuses(2, () => ask('{ note }'));
    identified = 0;
    expect(await statuses(3, () => ask('{ this is no query'))).toEqual([429, 429, 429]);
    expect(identified).toBe(0);
  });

  test('is the address, while nobody is signed in; who is signed in goes on', async () => {
    const { ask } = await start({ rates: { address: 150 } });
    expect(await statuses(3, () => ask('{ note }'))).toEqual([200, 429, 429]);
    expect(await statuses(3, () => ask('{ note }', as('fatima')))).toEqual([200, 200, 200]);
  });

  test('is one person; a colleague at the same address goes on, until the organisation has spent its own', async () => {
    const { ask } = await start({ rates: { person: 250, organization: 450 } });
    expect(await statuses(3, () => ask('{ note }', as('fatima')))).toEqual([200, 200, 429]);
    expect(await statuses(2, () => ask('{ note }', as('omar')))).toEqual([200, 429]);
    const { errors } = await ask('{ note }', as('omar'));
    expect(errors?.[0].extensions.detail).toBe('A cost of 450 in 60 s per organization.');
  });

  test('is one key, not the person who granted it; both spend what the organisation has', async () => {
    const { ask } = await start({ rates: { key: 150, organization: 450 } });
    expect(await statuses(3, () => ask('{ note }', as('tool')))).toEqual([200, 429, 429]);
    expect(await statuses(3, () => ask('{ note }', as('fatima')))).toEqual([200, 200, 429]);
  });

  test('cannot have another address by writing one down', async () => {
    const { ask } = await start({ rates: { address: 250 } });
    const forged = await statuses(4, (n) =>
      ask('{ note }', { headers: { 'x-forwarded-for': `203.0.113.${n}` } }),
    );
    expect(forged).toEqual([200, 200, 429, 429]);
  });

  test('is whom a trusted proxy names: each address for itself, and of IPv6 each network', async () => {
    const { ask } = await start({ rates: { address: 150 }, trustedProxies: ['loopback'] });
    const from = (address: string) => ask('{ note }', { headers: { 'x-forwarded-for': address } });
    expect(await statuses(2, () => from('203.0.113.1'))).toEqual([200, 429]);
    expect((await from('203.0.113.2')).status).toBe(200);
    // What the client wrote stands before what the proxy added, and is not believed.
    expect((await from('198.51.100.7, 203.0.113.1')).status).toBe(429);
    expect(await statuses(3, (n) => from(`2001:db8:1:2::${n + 1}`))).toEqual([200, 429, 429]);
    expect((await from('2001:db8:1:3::1')).status).toBe(200);
  });
});

describe('what is spent', () => {
  const spentBy = async (body: object, headers = as('fatima').headers) => {
    const { extensions } = await post(
      running!.url,
      JSON.stringify({ ...body, extensions: { cost: true } }),
      headers,
    );
    return (
      extensions as { cost: { requested: number; remaining: number; maximum: number; resetsAt: string } }
    ).cost;
  };

  test('is told to clients that ask, and to no others', async () => {
    const { ask } = await start({ rates: { person: 10_000, organization: 5_000 }, limits: { cost: 2_000 } });
    const plain = await ask('{ note }', as('fatima'));
    expect(plain.text).toBe('{"data":{"note":"a note"}}\n');
    const cost = await spentBy({ query: '{ note }' });
    expect(cost).toEqual({ requested: 101, maximum: 2_000, remaining: 4_798, resetsAt: expect.any(String) });
    const wait = Date.parse(cost.resetsAt) - Date.now();
    expect(wait).toBeGreaterThan(30_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  test('grows with what the operation may come to, and with what it changes', async () => {
    await start({});
    expect((await spentBy({ query: '{ note }' })).requested).toBe(101);
    expect((await spentBy({ query: '{ note a: note notes(first: 100) }' })).requested).toBe(103);
    expect((await spentBy({ query: 'mutation { write }' })).requested).toBe(1_101);
    expect((await spentBy({ query: 'mutation { write a: write }' })).requested).toBe(2_102);
  });

  test('is also what was refused: a document that does not parse, does not fit, or is too dear', async () => {
    const { ask } = await start({ rates: { address: 450 }, limits: { cost: 300 } });
    const queries = [
      '{ note',
      '{ nothing }',
      'mutation { write }',
      'query ($n: Int!) { notes(first: $n) }',
      '{ note }',
    ];
    expect(await statuses(5, (n) => ask(queries[n]!))).toEqual([400, 400, 400, 400, 429]);
    expect((await ask('{ note }', as('fatima'))).status).toBe(200);
    expect(subgraph.asked).toHaveLength(1);
  });

  test('is also a credential that leads nowhere; its guesses end, and the address stays open to who is known', async () => {
    const { ask } = await start({ rates: { address: 350 } });
    expect(await statuses(6, (n) => ask('{ note }', as(`guess-${n}`)))).toEqual([
      401, 401, 401, 429, 429, 429,
    ]);
    expect((await ask('{ note }')).status).toBe(429);
    expect((await ask('{ note }', as('fatima'))).status).toBe(200);
  });

  test('is nothing for what is no operation at all', async () => {
    const { url, ask } = await start({ rates: { address: 150 } });
    await statuses(10, () => fetch(`${url}/health`));
    await statuses(10, () => fetch(`${url}/graphql`, { method: 'OPTIONS' }));
    expect((await ask('{ note }')).status).toBe(200);
  });

  test('is the same by GET', async () => {
    const { url } = await start({ rates: { address: 150 } });
    const get = async () =>
      read(await fetch(`${url}/graphql?query={note}`, { headers: { 'apollo-require-preflight': '1' } }));
    expect(await statuses(2, get)).toEqual([200, 429]);
  });
});

describe('while Redis is away', () => {
  /** Takes connections and never says a word. */
  const silent = createServer((socket) => socket.resume());
  beforeAll(() => new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => silent.close(resolve)));
  const places: [string, () => number][] = [
    ['not there', () => 1],
    ['silent', () => (silent.address() as { port: number }).port],
  ];

  test.each(places)('because it is %s, the hub answers, and counts for itself', async (_, port) => {
    const { ask, log } = await start({
      rates: { address: 450 },
      redisUrl: `redis://:secret@127.0.0.1:${port()}`,
    });
    const startedAt = performance.now();
    expect(await statuses(6, () => ask('{ note }'))).toEqual([200, 200, 200, 200, 429, 429]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const told = log.filter(({ msg }) => String(msg).startsWith('Redis is away'));
    expect(told).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('secret');
  });
});
