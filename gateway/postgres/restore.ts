import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { clusterPrefix } from './backup-format';
import { findBinaries } from './binaries';
import { openDataDirectory, removeHalfMade } from './data-directory';
import { stopLeftoverServer } from './leftover-server';
import { lockDataDirectory } from './lock';
import { assertMajorVersion, clusterExists } from './new-cluster';
import { assertPasswordUsable } from './password';
import { asDirectoryError } from './postgres-error';
import { finishInterruptedRestore, swapInRestoredCluster } from './restored-cluster';
import { startServerWithPassword } from './server-with-password';
import { unpackBackup } from './unpack-backup';
import { chooseDatabaseUser, giveTo } from './unprivileged-user';

export interface RestoreOptions {
  /** HUB_DATA_DIR */
  dataDirectory: string;
  /** The password the hub will use from now on; the backup may have been made under another one. */
  password: string;
  file: string;
}

export interface RestoreResult {
  createdAt: string;
  /** The folder with the database that was replaced; the hub never deletes it. */
  keptAs: string | undefined;
}

/**
 * Puts the database of a backup in place of the present one. The order is what makes it safe: unpack and check
 * beside, start it there once (which replays the log and proves that it works), and only then exchange.
 */
export async function restore({ dataDirectory, password, file }: RestoreOptions): Promise<RestoreResult> {
  assertPasswordUsable(password);
  const data = await openDataDirectory(dataDirectory);
  const lock = await lockDataDirectory(data.root, 'restore');
  try {
    await removeHalfMade(data);
    await finishInterruptedRestore(data);
    const user = await chooseDatabaseUser(data.cluster);
    const binaries = await findBinaries(user, data.root);

    const unpacked = join(data.unpacking, clusterPrefix);
    const manifest = await unpackBackup(resolve(file), data.unpacking);
    assertMajorVersion(manifest.postgresMajorVersion, binaries.majorVersion, `The backup ${file}`);
    await clusterExists(unpacked, binaries.majorVersion);
    await giveTo(user, unpacked);

    const place = { clusterDirectory: unpacked, log: data.log, binaries, user, durable: true };
    const server = await startServerWithPassword(place, { password });
    await server.stop();

    // A hub that was killed may have left its server on the folder that is about to be moved.
    await stopLeftoverServer(data.cluster);
    await rename(unpacked, data.restored);
    return { createdAt: manifest.createdAt, keptAs: await swapInRestoredCluster(data) };
  } catch (error) {
    throw asDirectoryError(error, data.root);
  } finally {
    await removeHalfMade(data);
    await lock.release();
  }
}
