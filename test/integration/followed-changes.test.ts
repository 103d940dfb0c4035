import fc from 'fast-check';
import { Client } from 'pg';
import { coalitionId } from '../../shared/coalition';
import { seedId } from '../../shared/schema/type-id';
import { changesOf } from '../testkit/changes';
import { followingOf } from '../testkit/following';
import type { Asker } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';

const reader: Asker = 'bicf:VIEWER';
const bills = [0, 1, 2].map((n) => seedId('Bill', `followed ${n}`));
const { hub, database, administrator } = hubOfItsOwn('local');
const { change } = changesOf(hub);
const { changesFor, toldNow, settled, acknowledge } = followingOf(hub, administrator);

/** Somebody who changes bills, in transactions as long as the test wants. */
class Writer {
  private readonly client = new Client({ connectionString: database.url });
  /** Ids of the changes that the transaction has made so far, with the bill of each. */
  pending: { readonly bill: number; readonly id: string }[] = [];
  isOpen = false;

  connect(): Promise<unknown> {
    // It is told of its own death several times.
    this.client.on('error', () => {});
    return this.client.connect();
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async begin(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    // Its number is that of its beginning, whenever it writes.
    await this.client.query('begin; select pg_current_xact_id()');
  }

  async change(bill: number): Promise<string> {
    await this.begin();
    await this.client.query('update campaigns.bill set title = title || $1 where id = $2', [
      { en: `${Math.random()}` },
      bills[bill],
    ]);
    const { rows } = await this.client.query<{ id: string }>(
      'select id from campaigns.bill_change where subject_id = $1 order by sequence desc limit 1',
      [bills[bill]],
    );
    this.pending.push({ bill, id: rows[0]!.id });
    return rows[0]!.id;
  }

  /** @returns the changes that stay */
  async end(how: 'commit' | 'rollback'): Promise<typeof this.pending> {
    const { pending } = this;
    if (this.isOpen) await this.client.query(how);
    this.isOpen = false;
    this.pending = [];
    return how === 'commit' ? pending : [];
  }

  async die(): Promise<void> {
    const { rows } = await this.client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const died = new Promise((resolve) => this.client.once('error', resolve));
    await administrator('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await died;
  }
}

let writers: Writer[];
beforeAll(async () => {
  await administrator(
    `insert into campaigns.jurisdiction (organization_id, id, sharing_level, ocd_id, name, classification)
       values ($1, 'jur', 'PUBLIC', 'jur', '{}', 'state')`,
    [coalitionId],
  );
  await administrator(
    `insert into campaigns.bill (organization_id, id, sharing_level, jurisdiction_id, legislative_session, identifier, title)
       select $1, id, 'PUBLIC', 'jur', '', id, '{"en": "A bill"}' from unnest($2::text[]) id`,
    [coalitionId, bills],
  );
  for (const subject of bills) await change(reader, 'follow', { subject }, 'follow { id }');
});
beforeEach(async () => {
  writers = [new Writer(), new Writer(), new Writer()];
  for (const writer of writers) await writer.connect();
  await readAll();
});
afterEach(async () => {
  for (const writer of writers) await writer.close().catch(() => {});
});

/** Reads and acknowledges until nothing is left. */
async function readAll(read: (told: readonly { readonly id: string }[]) => void = () => {}): Promise<void> {
  for (;;) {
    const { nodes, pageInfo } = await changesFor(reader, { first: 3 });
    read(nodes);
    if (!pageInfo.endCursor) return;
    await acknowledge(reader, pageInfo.endCursor);
  }
}
const ids = (told: { readonly nodes: readonly { readonly id: string }[] }) => told.nodes.map(({ id }) => id);

it('loses nothing when two writers commit in the opposite order of their numbers', async () => {
  const [first, second] = writers as [Writer, Writer];
  const early = await first.change(0);
  const late = await second.change(1);
  await second.end('commit');
  // The first one could still come to stand before it.
  expect(ids(await toldNow(reader))).toEqual([]);
  await first.end('commit');
  const told = await changesFor(reader);
  expect(ids(told)).toEqual([early, late]);
  await acknowledge(reader, told.pageInfo.endCursor!);
  expect(ids(await changesFor(reader))).toEqual([]);
});

it('tells changes of one bill in their order, also when the writer of the later one began first', async () => {
  const [early, between, late] = writers as [Writer, Writer, Writer];
  await early.begin();
  // Runs on after both: what it could still write stands between their numbers.
  await between.begin();
  const first = await late.change(0);
  await late.end('commit');
  const second = await early.change(0);
  await early.end('commit');
  expect(ids(await toldNow(reader))).toEqual([]);
  await between.end('commit');
  expect(ids(await changesFor(reader))).toEqual([first, second]);
});

it('tells of no change whose writer died before it was done', async () => {
  const [dying, other] = writers as [Writer, Writer];
  await dying.change(0);
  await dying.die();
  const made = await other.change(0);
  await other.end('commit');
  expect(ids(await changesFor(reader))).toEqual([made]);
});

it('tells the same again to a reader that died before it acknowledged, and goes on after one that did', async () => {
  const [writer] = writers as [Writer];
  const made = [await writer.change(0), await writer.change(1), await writer.change(0)];
  await writer.end('commit');
  const page = await changesFor(reader, { first: 2 });
  expect(ids(page)).toEqual(made.slice(0, 2));
  // Its connections to the database die with the reader.
  await administrator(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'tahaluf_campaigns'`,
  );
  expect(ids(await changesFor(reader, { first: 2 }))).toEqual(made.slice(0, 2));
  await acknowledge(reader, page.pageInfo.endCursor!);
  expect(ids(await changesFor(reader))).toEqual(made.slice(2));
});

it('whatever writers and readers do in whatever order: each change once, and each bill’s in their order', async () => {
  const step = fc.record({
    writer: fc.nat(2),
    bill: fc.nat(2),
    deed: fc.constantFrom('begin', 'change', 'change', 'change', 'commit', 'commit', 'rollback'),
    reads: fc.constantFrom('nothing', 'nothing', 'a page', 'a page and dies'),
  });
  const happened = { early: 0, again: 0, dropped: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const made: string[][] = bills.map(() => []);
      const told: string[][] = bills.map(() => []);
      const end = async (writer: Writer, how: 'commit' | 'rollback') => {
        if (how === 'rollback') happened.dropped += writer.pending.length;
        for (const { bill, id } of await writer.end(how)) made[bill]!.push(id);
      };
      const read = (
        nodes: readonly { readonly id: string; readonly bill?: { readonly id: string } | null }[],
      ) => {
        for (const { id, bill } of nodes) {
          const list = told[bills.indexOf(bill!.id)]!;
          // The change's id tells that it is the same again.
          if (list.includes(id)) happened.again++;
          else list.push(id);
        }
      };
      for (const { writer: n, bill, deed, reads } of steps) {
        const writer = writers[n]!;
        const isHeld = writers.some(
          (one) => one !== writer && one.pending.some((held) => held.bill === bill),
        );
        if (deed === 'begin') await writer.begin();
        else if (deed !== 'change') await end(writer, deed);
        else if (!isHeld) await writer.change(bill);
        if (reads === 'nothing') continue;
        const { nodes, pageInfo } = await toldNow(reader, { first: 2 });
        read(nodes);
        if (nodes.length > 0 && writers.some(({ isOpen }) => isOpen)) happened.early++;
        if (pageInfo.endCursor && reads === 'a page') await acknowledge(reader, pageInfo.endCursor);
      }
      for (const writer of writers) await end(writer, 'commit');
      await settled();
      await readAll(read);
      expect(told).toEqual(made);
    }),
    { numRuns: 30 },
  );
  for (const count of Object.values(happened)) expect(count).toBeGreaterThan(0);
});
