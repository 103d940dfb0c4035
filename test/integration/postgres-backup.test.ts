import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { Header } from 'tar';
import { backup } from '../../gateway/postgres/backup';
import { Cluster, ClusterOptions, startCluster } from '../../gateway/postgres/cluster';
import { lockDataDirectory } from '../../gateway/postgres/lock';
import { restore } from '../../gateway/postgres/restore';
import {
  cleanUp,
  keepUntilTheEnd,
  modeOf,
  password,
  query,
  runChild,
  serversBelow,
  stayingHub,
  temporaryFolder,
} from './postgres-support';

jest.setTimeout(60_000);

const running: Cluster[] = [];
async function start(options: Partial<ClusterOptions> & { dataDirectory: string }): Promise<Cluster> {
  const cluster = await startCluster({ password, durable: false, ...options });
  running.push(cluster);
  return cluster;
}

afterEach(async () => {
  for (const cluster of running.splice(0)) await cluster.stop();
  await cleanUp();
});

/** A stopped hub with a table `kept` of one row, and a backup of it. */
async function backedUp(value = 7): Promise<{ folder: string; dataDirectory: string; file: string }> {
  const folder = temporaryFolder();
  const dataDirectory = join(folder, 'data');
  const cluster = await start({ dataDirectory });
  await query(cluster.adminUrl, `CREATE TABLE kept AS SELECT ${value} AS n`);
  await cluster.stop();
  const file = join(folder, 'backup.tar.gz');
  await backup({ dataDirectory, password, file });
  return { folder, dataDirectory, file };
}

async function keptIn(dataDirectory: string, options: Partial<ClusterOptions> = {}): Promise<unknown> {
  const cluster = await start({ dataDirectory, ...options });
  const rows = await query<{ n: number }>(cluster.adminUrl, 'SELECT n FROM kept');
  await cluster.stop();
  return rows[0]?.n;
}

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
    code: 'BACKUP_FAILED',
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

describe('a backup that is not whole is refused and nothing is touched', () => {
  /** Reads and writes the plain tar: names and contents in their order. */
  type Entry = { name: string; type: string; content: Buffer };
  const read = (file: string): Entry[] => {
    const bytes = gunzipSync(readFileSync(file));
    const entries: Entry[] = [];
    for (let position = 0; position < bytes.length; ) {
      const header = new Header(bytes, position);
      if (header.nullBlock) break;
      const size = header.size ?? 0;
      const content = bytes.subarray(position + 512, position + 512 + size);
      entries.push({ name: header.path ?? '', type: header.type, content });
      position += 512 + Math.ceil(size / 512) * 512;
    }
    return entries;
  };
  const write = (file: string, entries: (Entry & { linkpath?: string })[]): void => {
    const blocks = entries.flatMap(({ name, type, content, linkpath }) => {
      const header = new Header({
        path: name,
        size: content.length,
        mode: 0o600,
        linkpath,
        type: type as 'File',
      });
      header.encode();
      return [header.block as Buffer, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
    });
    writeFileSync(file, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])));
  };
  const change = (file: string, name: string, to: (content: Buffer) => Buffer): void =>
    write(
      file,
      read(file).map((entry) =>
        entry.name === name ? { ...entry, content: to(Buffer.from(entry.content)) } : entry,
      ),
    );
  const add = (
    file: string,
    entry: { name: string; type: string; linkpath?: string; content?: string },
  ): void => {
    const entries = read(file);
    entries.splice(3, 0, { ...entry, content: Buffer.from(entry.content ?? '') } as Entry);
    write(file, entries);
  };

  // Made once: every test spoils the archive anew and proves that the data is as it was.
  let made: Awaited<ReturnType<typeof backedUp>>;
  let whole: Buffer;
  beforeAll(async () => {
    made = await backedUp(7);
    whole = readFileSync(made.file);
    keepUntilTheEnd(made.folder);
  });
  beforeEach(() => {
    rmSync(`${made.file}.away`, { force: true });
    writeFileSync(made.file, whole);
  });

  async function expectRefusal(code = 'BACKUP_DAMAGED'): Promise<void> {
    const { folder, dataDirectory, file } = made;
    const before = readdirSync(dataDirectory, { recursive: true }).sort();
    await expect(restore({ dataDirectory, password, file })).rejects.toMatchObject({ code });
    const present = readdirSync(dataDirectory, { recursive: true }).filter(
      (name) => !String(name).startsWith('hub.lock'),
    );
    expect(present.sort()).toEqual(before.filter((name) => !String(name).startsWith('hub.lock')));
    expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'data']);
  }

  test('unchanged, to know that the tests below change what they mean to', async () => {
    write(made.file, read(made.file));
    const dataDirectory = join(temporaryFolder(), 'fresh');
    await restore({ dataDirectory, file: made.file, password });
    expect(await keptIn(dataDirectory)).toBe(7);
  });

  test.each<[string, (file: string) => void]>([
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, -2000))],
    ['empty', (file) => writeFileSync(file, '')],
    ['not an archive', (file) => writeFileSync(file, 'hello '.repeat(1000))],
    ['missing', (file) => renameSync(file, `${file}.away`)],
    [
      'one bit of the compressed file changed',
      (file) => {
        const bytes = readFileSync(file);
        bytes[Math.floor(bytes.length / 2)]! ^= 1;
        writeFileSync(file, bytes);
      },
    ],
    [
      'one bit of a file in it changed',
      (file) =>
        change(file, 'postgres/global/pg_control', (content) => {
          content[300]! ^= 1;
          return content;
        }),
    ],
    [
      'a file missing',
      (file) =>
        write(
          file,
          read(file).filter(({ name }) => name !== 'postgres/global/pg_filenode.map'),
        ),
    ],
    [
      'a folder missing',
      (file) =>
        write(
          file,
          read(file).filter(({ name }) => name !== 'postgres/pg_notify/'),
        ),
    ],
    ['a file added', (file) => add(file, { name: 'postgres/recovery.signal', type: 'File' })],
    ['the end missing', (file) => write(file, read(file).slice(0, -1))],
    ['a way out', (file) => add(file, { name: 'postgres/../../../escaped', type: 'File', content: 'x' })],
    ['an absolute path', (file) => add(file, { name: `${made.folder}/escaped`, type: 'File', content: 'x' })],
    [
      'a symbolic link',
      (file) => add(file, { name: 'postgres/link', type: 'SymbolicLink', linkpath: made.folder }),
    ],
    [
      'a hard link',
      (file) => add(file, { name: 'postgres/link', type: 'Link', linkpath: 'postgres/PG_VERSION' }),
    ],
    ['a format of the future', (file) => change(file, 'manifest.json', () => Buffer.from('{"format":2}'))],
  ])('%s', async (_, spoil) => {
    spoil(made.file);
    if (!existsSync(made.file)) {
      await expect(restore({ ...made, password })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
      return;
    }
    await expectRefusal();
  });

  test('of another major version', async () => {
    const manifest = JSON.stringify({
      format: 1,
      postgresMajorVersion: '17',
      createdAt: new Date().toISOString(),
    });
    change(made.file, 'manifest.json', () => Buffer.from(manifest));
    change(made.file, 'checksums.json', (content) => {
      const sums = JSON.parse(content.toString()) as Record<string, string>;
      return Buffer.from(
        JSON.stringify({ ...sums, 'manifest.json': createHash('sha256').update(manifest).digest('hex') }),
      );
    });
    await expectRefusal('POSTGRES_VERSION_MISMATCH');
  });

  test('whole by its checksums, but with a database that does not start', async () => {
    const broken = Buffer.from('no such setting\n');
    change(made.file, 'postgres/postgresql.conf', () => broken);
    change(made.file, 'checksums.json', (content) => {
      const sums = JSON.parse(content.toString()) as Record<string, string>;
      sums['postgres/postgresql.conf'] = createHash('sha256').update(broken).digest('hex');
      return Buffer.from(JSON.stringify(sums));
    });
    await expectRefusal('POSTGRES_START_FAILED');
  });

  test('and the hub starts with its data after all of them', async () => {
    expect(await keptIn(made.dataDirectory)).toBe(7);
  });
});
