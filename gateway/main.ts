import 'reflect-metadata';
import { createLogger } from '../shared/logger';
import { subgraphs } from '../subgraphs/registry';
import { type Hub, startHub } from './hub';
import { PostgresError } from './postgres/postgres-error';
import { readSettings } from './settings';
import { keepHeapSmall } from './start/heap';
import { createProgress } from './start/progress';
import { StartError } from './start/start-error';

async function main(): Promise<void> {
  keepHeapSmall();
  const settings = readSettings(subgraphs.map(({ name }) => name));
  const logger = createLogger(settings.logLevel);
  const progress = createProgress(settings, logger);

  let hub: Hub | undefined;
  let stopping = false;
  const stop = async (reason: string, exitCode: number) => {
    if (stopping) return;
    stopping = true;
    process.exitCode = exitCode;
    progress.stopping(reason);
    // Before the start has finished, the next step notices and closes what is open.
    await hub?.close();
    if (hub) process.exit();
  };
  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('SIGTERM', () => void stop('SIGTERM', 0));

  const onStep = (step: string) => {
    if (stopping) throw new Interrupted();
    progress.step(step);
  };
  hub = await startHub(settings, {
    logger,
    onStep,
    onLost: (error) => void stop(error.message, 1),
  });
  // A signal that came during the last step.
  if (stopping) {
    await hub.close();
    process.exit();
  }
  progress.ready(hub.port);
}

class Interrupted extends Error {}

main().catch((error: unknown) => {
  if (error instanceof Interrupted) process.exit();
  if (error instanceof StartError || error instanceof PostgresError) {
    console.error(`Tahaluf cannot start. ${error.message} [${error.code}]`);
  } else {
    // Not foreseen: whoever repairs it needs to know where.
    console.error('Tahaluf cannot start.', error);
  }
  process.exit(1);
});
