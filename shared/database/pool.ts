import { Pool, types } from 'pg';
import type { Logger } from '../logger';

/** Calendar dates stay text: a JavaScript `Date` would move them across time zones. */
types.setTypeParser(types.builtins.DATE, (text) => text);

/**
 * The same few statements come again and again; to plan one anew each time costs more than to run it. Their plans do not see
 * how small a page is, and with the standard cost of reading here and there, made for turning disks, they would rather read
 * and sort a whole table of small rows.
 */
export const planning = '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1';

/** Connections of one login. `pg` has no time-outs by default, and a pool without an error listener ends the process. */
export function createPool(databaseUrl: string, logger: Logger, max = 10): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max,
    options: planning,
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
