import { setTimeout as wait } from 'node:timers/promises';
import { fakeSubgraph, type RunningGateway, runGateway } from '../integration/gateway-testkit';
import { viewerOf } from '../testkit/claims';
import { type RedisServer, startRedis } from './redis-server';

/** What a request to `{ note }` costs. */
const cost = 101;
/** Enough for ten of them in a minute, and for a fraction of an eleventh. */
const rates = { person: 10 * cost + 50, organization: 1e9 };

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.close());

const gateways: RunningGateway[] = [];
beforeEach(() => redis.client.flushall());
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.stop();
});

/** Everybody is the person that the token names. */
async function gateway(redisUrl: string | null = redis.url): Promise<RunningGateway> {
  const notes = fakeSubgraph('notes', 'type Query { note: String }', { Query: { note: () => 'a note' } });
  const running = await runGateway([notes], {
    rates,
    redisUrl: redisUrl ?? undefined,
    identify: async ({ authorization = '' }) => ({
      viewer: viewerOf({ personId: authorization, organizationId: 'org_1', roles: ['VIEWER'] }),
      external: null,
    }),
  });
  gateways.push(running);
  if (redisUrl === redis.url) await until(() => redisKnows(running));
  return running;
}

/** The connection is made while the gateway already answers. */
async function redisKnows({ ask }: RunningGateway): Promise<boolean> {
  await ask('{ note }', as('somebody'));
  return (await redis.client.exists('hub:spent:person:somebody')) === 1;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(50)) if (await holds()) return;
  throw new Error('it did not come to that');
}

const as = (person: string) => ({ headers: { authorization: person } });
const answered = async (running: RunningGateway, person: string, times: number) => {
  const statuses: number[] = [];
  for (let n = 0; n < times; n += 1) statuses.push((await running.ask('{ note }', as(person))).status);
  return statuses.filter((status) => status === 200).length;
};

test('two gateways have one account between them', async () => {
  const [first, second] = [await gateway(), await gateway()];
  expect([await answered(first, 'fatima', 6), await answered(second, 'fatima', 6)]).toEqual([6, 4]);
  expect([await answered(first, 'fatima', 2), await answered(first, 'omar', 2)]).toEqual([0, 2]);
});

test('two gateways without it have one each', async () => {
  const [first, second] = [await gateway(null), await gateway(null)];
  expect([await answered(first, 'fatima', 12), await answered(second, 'fatima', 12)]).toEqual([10, 10]);
});

test('a hundred requests at the same time at two gateways do not get past it', async () => {
  const both = [await gateway(), await gateway()];
  const asked = Array.from({ length: 100 }, (_, n) => both[n % 2]!.ask('{ note }', as('fatima')));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(90);
});

test('holds numbers that end with their minute, and nothing else', async () => {
  const { ask } = await gateway();
  await redis.client.flushall();
  await ask('{ note }', as('fatima'));
  const keys = (await redis.client.keys('*')).sort();
  expect(keys).toEqual(['hub:spent:organization:org_1', 'hub:spent:person:fatima']);
  for (const key of keys) {
    expect(await redis.client.get(key)).toBe(String(cost));
    const left = await redis.client.pttl(key);
    expect(left).toBeGreaterThan(50_000);
    expect(left).toBeLessThanOrEqual(60_000);
  }
});

test('an account that has ended in Redis begins anew', async () => {
  const running = await gateway();
  expect(await answered(running, 'fatima', 10)).toBe(10);
  await redis.client.pexpire('hub:spent:person:fatima', 1);
  await wait(20);
  expect(await answered(running, 'fatima', 10)).toBe(10);
});

test('a Redis that dies neither opens the gate nor closes the hub, and is used again when it is back', async () => {
  const running = await gateway();
  expect(await answered(running, 'fatima', 4)).toBe(4);
  const before = running.log.length;
  await redis.kill();
  const startedAt = performance.now();
  expect(await answered(running, 'fatima', 15)).toBe(10);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  await redis.start();
  await until(() => redisKnows(running));
  const told = running.log.slice(before).map(({ msg }) => String(msg));
  expect(told.filter((line) => line.startsWith('Redis is'))).toEqual([
    'Redis is away: each gateway counts for itself',
    'Redis is back',
  ]);
  expect(JSON.stringify(running.log)).not.toContain('a-password');
  const other = await gateway();
  expect([await answered(running, 'omar', 6), await answered(other, 'omar', 6)]).toEqual([6, 4]);
});

test('a Redis that hangs holds up nobody for long', async () => {
  const running = await gateway();
  redis.freeze();
  try {
    const took: number[] = [];
    for (let n = 0; n < 24; n += 1) {
      const startedAt = performance.now();
      const { status } = await running.ask('{ note }', as('fatima'));
      took.push(performance.now() - startedAt);
      expect(status).toBe(n < 10 ? 200 : 429);
    }
    expect(Math.max(...took)).toBeLessThan(1_500);
    // After a second it is given up, and not asked until it has answered again.
    expect(Math.max(...took.slice(-8))).toBeLessThan(150);
  } finally {
    redis.thaw();
  }
  await until(() => redisKnows(running));
});

test('a Redis that takes no such password is one that is away', async () => {
  const running = await gateway(redis.url.replace('a-password', 'another-password'));
  expect(await answered(running, 'fatima', 12)).toBe(10);
  expect(await redis.client.keys('*')).toEqual([]);
  expect(JSON.stringify(running.log)).not.toContain('another-password');
});
