import { existsSync } from 'node:fs';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { asDirectoryError, systemErrorCode } from './postgres-error';

/** Where each thing lives below HUB_DATA_DIR. */
export interface DataDirectory {
  root: string;
  cluster: string;
  lock: string;
  log: string;
  /** A cluster that initdb is writing. It becomes `cluster` by a rename, so `cluster` is never half made. */
  newCluster: string;
  /** A backup being unpacked and checked. */
  unpacking: string;
  /** A backup that was unpacked, checked and started once: complete, waiting to become `cluster`. */
  restored: string;
}

export function describeDataDirectory(root: string): DataDirectory {
  return {
    root,
    cluster: join(root, 'postgres'),
    lock: join(root, 'hub.lock'),
    log: join(root, 'postgres.log'),
    newCluster: join(root, 'postgres.new'),
    unpacking: join(root, 'postgres.unpacking'),
    restored: join(root, 'postgres.restored'),
  };
}

export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const absolute = resolve(path);
  try {
    // Others may pass through (PostgreSQL runs as another user when the hub runs as root) but not list.
    await makeDirectory(absolute, process.getuid?.() === 0 ? 0o711 : 0o700);
    return describeDataDirectory(await realpath(absolute));
  } catch (error) {
    throw asDirectoryError(error, absolute);
  }
}

/**
 * With its parents. Node's own recursive `mkdir` never ends where a parent exists but takes no children, as
 * `/proc` does.
 */
async function makeDirectory(path: string, mode: number): Promise<void> {
  const make = () =>
    mkdir(path, { mode }).catch((error: unknown) => {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    });
  try {
    await make();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT' || existsSync(dirname(path))) throw error;
    await makeDirectory(dirname(path), mode);
    await make();
  }
}

/** Removes only what an interrupted run left half made. Call it while holding the folder's lock. */
export async function removeHalfMade(data: DataDirectory): Promise<void> {
  for (const path of [data.newCluster, data.unpacking]) {
    // An initdb that outlived its killed hub or an unpacking that failed may still be writing, hence the retries.
    await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
