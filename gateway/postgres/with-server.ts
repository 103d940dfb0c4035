import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startCluster } from './cluster';
import { DataDirectory, openDataDirectory } from './data-directory';
import { type LockPurpose, lockDataDirectory, lockHolder } from './lock';
import { adminUrl } from './password';
import { PostgresError } from './postgres-error';
import { readPostmasterFile } from './postmaster-file';

export interface ServerPlace {
  /** HUB_DATA_DIR */
  dataDirectory: string;
  password: string;
  /** Who else comes to the folder meanwhile is told what it is in use for. */
  purpose: LockPurpose;
}

/**
 * Does something with the embedded database: beside a running hub on its server, else on a server of one's own.
 * @param work gets the administrator's address
 */
export async function withServer<Result>(
  { dataDirectory, password, purpose }: ServerPlace,
  work: (url: string, data: DataDirectory) => Promise<Result>,
): Promise<Result> {
  const data = await openDataDirectory(dataDirectory);
  const url = await runningServer(data, password);
  if (url) return work(url, data);

  const lock = await lockDataDirectory(data.root, purpose);
  try {
    if (!(await stat(data.cluster).catch(() => undefined))) {
      throw new PostgresError('DATABASE_MISSING', `There is no database in ${data.root}.`);
    }
    const cluster = await startCluster({ dataDirectory: data.root, password, lock });
    try {
      return await work(cluster.adminUrl, data);
    } finally {
      await cluster.stop();
    }
  } finally {
    await lock.release();
  }
}

const hubStartMs = 30_000;

/** The address of the running hub's server, or nothing when no hub runs. */
async function runningServer(data: DataDirectory, password: string): Promise<string | undefined> {
  for (const end = Date.now() + hubStartMs; ; await wait(250)) {
    const holder = await lockHolder(data.root);
    // A backup or restore that is under way is refused by the lock, in its own words.
    if (holder?.purpose !== 'hub') return undefined;
    const server = await readPostmasterFile(data.cluster);
    if (server?.ready) return adminUrl(server.port, password);
    // The hub is just starting its server, or starting it again.
    if (Date.now() > end) {
      throw new PostgresError(
        'DATABASE_MISSING',
        `The hub (process ${holder.pid}) has no database running. Try later.`,
      );
    }
  }
}
