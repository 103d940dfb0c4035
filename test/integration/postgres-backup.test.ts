import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { backup } from '../../gateway/postgres/backup';
import { lockDataDirectory } from '../../gateway/postgres/lock';
import { restore } from '../../gateway/postgres/restore';
import { backedUp, keptIn } from './postgres-backed-up';
import { start, stopClusters } from './postgres-clusters';
import {
  modeOf,
  password,
  query,
  runChild,
  serversBelow,
  stayingHub,
  temporaryFolder,
} from './postgres-support';

afterEach(stopClusters);

test('a backup made while people write holds everything committed before it and no half transaction', async () => {
  const folder = temporaryFolder();
  const hub = await start({ dataDirectory: join(folder, 'data'), durable: true });
  await query(
    hub.adminUrl,
    `CREATE TABLE account (id int PRIMARY KEY, balance int NOT NULL);
     INSERT INTO account SELECT n, 1000 FROM generate_series(1, 2000) n;
     CREATE TABLE transfer (id bigserial PRIMARY KEY, amount int, padding text);
     CREATE TABLE settled AS SELECT n, md5(n::text) AS hash FROM generate_series(1, 50000) n;`,
  );
  let writing = true;
  let committed = 0;
  const writers = [0, 1].map(async () => {
    const client = new Client({ connectionString: hub.adminUrl });
    await client.connect();
    while (writing) {
      const [from, to] = [1 + Math.floor(Math.random() * 2000), 1 + Math.floor(Math.random() * 2000)];
      await client.query('BEGIN');
      await client.query('SELECT id FROM account WHERE id = ANY($1) ORDER BY id FOR UPDATE', [[from, to]]);
      await client.query('UPDATE account SET balance = balance - 1 WHERE id = $1', [from]);
      await client.query('UPDATE account SET balance = balance + 1 WHERE id = $1', [to]);
      await client.query("INSERT INTO transfer (amount, padding) VALUES (1, repeat('x', 500))");
      await client.query('COMMIT');
      committed++;
    }
    await client.end();
  });
  // Tables and checkpoints come and go meanwhile: files vanish under the reader and the log wants to recycle.
  const churn = (async () => {
    const client = new Client({ connectionString: hub.adminUrl });
    await client.connect();
    while (writing) {
      await client.query("CREATE TABLE brief AS SELECT repeat('y', 1000) FROM generate_series(1, 5000)");
      await client.query('TRUNCATE brief');
      await client.query('CHECKPOINT');
      await client.query('DROP TABLE brief');
    }
    await client.end();
  })();
  await wait(300);
  const before = committed;
  const file = join(folder, 'backup.tar.gz');
  await backup({ dataDirectory: join(folder, 'data'), password, file });
  const during = committed - before;
  await wait(100);
  writing = false;
  await Promise.all([...writers, churn]);
  expect(during).toBeGreaterThan(10);
  expect(await query(hub.adminUrl, 'SELECT count(*)::int FROM pg_replication_slots')).toEqual([{ count: 0 }]);
  const [afterwards] = await query<{ count: number }>(hub.adminUrl, 'SELECT count(*)::int FROM transfer');
  const settled = 'SELECT count(*)::int, md5(string_agg(hash, $$,$$ ORDER BY n)) AS all FROM settled';
  const expected = await query(hub.adminUrl, settled);

  await restore({ dataDirectory: join(folder, 'fresh'), password, file });
  const copy = await start({ dataDirectory: join(folder, 'fresh') });
  const [transfers] = await query<{ count: number }>(copy.adminUrl, 'SELECT count(*)::int FROM transfer');
  expect(transfers?.count).toBeGreaterThanOrEqual(before);
  expect(transfers?.count).toBeLessThanOrEqual(afterwards?.count ?? 0);
  expect(await query(copy.adminUrl, 'SELECT sum(balance)::int, count(*)::int FROM account')).toEqual([
    { sum: 2_000_000, count: 2000 },
  ]);
  expect(await query(copy.adminUrl, settled)).toEqual(expected);
  // Indexes and tables agree, and every page has the right checksum.
  await query(copy.adminUrl, 'CREATE EXTENSION amcheck');
  await query(
    copy.adminUrl,
    `SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_am a ON a.oid = c.relam AND a.amname = 'btree'
     WHERE c.relkind = 'i'`,
  );
  expect(
    await query(
      copy.adminUrl,
      "SELECT * FROM pg_class c, verify_heapam(c.oid) WHERE c.relname IN ('account', 'transfer', 'settled')",
    ),
  ).toEqual([]);
  expect(
    await query(
      copy.adminUrl,
      'SELECT coalesce(sum(checksum_failures), 0)::int AS failures FROM pg_stat_database',
    ),
  ).toEqual([{ failures: 0 }]);
});

test('a backup of a stopped hub replaces other data, which is kept aside, under whatever password', async () => {
  const { folder, file } = await backedUp(7);
  const other = join(folder, 'other');
  const hub = await start({ dataDirectory: other });
  await query(hub.adminUrl, 'CREATE TABLE kept AS SELECT 8 AS n');
  await hub.stop();

  const { keptAs } = await restore({ dataDirectory: other, password: 'quite-another-one', file });
  expect(await keptIn(other, { password: 'quite-another-one' })).toBe(7);
  expect(keptAs).toMatch(/postgres\.replaced-20/);
  expect(serversBelow(folder)).toEqual([]);
  expect(readdirSync(other).sort()).toEqual([
    'hub.lock',
    'postgres',
    'postgres.log',
    keptAs?.slice(other.length + 1),
  ]);

  rmSync(join(other, 'postgres'), { recursive: true });
  renameSync(keptAs ?? '', join(other, 'postgres'));
  expect(await keptIn(other)).toBe(8);
});

test('the archive is for the owner only, plain tar can read it, and nothing unfinished stays', async () => {
  const { folder, file } = await backedUp();
  expect(modeOf(file)).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'data']);
  const listing = spawnSync('tar', ['tzf', file], { encoding: 'utf8' });
  expect(listing.stderr).toBe('');
  const names = listing.stdout.trim().split('\n');
  expect(names[0]).toBe('manifest.json');
  expect(names.at(-1)).toBe('checksums.json');
  expect(names).toContain('postgres/global/pg_control');
  expect(names).toContain('postgres/backup_label');
  expect(names).not.toContain('postgres/postmaster.pid');
});

test('a backup that fails says so and leaves the one before as it was', async () => {
  const { folder, dataDirectory, file } = await backedUp();
  const before = readFileSync(file);
  const hub = await start({ dataDirectory });
  await expect(backup({ dataDirectory, password: 'not-the-password', file })).rejects.toMatchObject({
    code: 'BACKUP_FAILED',
  });
  await expect(
    backup({ dataDirectory, password, file: join(folder, 'no/such/b.tar.gz') }),
  ).rejects.toMatchObject({
    code: 'BACKUP_FAILED',
  });
  await hub.stop();
  await expect(backup({ dataDirectory: join(folder, 'empty'), password, file })).rejects.toMatchObject({
    code: 'DATABASE_MISSING',
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'data', 'empty']);
});

test('a restore is refused while a hub runs on the folder', async () => {
  const { dataDirectory, file } = await backedUp();
  const hub = await start({ dataDirectory });
  await query(hub.adminUrl, 'UPDATE kept SET n = 8');
  await expect(restore({ dataDirectory, password, file })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_IN_USE',
  });
  expect(await query(hub.adminUrl, 'SELECT n FROM kept')).toEqual([{ n: 8 }]);
});

test('a hub is refused while a restore runs on the folder, and so is a backup', async () => {
  const { dataDirectory, file } = await backedUp();
  const lock = await lockDataDirectory(dataDirectory, 'restore');
  const refusal = { code: 'DATA_DIRECTORY_IN_USE', message: expect.stringContaining('restore') };
  await expect(start({ dataDirectory })).rejects.toMatchObject(refusal);
  await expect(backup({ dataDirectory, password, file })).rejects.toMatchObject(refusal);
  await lock.release();
});

test('a restore after kill -9 of the hub stops the server that was left', async () => {
  const { folder, file } = await backedUp(7);
  const dataDirectory = join(folder, 'other');
  const hub = runChild(stayingHub, { dataDirectory });
  const { url } = (await hub.next('started')) as { url: string };
  await query(url, 'CREATE TABLE kept AS SELECT 8 AS n');
  hub.process.kill('SIGKILL');
  await hub.ended;
  await restore({ dataDirectory, password, file });
  expect(serversBelow(folder)).toEqual([]);
  expect(await keptIn(dataDirectory)).toBe(7);
});

test('a restore that was cut off between its two renames is finished by the next start', async () => {
  const { folder, dataDirectory, file } = await backedUp(7);
  const other = join(folder, 'other');
  await restore({ dataDirectory: other, password, file });
  const hub = await start({ dataDirectory });
  await query(hub.adminUrl, 'UPDATE kept SET n = 8');
  await hub.stop();
  renameSync(join(other, 'postgres'), join(dataDirectory, 'postgres.restored'));
  renameSync(join(dataDirectory, 'postgres'), join(dataDirectory, 'postgres.replaced-just-now'));
  expect(await keptIn(dataDirectory)).toBe(7);
});
