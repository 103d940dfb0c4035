import { Client } from 'pg';
import { Binaries } from './binaries';
import { reachablePath } from './cluster-path';
import { PostgresError, systemErrorCode } from './postgres-error';
import { clusterMark } from './processes';
import { lastUsefulLine, runProgram } from './run-program';
import { serverSettings } from './server-settings';
import { SystemUser } from './unprivileged-user';

export function adminUrl(port: number, password: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** Before anything is made: the password travels through a URL and through a line of SQL. */
export function assertPasswordUsable(password: string): void {
  if (/^[\x21-\x7e]{8,200}$/.test(password)) return;
  throw new PostgresError(
    'PASSWORD_NOT_USABLE',
    'The database password must be 8 to 200 printable ASCII characters without spaces.',
  );
}

export async function passwordIsAccepted(port: number, password: string): Promise<boolean> {
  const client = new Client({ connectionString: adminUrl(port, password), connectionTimeoutMillis: 10_000 });
  // A connection that breaks is reported by connect() already; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (systemErrorCode(error) === '28P01') return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface SetPasswordOptions {
  clusterDirectory: string;
  binaries: Binaries;
  user: SystemUser | undefined;
  password: string;
  durable: boolean;
}

/**
 * Sets the administrator's password while no server runs. Also the answer to keys that were generated anew and
 * to a backup of another hub: whoever can write the files of a database owns it, so refusing protects nothing.
 */
export async function setPassword(options: SetPasswordOptions): Promise<void> {
  const { clusterDirectory, binaries, user, password, durable } = options;
  const { status, stdout, stderr } = await runProgram(
    binaries.postgres,
    [
      '--single',
      ...['-D', await reachablePath(clusterDirectory, user)],
      ...serverSettings({ mark: await clusterMark(clusterDirectory), durable }),
      'postgres',
    ],
    // Through its input: arguments are visible to every user of the machine.
    {
      user,
      cwd: clusterDirectory,
      input: `ALTER ROLE postgres PASSWORD '${password.replaceAll("'", "''")}'\n`,
    },
  );
  const output = `${stdout}\n${stderr}`;
  if (status === 0 && !/\b(ERROR|FATAL|PANIC):/.test(output)) return;
  throw new PostgresError(
    'POSTGRES_START_FAILED',
    `The password of the database could not be set: ${lastUsefulLine(output)}`,
  );
}
