import { rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { PostgresError } from './postgres-error';
import { postmasterFilePath, readPostmasterFile } from './postmaster-file';
import { mayBeServerOn, postgresProcessesOn, signal } from './processes';

const patienceMs = 20_000;

/**
 * Stops a server whose hub was killed, and its workers if the server was killed. Call it only while holding the
 * folder's lock. Who is stopped is decided by what the processes say of themselves, never by the number in
 * postmaster.pid alone: after a crash that number may belong to anybody.
 */
export async function stopLeftoverServer(clusterDirectory: string, onFound?: () => void): Promise<void> {
  if (!(await stat(clusterDirectory).catch(() => undefined))) return;
  if ((await postgresProcessesOn(clusterDirectory)).length > 0) {
    onFound?.();
    await stopProcesses(clusterDirectory);
  }
  const named = (await readPostmasterFile(clusterDirectory))?.pid;
  if (named !== undefined && (await mayBeServerOn(named, clusterDirectory))) {
    throw new PostgresError(
      'DATA_DIRECTORY_IN_USE',
      `A PostgreSQL server that the hub did not start (process ${named}) runs on ${clusterDirectory}. Stop it first.`,
    );
  }
  // PostgreSQL would refuse to start if the number in the file meanwhile belonged to another process of its
  // user. No server runs here any more, so the file goes.
  await rm(postmasterFilePath(clusterDirectory), { force: true });
}

async function stopProcesses(clusterDirectory: string): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const left = await postgresProcessesOn(clusterDirectory);
    const server = (await readPostmasterFile(clusterDirectory))?.pid;
    // A server stops its workers itself. Workers without a server notice and end, unless something hangs.
    const targets = name === 'SIGKILL' ? left : left.filter((pid) => pid === server || name === 'SIGQUIT');
    for (const pid of targets) signal(pid, name);
    for (const end = Date.now() + patienceMs; Date.now() < end; await wait(50)) {
      if ((await postgresProcessesOn(clusterDirectory)).length === 0) return;
    }
  }
  throw new PostgresError(
    'POSTGRES_START_FAILED',
    `A server of an earlier hub still runs on ${clusterDirectory} and cannot be stopped. Restart the machine.`,
  );
}
