import { PostgresError } from './postgres-error';
import { runProgram } from './run-program';
import { SystemUser } from './unprivileged-user';

/**
 * The name under which PostgreSQL can open its folder. Root may keep the hub below /root, which no other user
 * can pass through. Linux lets a process stay in a folder it was put into, so the programs are started inside
 * the folder (every one of them is: see their `cwd`) and told to use the folder they are in.
 */
export async function reachablePath(clusterDirectory: string, user: SystemUser | undefined): Promise<string> {
  if (!user) return clusterDirectory;
  const enter = await runProgram('/bin/sh', ['-c', 'cd -- "$0"', clusterDirectory], { user, cwd: '/' });
  if (enter.status === 0) return clusterDirectory;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new PostgresError(
    'DATA_DIRECTORY_NOT_WRITABLE',
    `The database runs as user ${user.name}, who may not enter ${clusterDirectory}. Set HUB_DATA_DIR to a folder outside of root's home.`,
  );
}
