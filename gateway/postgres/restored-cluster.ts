import { lstat, rename } from 'node:fs/promises';
import { DataDirectory } from './data-directory';
import { moveIntoPlace } from './new-cluster';

/**
 * Puts a restored database in its place and keeps what was there, under a name with the time in it. Returns that
 * name. Two renames cannot be one step: a power failure between them leaves `postgres.restored`, which is
 * complete by then, and the next start calls this again instead of making an empty database.
 */
export async function swapInRestoredCluster(data: DataDirectory): Promise<string | undefined> {
  let keptAs: string | undefined;
  if (await exists(data.cluster)) {
    keptAs = `${data.cluster}.replaced-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    await rename(data.cluster, keptAs);
  }
  await moveIntoPlace(data.restored, data.cluster);
  return keptAs;
}

export async function finishInterruptedRestore(data: DataDirectory): Promise<void> {
  if (await exists(data.restored)) await swapInRestoredCluster(data);
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
