import { type SpawnOptions, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { errorText } from './postgres-error';
import { SystemUser } from './unprivileged-user';

export interface ProgramResult {
  /** null when a signal ended the program or it could not be started at all. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * A bare environment: PGDATA, PGOPTIONS, LC_* and friends of the operator's shell must not reach our server,
 * and the hub's own secrets have no business in its environment.
 */
export function programOptions(user: SystemUser | undefined, cwd: string): SpawnOptions {
  return {
    cwd,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(user && { uid: user.uid, gid: user.gid }),
  };
}

export async function runProgram(
  command: string,
  args: string[],
  { user, cwd, input = '' }: { user: SystemUser | undefined; cwd: string; input?: string },
): Promise<ProgramResult> {
  // Its own session, as the server: Ctrl-C must not interrupt initdb half way through.
  const child = spawn(command, args, { ...programOptions(user, cwd), stdio: 'pipe', detached: true });
  const status = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin?.on('error', () => undefined).end(input);
  const output = Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  try {
    const [code, [stdout, stderr]] = await Promise.all([status, output]);
    return { status: code, stdout, stderr };
  } catch (error) {
    return { status: null, stdout: '', stderr: errorText(error) };
  }
}

/** The line of a program's output that tells why it failed, without time stamps and process ids. */
export function lastUsefulLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] /, '').trim())
    .filter(Boolean);
  const telling = lines.filter((line) => /\b(FATAL|PANIC|error)\b/i.test(line));
  return telling.at(-1) ?? lines.at(-1) ?? 'it said nothing';
}
