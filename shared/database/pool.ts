import { Pool, types } from 'pg';
import type { Logger } from '../logger';

/** Calendar dates stay text: a JavaScript `Date` would move them across time zones. */
types.setTypeParser(types.builtins.DATE, (text) => text);

/** Connections of one login. `pg` has no time-outs by default, and a pool without an error listener ends the process. */
export function createPool(databaseUrl: string, logger: Logger, max = 10): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: 2_000,
    query_timeout: 30_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  pool.on('error', (error) => {
    if (!pool.ending)
      logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'database connection lost');
  });
  return pool;
}
