import { randomUUID } from 'node:crypto';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { ArchiveEntry } from './archive-stream';
import { clusterPrefix } from './backup-format';
import { PostgresError, systemErrorCode } from './postgres-error';

/** Contents that the server makes anew at every start; the folders themselves have to be there. */
const emptied = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  // Filled at the end, with exactly the part of the log that the copied files need.
  'pg_wal',
]);
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|pgsql_tmp.*|pg_internal\.init.*)$/;
const walSegment = /^[0-9A-F]{24}$/;

/**
 * PostgreSQL's low-level backup procedure, on a server that goes on working: the files are copied while they
 * change, and the write-ahead log of that time repairs them when the copy is started. The files are read from
 * the folder, so this has to run on the server's machine as a user who may read them.
 */
export async function* baseBackup(client: Client, clusterDirectory: string): AsyncGenerator<ArchiveEntry> {
  // The log that is written from now on must not be recycled before it is copied. The slot is temporary: it
  // goes with the connection, however this ends.
  await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [
    `hub_backup_${randomUUID().replaceAll('-', '')}`,
  ]);
  await client.query("SELECT pg_backup_start('tahaluf backup', true)");
  yield* copyFolder(clusterDirectory, '');

  const stopped = await client.query<{ label: string; tablespaces: string; last: string }>(
    'SELECT labelfile AS label, spcmapfile AS tablespaces, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)',
  );
  const { label, tablespaces, last } = stopped.rows[0] ?? { label: '', tablespaces: '', last: '' };
  if (tablespaces.trim())
    throw new PostgresError('BACKUP_FAILED', 'A database with tablespaces cannot be backed up.');
  const first = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1];
  if (!first) throw new PostgresError('BACKUP_FAILED', 'PostgreSQL did not tell where the backup begins.');
  yield { kind: 'content', name: `${clusterPrefix}/backup_label`, content: Buffer.from(label) };
  yield* copyWriteAheadLog(join(clusterDirectory, 'pg_wal'), first, last);
}

async function* copyFolder(clusterDirectory: string, folder: string): AsyncGenerator<ArchiveEntry> {
  yield { kind: 'folder', name: join(clusterPrefix, folder) };
  const entries = await readdir(join(clusterDirectory, folder), { withFileTypes: true }).catch(vanished);
  for (const entry of entries ?? []) {
    const relative = join(folder, entry.name);
    if (leftOut.test(entry.name)) continue;
    if (entry.isDirectory()) {
      if (emptied.has(relative)) yield { kind: 'folder', name: join(clusterPrefix, relative) };
      else yield* copyFolder(clusterDirectory, relative);
      if (relative === 'pg_wal') yield* walFolders();
    } else if (relative === join('global', 'pg_control')) {
      const content = await readSettled(join(clusterDirectory, relative));
      yield { kind: 'content', name: join(clusterPrefix, relative), content };
    } else if (entry.isFile()) {
      // A table dropped since the folder was listed; the log knows.
      const file = await open(join(clusterDirectory, relative), 'r').catch(vanished);
      if (file) yield { kind: 'file', name: join(clusterPrefix, relative), file };
    }
  }
}

function* walFolders(): Generator<ArchiveEntry> {
  for (const name of ['archive_status', 'summaries']) {
    yield { kind: 'folder', name: join(clusterPrefix, 'pg_wal', name) };
  }
}

/** The one file that is rewritten in place and that the log cannot repair: read until two reads agree. */
async function readSettled(path: string): Promise<Buffer> {
  for (let before = await readFile(path); ; ) {
    await wait(10);
    const after = await readFile(path);
    if (after.equals(before)) return after;
    before = after;
  }
}

async function* copyWriteAheadLog(folder: string, first: string, last: string): AsyncGenerator<ArchiveEntry> {
  const names = (await readdir(folder)).filter(
    (name) => walSegment.test(name) && name >= first && name <= last,
  );
  for (const name of names.sort()) {
    yield {
      kind: 'file',
      name: join(clusterPrefix, 'pg_wal', name),
      file: await open(join(folder, name), 'r'),
    };
  }
  if (names[0] !== first)
    throw new PostgresError('BACKUP_FAILED', 'The log of the backup is gone; try again.');
}

function vanished(error: unknown): undefined {
  if (systemErrorCode(error) === 'ENOENT') return undefined;
  throw error;
}
