import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { ArchiveEntry, archiveEnd, archiveStream } from './archive-stream';
import { BackupManifest, backupFormat, Checksums, checksumsName, manifestName } from './backup-format';
import { baseBackup } from './base-backup';
import { DataDirectory } from './data-directory';
import { errorText, PostgresError } from './postgres-error';
import { withServer } from './with-server';

export interface BackupOptions {
  /** HUB_DATA_DIR */
  dataDirectory: string;
  password: string;
  /** The .tar.gz to write; one that is there already is replaced, once the new one is complete. */
  file: string;
}

export interface BackupResult {
  file: string;
  bytes: number;
  createdAt: string;
}

/** Backs up the database, beside a running hub or without one. */
export function backup({ file, ...place }: BackupOptions): Promise<BackupResult> {
  return withServer({ ...place, purpose: 'backup' }, (url, data) => writeBackup(data, url, file));
}

async function writeBackup(data: DataDirectory, url: string, file: string): Promise<BackupResult> {
  const target = resolve(file);
  const unfinished = `${target}.${randomUUID()}.unfinished`;
  const createdAt = new Date().toISOString();
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'backup',
  });
  // A connection that breaks also fails the query that is under way; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await pipeline(
      Readable.from(archive(client, data, createdAt), { objectMode: false }),
      createGzip({ level: 4 }),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }),
    );
    await flush(unfinished);
    await rename(unfinished, target);
    await flush(dirname(target));
    return { file: target, bytes: (await stat(target)).size, createdAt };
  } catch (error) {
    if (error instanceof PostgresError) throw error;
    throw new PostgresError('BACKUP_FAILED', `The backup could not be made: ${errorText(error)}`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
    await rm(unfinished, { force: true });
  }
}

async function* archive(client: Client, data: DataDirectory, createdAt: string): AsyncGenerator<Buffer> {
  const version = (await readFile(join(data.cluster, 'PG_VERSION'), 'utf8')).trim();
  const manifest: BackupManifest = { format: backupFormat, postgresMajorVersion: version, createdAt };
  const checksums: Checksums = {};
  yield* archiveStream(only(manifestName, manifest), checksums);
  yield* archiveStream(baseBackup(client, data.cluster), checksums);
  yield* archiveStream(only(checksumsName, checksums), {});
  yield archiveEnd;
}

async function* only(name: string, value: unknown): AsyncGenerator<ArchiveEntry> {
  yield { kind: 'content', name, content: Buffer.from(JSON.stringify(value, null, 1)) };
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
