import 'reflect-metadata';
import { PostgresError } from './postgres/postgres-error';
import { StartError } from './start/start-error';

/** Runs what an npm script stands for; a reason that the operator can act on is one line, not a stack. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    const foreseen = error instanceof StartError || error instanceof PostgresError;
    console.error(foreseen ? `${error.message} [${error.code}]` : error);
    process.exitCode = 1;
  });
}
