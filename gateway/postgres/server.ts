import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Binaries } from './binaries';
import { reachablePath } from './cluster-path';
import { errorText, PostgresError } from './postgres-error';
import { readPostmasterFile } from './postmaster-file';
import { clusterMark, signal } from './processes';
import { programOptions } from './run-program';
import { lastLogLine, logSize, openServerLog } from './server-log';
import { serverSettings } from './server-settings';
import { SystemUser } from './unprivileged-user';

export interface ServerOptions {
  clusterDirectory: string;
  binaries: Binaries;
  user: SystemUser | undefined;
  port: number;
  log: string;
  durable: boolean;
  /** At most. */
  connections?: number | undefined;
  /** How long each of the polite ways to stop may take before the next one. */
  stopDeadlineMs?: number;
  /** Gives up a start that is still under way. */
  signal?: AbortSignal;
}

export interface Server {
  pid: number;
  port: number;
  /** Settles when the server has ended, for whatever reason; says why. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** Replaying a long write-ahead log after a crash takes its time, and interrupting it only makes it start over. */
const startDeadlineMs = 10 * 60_000;
const defaultStopDeadlineMs = 20_000;

export async function startServer(options: ServerOptions): Promise<Server> {
  const { clusterDirectory, binaries, user, port, durable, connections } = options;
  const mark = await clusterMark(clusterDirectory);
  const log = await openServerLog(options.log);
  const logStart = await logSize(options.log);
  const child = spawn(
    binaries.postgres,
    [
      '-D',
      await reachablePath(clusterDirectory, user),
      '-p',
      String(port),
      ...serverSettings({ mark, durable, connections }),
    ],
    // Detached: its own session, so that Ctrl-C reaches the hub alone and the server outlives the draining.
    { ...programOptions(user, clusterDirectory), detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(errorText(error)));
    child.once('exit', (code, signalName) =>
      resolve(signalName ? `signal ${signalName}` : `exit code ${code}`),
    );
  });
  let endedWith: string | undefined;
  void ended.then((reason) => {
    endedWith = reason;
    process.off('exit', stopWithHub);
  });
  // A hub that ends without stopping us (process.exit, an uncaught error) can still ask for it on its way out.
  const stopWithHub = () => child.pid && signal(child.pid, 'SIGINT');
  process.on('exit', stopWithHub);

  const pid = child.pid;
  try {
    if (pid === undefined)
      throw new PostgresError('POSTGRES_START_FAILED', `PostgreSQL did not start: ${await ended}`);
    const server: Server = {
      pid,
      port,
      ended,
      async stop() {
        // Its number may be another process's by now.
        if (endedWith === undefined)
          await stopServer(pid, ended, options.stopDeadlineMs ?? defaultStopDeadlineMs);
      },
    };
    for (const end = Date.now() + startDeadlineMs; ; await wait(20)) {
      if (endedWith !== undefined) {
        const said = await lastLogLine(options.log, logStart);
        throw new PostgresError('POSTGRES_START_FAILED', `PostgreSQL did not start (${endedWith}): ${said}`);
      }
      const file = await readPostmasterFile(clusterDirectory);
      if (file?.pid === pid && file.ready) break;
      if (Date.now() > end || options.signal?.aborted) {
        const said = await lastLogLine(options.log, logStart);
        await server.stop();
        throw new PostgresError('POSTGRES_START_FAILED', `PostgreSQL was not ready in time: ${said}`);
      }
    }
    // The server alone is no reason for the hub's process to go on living.
    child.unref();
    return server;
  } finally {
    await log.close();
  }
}

/** Fast, then immediate (recovers at the next start), then the system's own way. */
async function stopServer(pid: number, ended: Promise<unknown>, deadlineMs: number): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(pid, name);
    const done = new AbortController();
    const late = wait(deadlineMs, 'late', { signal: done.signal }).catch(() => 'late');
    const outcome = await Promise.race([ended, late]);
    done.abort();
    if (outcome !== 'late') return;
  }
  await ended;
}
