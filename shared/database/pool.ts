import { Pool, types } from 'pg';
import type { Logger } from '../logger';

/** Calendar dates stay text: a JavaScript `Date` would move them across time zones. */
types.setTypeParser(types.builtins.DATE, (text) => text);

/** Connections of one login. `pg` has no time-outs by default, and a pool without an error listener ends the process. */
export function createPool(databaseUrl: string, logger: Logger, max = 10): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max,
    // The same few statements come again and again; to plan one anew each time costs more than to run it.
    options: '-c plan_cache_mode=force_generic_plan',
    // A burst waits for a connection nearly as long as the gateway waits for the answer.
    connectionTimeoutMillis: 8_000,
    query_timeout: 30_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // One that breaks while a request holds it tells nobody but its own listeners, and without one ends the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => {
    if (!pool.ending)
      logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'database connection lost');
  });
  return pool;
}
