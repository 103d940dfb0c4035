import { Client } from 'pg';
import type { Logger } from '../../shared/logger';
import { startCluster } from '../postgres/cluster';
import { lockDataDirectory } from '../postgres/lock';
import { errorText, systemErrorCode } from '../postgres/postgres-error';
import type { Closers } from './closers';
import { StartError } from './start-error';

export interface EmbeddedDatabase {
  readonly dataDirectory: string;
  readonly password: string;
  readonly durable: boolean;
  readonly logger: Logger;
  readonly onStep: (step: string) => void;
  /** The database is gone for good. */
  readonly onLost: (error: Error) => void;
}

/** One hub per data folder: taken before the keys are read, because the first hub writes them. */
export async function lockData(dataDirectory: string, closers: Closers): Promise<void> {
  const lock = await lockDataDirectory(dataDirectory, 'hub');
  closers.add('lock of the data folder', () => lock.release());
}

/** @returns the administrator's address; the caller holds the lock of the data folder */
export async function startEmbeddedDatabase(options: EmbeddedDatabase, closers: Closers): Promise<string> {
  const { dataDirectory, password, durable, logger, onStep, onLost } = options;
  const cluster = await startCluster({
    dataDirectory,
    password,
    durable,
    // Ours is released after the cluster has stopped.
    lock: { release: async () => undefined },
    onStep,
    onExit: ({ error, restarting }) => {
      logger.error({ code: error.code, reason: error.message, restarting }, 'the database ended');
      if (!restarting) onLost(error);
    },
    onRestart: () => logger.info('the database is back'),
  });
  closers.add('database', () => cluster.stop());
  return cluster.adminUrl;
}

/** @throws StartError DATABASE_UNREACHABLE */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is reported by connect() already; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    // Node tries several addresses of a name at once and reports them as one error.
    const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
    const { host } = new URL(databaseUrl);
    const reason = systemErrorCode(first) ?? errorText(first);
    throw new StartError(
      'DATABASE_UNREACHABLE',
      `The database at ${host} cannot be used (${reason}). Check DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
