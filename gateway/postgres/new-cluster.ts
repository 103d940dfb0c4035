import {
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Binaries } from './binaries';
import { reachablePath } from './cluster-path';
import { DataDirectory } from './data-directory';
import { setPassword } from './password';
import { PostgresError } from './postgres-error';
import { lastUsefulLine, runProgram } from './run-program';
import { SystemUser } from './unprivileged-user';

/** The only way in. A door that is not listed is closed. */
const accessRules = `# Written by the hub. Only this machine, only with the password.
host all all 127.0.0.1/32 scram-sha-256
`;

export interface NewClusterOptions {
  data: DataDirectory;
  binaries: Binaries;
  user: SystemUser | undefined;
  password: string;
  durable: boolean;
}

/**
 * Makes the database beside its final place and moves it there when it is complete, so an interrupted first
 * start leaves nothing that could be taken for a database, and no database is ever deleted to start over.
 */
export async function createCluster({
  data,
  binaries,
  user,
  password,
  durable,
}: NewClusterOptions): Promise<void> {
  await mkdir(data.newCluster, { mode: 0o711 });
  // Another name each time: an initdb that outlived its killed hub goes on by name, and clears up by name when it fails.
  const directory = await mkdtemp(join(data.newCluster, 'try-'));
  if (user) await chown(directory, user.uid, user.gid);
  const { status, stderr } = await runProgram(
    binaries.initdb,
    [
      ...['-D', await reachablePath(directory, user), '--username=postgres', '--encoding=UTF8'],
      // The builtin provider sorts the same on every machine and after every upgrade of the system's C library.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      // No door is open before the password is set and our own rules are in place; no password file is needed.
      ...['--auth=reject', '--data-checksums', '--no-instructions'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { user, cwd: directory },
  );
  if (status !== 0) throw initdbFailure(stderr);

  const rules = join(directory, 'pg_hba.conf');
  await writeFile(rules, accessRules);
  await setPassword({ clusterDirectory: directory, binaries, user, password, durable });
  if (durable) for (const path of [rules, directory]) await flush(path);
  await moveIntoPlace(directory, data.cluster);
  await rmdir(data.newCluster);
}

function initdbFailure(stderr: string): PostgresError {
  if (/could not look up effective user ID/.test(stderr)) {
    return new PostgresError(
      'SYSTEM_USER_MISSING',
      `PostgreSQL needs an entry in /etc/passwd for user ${process.getuid?.()}. Add one, or start the hub as another user.`,
    );
  }
  return new PostgresError(
    'POSTGRES_START_FAILED',
    `The database could not be created: ${lastUsefulLine(stderr)}`,
  );
}

/** A rename that is also on the disk when it returns. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  // An administrator may have made the folder beforehand; only an empty one can be removed this way.
  await rmdir(to).catch(() => undefined);
  await rename(from, to);
  await flush(dirname(to));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Whether there is a database, after making sure that it is whole and that these programs can read it. */
export async function clusterExists(clusterDirectory: string, majorVersion: string): Promise<boolean> {
  const entries = await readdir(clusterDirectory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length === 0) return false;
  const written = await readFile(join(clusterDirectory, 'PG_VERSION'), 'utf8').catch(() => '');
  const control = await stat(join(clusterDirectory, 'global/pg_control')).catch(() => undefined);
  if (!written.trim() || !control) {
    throw new PostgresError(
      'DATA_DIRECTORY_DAMAGED',
      `${clusterDirectory} is not empty but holds no complete database. Move it away, or restore a backup.`,
    );
  }
  assertMajorVersion(written.trim(), majorVersion, `The database in ${clusterDirectory}`);
  return true;
}

export function assertMajorVersion(written: string, majorVersion: string, what: string): void {
  if (written === majorVersion) return;
  throw new PostgresError(
    'POSTGRES_VERSION_MISMATCH',
    `${what} was written by PostgreSQL ${written}, and this hub runs PostgreSQL ${majorVersion}. Open it with the hub release that brought PostgreSQL ${written}.`,
  );
}
