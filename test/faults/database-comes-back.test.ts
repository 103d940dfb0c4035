import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, startCluster } from '../../gateway/postgres/cluster';
import { prepareDatabase } from '../../gateway/start/prepare-database';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, testSecret } from '../testkit/database';
import { type Answer, startTestHub, type TestHub, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';

/** Rows of every subgraph in one request. */
const wide = `{
  organizations(first: 2) { nodes { slug campaigns(first: 1) { nodes { slug } } } }
  events(first: 2) { nodes { slug organizer { slug } } }
  services(first: 2) { nodes { slug provider { slug } } }
  campaigns(first: 2) { nodes { slug organization { slug } } }
}`;

const awayCodes = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'HUB_UNAVAILABLE'];

/** Either whole, or what is missing is named: never a fault of ours, never a quiet gap. */
function expectCoded({ status, data, errors, text }: Answer) {
  expect([200, 503]).toContain(status);
  for (const { extensions } of errors ?? []) {
    expect(awayCodes).toContain(extensions.code);
    if (status === 200) expect(subgraphs.map(({ name }) => name)).toContain(extensions.subgraph);
  }
  if (!errors) expect(Object.values(data)).not.toContain(null);
  expect(text).not.toMatch(/terminat|ECONN|127\.0\.0\.1|postgres|57P|administrator|timeout exceeded/i);
}

async function answersFully(hub: TestHub, within: number): Promise<void> {
  for (const end = Date.now() + within; ; await wait(100)) {
    const { errors } = await hub.ask(wide, { as: 'bicf:VIEWER' });
    if (!errors) return;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(errors)}`);
  }
}
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);

  const cutConnections = () =>
    asAdministrator(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [new URL(database.url).pathname.slice(1)],
    );

  it('answers the next request when every idle connection was cut', async () => {
    const before = await hub.ask(wide, { as: 'bicf:VIEWER' });
    expect(before.errors).toBeUndefined();
    await cutConnections();
    await wait(100);
    const after = await hub.ask(wide, { as: 'bicf:VIEWER' });
    expect(after.errors).toBeUndefined();
    expect(after.data).toEqual(before.data);
  });

  it('names what is missing when connections are cut under requests, and answers fully afterwards', async () => {
    const { data: whole } = await hub.ask(wide, { as: 'bicf:VIEWER' });
    const asked: Promise<Answer>[] = [];
    for (let round = 0; round < 12; round++) {
      asked.push(...Array.from({ length: 5 }, () => hub.ask(wide, { as: 'bicf:VIEWER' })));
      await cutConnections();
      await wait(20);
    }
    for (const answer of await Promise.all(asked)) {
      expectCoded(answer);
      if (!answer.errors) expect(answer.data).toEqual(whole);
    }
    await answersFully(hub, 5_000);
  });

  it('takes only the fields of the subgraph whose statement was cut', async () => {
    await answersFully(hub, 5_000);
    const locked = await lock('events.event');
    const asked = hub.ask(wide, { as: 'bicf:VIEWER' });
    // What only reads is asked once more on another connection.
    for (let cut = 0; cut < 2; cut++) {
      await blocked(1);
      await asAdministrator(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
        [new URL(database.url).pathname.slice(1)],
      );
    }
    const { data, errors } = await asked;
    await locked.release();
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'events' } }]);
    expect(data.events).toBeNull();
    for (const list of ['organizations', 'services', 'campaigns']) expect(data[list].nodes).toHaveLength(2);
    await answersFully(hub, 2_000);
  });

  it('refuses with a code what finds no free connection, and hangs nobody', async () => {
    const locked = await lock('events.event');
    const startedAt = Date.now();
    // Of the public all would wait for one answer.
    const query = '{ events(first: 1) { nodes { slug } } }';
    const asked = Array.from({ length: 60 }, () => hub.ask(query, { as: 'bicf:VIEWER' }));
    const others = Array.from({ length: 10 }, () => hub.ask('{ services(first: 1) { nodes { slug } } }'));
    // The other subgraphs do not notice.
    for (const { errors } of await Promise.all(others)) expect(errors).toBeUndefined();
    let settled = 0;
    for (const answer of asked) void answer.then(() => settled++);
    // As many as there are connections wait for the lock; the others are told before that.
    while (settled < 50 && Date.now() - startedAt < 12_000) await wait(50);
    await locked.release();
    const answers = await Promise.all(asked);
    expect(Date.now() - startedAt).toBeLessThan(13_000);
    answers.forEach(expectCoded);
    const served = answers.filter(({ errors }) => !errors);
    expect(served.length).toBeLessThanOrEqual(10);
    for (const { data } of served) expect(data.events.nodes).toHaveLength(1);
    const again = await hub.ask(query);
    expect(again.errors).toBeUndefined();
  });

  it('serves a subgraph again that was gone and is back at the same address', async () => {
    for (const { name } of subgraphs) {
      await hub.kill(name);
      const without = await Promise.all(
        Array.from({ length: 5 }, () => hub.ask(wide, { as: 'bicf:VIEWER' })),
      );
      for (const answer of without) {
        expectCoded(answer);
        expect(answer.errors!.every(({ extensions }) => extensions.subgraph === name)).toBe(true);
      }
      await hub.revive(name);
      const { errors } = await hub.ask(wide, { as: 'bicf:VIEWER' });
      expect({ name, errors }).toEqual({ name, errors: undefined });
    }
  });

  async function lock(table: string) {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    return {
      release: async () => {
        await client.query('rollback');
        await client.end();
      },
    };
  }

  /** Waits until so many statements wait for a lock. */
  async function blocked(count: number) {
    for (let waiting = 0; waiting < count; await wait(20)) {
      const [row] = await asAdministrator<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
        [new URL(database.url).pathname.slice(1)],
      );
      waiting = row!.count;
    }
  }
});

describe('a database server that dies', () => {
  let directory: string;
  let cluster: Cluster;
  let hub: TestHub;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tahaluf-fault-'));
    cluster = await startCluster({ dataDirectory: directory, password: testSecret, durable: false });
    await prepareDatabase({ adminUrl: cluster.adminUrl, subgraphs, secret: testSecret, demo: true });
    hub = await startTestHub('http', cluster.adminUrl);
  });
  afterAll(async () => {
    await hub.close();
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('takes its fields with it, and the same gateway answers fully once it is back', async () => {
    const { data: whole } = await hub.ask(wide, { as: 'bicf:VIEWER' });
    expect(whole.events.nodes).toHaveLength(2);
    const dead = cluster.pid;
    process.kill(dead, 'SIGKILL');
    let refusals = 0;
    for (const end = Date.now() + 20_000; ; await wait(50)) {
      const answer = await hub.ask(wide, { as: 'bicf:VIEWER' });
      expectCoded(answer);
      if (!answer.errors && cluster.pid !== dead) break;
      refusals += 1;
      // Nobody can tell the public either which organisations are hidden from it, so it gets nothing or all.
      const ofPublic = await hub.ask('{ places { code } }');
      expectCoded(ofPublic);
      if (Date.now() > end) throw new Error('the database did not come back');
    }
    expect(refusals).toBeGreaterThan(0);
    const { data, errors } = await hub.ask(wide, { as: 'bicf:VIEWER' });
    expect(errors).toBeUndefined();
    expect(data).toEqual(whole);
  });
});
