import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDataDirectory } from './data-directory';
import { asDirectoryError, PostgresError, systemErrorCode } from './postgres-error';
import { processIdentity, processSpace } from './processes';

export type LockPurpose = 'hub' | 'backup' | 'restore' | 'audit' | 'admin';

export interface DataDirectoryLock {
  release(): Promise<void>;
}

export interface LockHolder {
  purpose: LockPurpose;
  pid: number;
  identity: string;
  space: string;
  released: boolean;
}

const heartbeatMs = 4_000;
/** Longer than two heartbeats: one may be late on a loaded machine. */
const silenceMs = 10_000;
const longSilenceMs = 60_000;

/**
 * One hub per data folder. `hub.lock/` holds one numbered file per holder; the highest number is the one that
 * counts. A new holder adds the next number, which only one process can do, and never touches the old file
 * before it has won, so two hubs that find the same dead holder cannot both take its place.
 *
 * Whether a holder lives is asked of the operating system (process number and start time), so kill -9 leaves
 * nothing to clean up. A holder in another container cannot be seen that way; it shows its life by touching
 * its file.
 */
export async function lockDataDirectory(path: string, purpose: LockPurpose): Promise<DataDirectoryLock> {
  const { root, lock: directory } = await openDataDirectory(path);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    for (;;) {
      const latest = await latestEntry(directory);
      if (latest && (await isAlive(directory, latest))) throw inUse(root, latest.holder);
      const number = (latest?.number ?? 0) + 1;
      if (await addEntry(directory, number, purpose)) return hold(directory, number);
      // Somebody else was quicker; look again at who it is.
    }
  } catch (error) {
    throw asDirectoryError(error, root);
  }
}

/** Who holds the folder right now, for commands that work with a running hub. */
export async function lockHolder(path: string): Promise<LockHolder | undefined> {
  const { lock: directory } = await openDataDirectory(path);
  const latest = await latestEntry(directory);
  return latest && (await isAlive(directory, latest)) ? latest.holder : undefined;
}

interface LockEntry {
  number: number;
  holder: LockHolder;
}

async function latestEntry(directory: string): Promise<LockEntry | undefined> {
  for (;;) {
    const number = Math.max(0, ...(await lockNumbers(directory)));
    if (number === 0) return undefined;
    try {
      const holder = JSON.parse(await readFile(join(directory, String(number)), 'utf8')) as LockHolder;
      return { number, holder };
    } catch (error) {
      // Replaced between the two reads.
      if (systemErrorCode(error) !== 'ENOENT') throw error;
    }
  }
}

async function lockNumbers(directory: string): Promise<number[]> {
  const names = await readdir(directory).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

async function isAlive(directory: string, { number, holder }: LockEntry): Promise<boolean> {
  if (holder.released) return false;
  if (holder.space === (await processSpace())) {
    return (await processIdentity(holder.pid)) === holder.identity;
  }
  // Another container or an earlier boot. Watch the file with our own clock: the other one may be wrong.
  const lastSign = async () => (await stat(join(directory, String(number))).catch(() => undefined))?.mtimeMs;
  const first = await lastSign();
  if (first === undefined || Date.now() - first > longSilenceMs) return false;
  for (const end = Date.now() + silenceMs; Date.now() < end; await wait(250)) {
    if ((await lastSign()) !== first) return true;
  }
  return false;
}

async function addEntry(directory: string, number: number, purpose: LockPurpose): Promise<boolean> {
  const holder: LockHolder = {
    purpose,
    pid: process.pid,
    identity: (await processIdentity(process.pid)) ?? '',
    space: await processSpace(),
    released: false,
  };
  const unnamed = join(directory, randomUUID());
  await writeFile(unnamed, JSON.stringify(holder), { mode: 0o600 });
  try {
    // A link, not a write: the file appears complete, so nobody ever reads half a holder.
    await link(unnamed, join(directory, String(number)));
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(unnamed, { force: true });
  }
  const numbers = await lockNumbers(directory);
  if (Math.max(...numbers) > number) {
    // A slow starter: others came and went meanwhile, and ours is an old number.
    await rm(join(directory, String(number)), { force: true });
    return false;
  }
  for (const old of numbers.filter((other) => other < number))
    await rm(join(directory, String(old)), { force: true });
  return true;
}

function hold(directory: string, number: number): DataDirectoryLock {
  const file = join(directory, String(number));
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, heartbeatMs);
  heartbeat.unref();
  return {
    async release() {
      clearInterval(heartbeat);
      // Marked, not removed: the number must stay taken, or a slow starter could take it a second time.
      const marked = join(directory, randomUUID());
      try {
        await writeFile(marked, JSON.stringify({ released: true }), { mode: 0o600 });
        await rename(marked, file);
      } catch (error) {
        // The whole data folder is gone, and the lock with it.
        if (systemErrorCode(error) !== 'ENOENT') throw error;
      }
    },
  };
}

function inUse(root: string, { purpose, pid }: LockHolder): PostgresError {
  return new PostgresError(
    'DATA_DIRECTORY_IN_USE',
    `A ${purpose} (process ${pid}) is already working on ${root}. Stop it, or set HUB_DATA_DIR to another folder.`,
  );
}
