import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../../shared/logger';
import { type SubgraphSettings, subgraphEnvironment } from '../settings';
import { StartError } from '../start/start-error';

export interface SubgraphProcess {
  readonly url: string;
  /**
   * Hands over changed settings; resolves when the process uses them. One that dies before is started again with
   * them, and one that does not answer is not waited for.
   */
  takeOver(settings: SubgraphSettings): Promise<void>;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

export interface SubgraphProcessOptions {
  readonly name: string;
  readonly settings: SubgraphSettings;
  readonly logger: Logger;
  /** The program; another one in tests. */
  readonly program?: string;
  /** Milliseconds until it must be ready. */
  readonly patience?: number;
}

/** What a hub tells its subgraph while it runs: the environment that it would be started with now. */
export interface ChangedSettings {
  readonly change: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** What the subgraph says then. */
export interface SettingsTaken {
  readonly taken: number;
}

const program = join(__dirname, '..', 'serve-subgraph.js');
const longestPause = 5_000;

/**
 * Runs a subgraph as a child of the hub and starts it again when it dies. It knows its own key and its own
 * database role, and nothing else of the hub.
 * @throws StartError SUBGRAPH_NOT_STARTED when it is not ready in time
 */
export async function startSubgraphProcess(options: SubgraphProcessOptions): Promise<SubgraphProcess> {
  const { name, logger, patience = 30_000 } = options;
  let stopping = false;
  let { settings } = options;
  let changes = 0;
  let child = spawn(options, settings);
  try {
    const port = await portOf(child, patience);
    const url = `http://${settings.host}:${port}`;
    await becomesReady(url, patience);
    keepAlive(port);
    return { url: `${url}/graphql`, takeOver, stop };
  } catch (error) {
    await stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError('SUBGRAPH_NOT_STARTED', `The subgraph ${name} could not be started: ${reason}.`);
  }

  /** The same port again: the gateway's connections know no other. */
  function keepAlive(port: number, pause = 100): void {
    const startedAt = Date.now();
    let seen = false;
    // A child that could not be started says "error" and nothing else; one that ran says "exit".
    const again = async (code: unknown, signal?: unknown) => {
      if (stopping || seen) return;
      seen = true;
      const next = Date.now() - startedAt > 60_000 ? 100 : Math.min(pause * 2, longestPause);
      logger.error({ subgraph: name, code, signal, pause }, 'a subgraph died and is started again');
      await wait(pause, undefined, { ref: false });
      if (stopping) return;
      child = spawn(options, { ...settings, port });
      keepAlive(port, next);
    };
    child.once('exit', again);
    child.on('error', ({ message }) => again(message));
  }

  async function takeOver(next: SubgraphSettings): Promise<void> {
    settings = next;
    changes += 1;
    const isTaken = await tell(child, { change: changes, environment: subgraphEnvironment(next) });
    if (!isTaken) logger.warn({ subgraph: name }, 'a subgraph did not say that it uses the changed settings');
  }

  async function stop(): Promise<void> {
    stopping = true;
    await endOf(child);
  }
}

/** Resolves to whether the process says in time that it uses them; it does not when it ends. */
function tell(child: ChildProcess, changed: ChangedSettings): Promise<boolean> {
  return new Promise((resolve) => {
    const listen = (message: Partial<SettingsTaken>) => {
      if (message.taken === changed.change) end(true);
    };
    const givenUp = () => end(false);
    const timer = setTimeout(givenUp, 5_000);
    const end = (isTaken: boolean) => {
      clearTimeout(timer);
      child.off('message', listen);
      child.off('exit', givenUp);
      resolve(isTaken);
    };
    child.on('message', listen);
    child.once('exit', givenUp);
    if (child.connected) child.send(changed, (error) => error && givenUp());
    else givenUp();
  });
}

function spawn(
  { name, program: entry = program }: SubgraphProcessOptions,
  settings: SubgraphSettings,
): ChildProcess {
  return fork(entry, [name], {
    env: subgraphEnvironment(settings),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function portOf(child: ChildProcess, patience: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it did not say where it listens')), patience);
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`it ended with ${signal ?? `code ${code}`}`)));
    child.once('message', () => clearTimeout(timer));
    child.once('exit', () => clearTimeout(timer));
  });
}

async function becomesReady(url: string, patience: number): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(50)) {
    const ready = await fetch(`${url}/ready`).catch(() => undefined);
    if (ready?.ok) return;
  }
  throw new Error('it is not ready; its database may not answer');
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended.finally(() => clearTimeout(timer));
}
