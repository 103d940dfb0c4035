import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
const onLinux = process.platform === 'linux';
const markPrefix = 'tahaluf_';

/**
 * Tells one process from a later one that got the same number; undefined when there is no such process.
 * A zombie counts as gone: in a container without an init process a killed hub may stay one for ever.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (!onLinux) return (await ps(['-o', 'lstart=', '-p', String(pid)]))[0];
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is the program's name in brackets and may itself contain spaces and brackets.
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' || fields?.[0] === 'X' ? undefined : fields?.[19];
}

/** Where process numbers mean the same thing: this boot of this machine, in this container. */
export async function processSpace(): Promise<string> {
  if (!onLinux) return hostname();
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname());
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${boot.trim()} ${namespace}`;
}

/**
 * The mark that our servers carry in their command line, and their workers in their titles. It is made of the
 * folder's inode, so it survives a rename of the folder and differs in a copy of it. It is used instead of
 * /proc/<pid>/cwd because root in a container may not read that of another user's process.
 */
export async function clusterMark(clusterDirectory: string): Promise<string> {
  const { dev, ino } = await stat(clusterDirectory, { bigint: true });
  return `${markPrefix}${dev}_${ino}_`;
}

/** Every PostgreSQL process, server or worker, that runs on the folder. */
export async function postgresProcessesOn(clusterDirectory: string): Promise<number[]> {
  const mark = await clusterMark(clusterDirectory);
  const processes = onLinux ? await readProc() : await readPs();
  return processes
    .filter(({ pid, command }) => pid !== process.pid && /postgres/.test(command) && command.includes(mark))
    .map(({ pid }) => pid);
}

/**
 * Whether the process could be a server on the folder that somebody started by hand, without our mark. Removing
 * its postmaster.pid would let two servers write the same files, so when in doubt the answer is yes.
 */
export async function mayBeServerOn(pid: number, clusterDirectory: string): Promise<boolean> {
  const found = (onLinux ? await readProc() : await readPs()).find((entry) => entry.pid === pid);
  if (!found || !/postgres/.test(found.command) || found.command.includes(markPrefix)) return false;
  if (!onLinux) return found.command.includes(clusterDirectory);
  const [folder, cwd] = await Promise.all([
    stat(clusterDirectory, { bigint: true }),
    stat(`/proc/${pid}/cwd`, { bigint: true }).catch(() => undefined),
  ]);
  return !cwd || (cwd.dev === folder.dev && cwd.ino === folder.ino);
}

interface RunningProcess {
  pid: number;
  command: string;
}

async function readProc(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid): Promise<RunningProcess | undefined> => {
      // The name is the program file's, which no title changes: an editor on our log is not a server.
      const [name, command] = await Promise.all([
        readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
        readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
      ]);
      return name.trim() === 'postgres' ? { pid: Number(pid), command } : undefined;
    }),
  );
  return found.filter((entry) => entry !== undefined);
}

async function readPs(): Promise<RunningProcess[]> {
  return (await ps(['-axww', '-o', 'pid=,command='])).map((line) => {
    const [, pid = '0', command = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), command };
  });
}

async function ps(args: string[]): Promise<string[]> {
  const { stdout } = await run('ps', args, { maxBuffer: 16 * 1024 * 1024 }).catch(() => ({ stdout: '' }));
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** False when it is gone already, which is what the sender of a signal to a server usually wants. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
