import { setTimeout as wait } from 'node:timers/promises';
import { errorText, PostgresError } from './postgres-error';
import { Server } from './server';

/** The server ended although nobody asked it to. */
export interface UnexpectedExit {
  /** POSTGRES_STOPPED and how it ended; or, after a failed restart, why it failed. */
  error: PostgresError;
  /** False when that was the last attempt: there is no database any more until the hub is started again. */
  restarting: boolean;
}

export interface Supervision {
  restart(signal: AbortSignal): Promise<Server>;
  onExit?: (exit: UnexpectedExit) => void;
  onRestart?: () => void;
  /** How long to wait before each attempt; the number of attempts is its length. */
  restartDelaysMs?: number[];
}

export interface SupervisedServer {
  readonly pid: number;
  stop(): Promise<void>;
}

const usualDelaysMs = [100, 500, 2_000, 5_000, 10_000];
/** A server that ran this long was healthy; its next end starts counting anew. */
const healthyMs = 60_000;

/** Starts the server again when it dies, a few times, so that the hub need not be restarted for it. */
export function supervise(
  first: Server,
  { restart, onExit, onRestart, restartDelaysMs = usualDelaysMs }: Supervision,
): SupervisedServer {
  const stopping = new AbortController();
  let server = first;

  const report = (message: string, restarting: boolean) =>
    onExit?.({ error: new PostgresError('POSTGRES_STOPPED', message), restarting });

  async function keepAlive(): Promise<void> {
    let failures = 0;
    for (;;) {
      const startedAt = Date.now();
      let reason = `The database server ended (${await server.ended})`;
      if (Date.now() - startedAt > healthyMs) failures = 0;
      for (let running = false; !running; ) {
        if (stopping.signal.aborted) return;
        const delay = restartDelaysMs[failures++];
        report(`${reason}; it is ${delay === undefined ? 'not ' : ''}started again.`, delay !== undefined);
        if (delay === undefined) return;
        await wait(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
        if (stopping.signal.aborted) return;
        try {
          server = await restart(stopping.signal);
          running = true;
        } catch (error) {
          reason = `The database server could not be started again (${errorText(error)})`;
        }
      }
      if (stopping.signal.aborted) return server.stop();
      onRestart?.();
    }
  }

  const supervision = keepAlive();
  return {
    get pid() {
      return server.pid;
    },
    async stop() {
      stopping.abort();
      await server.stop();
      // A restart that was under way gives up, or stops the server it has just started.
      await supervision;
    },
  };
}
