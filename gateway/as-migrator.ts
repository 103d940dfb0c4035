import { Client } from 'pg';
import { migratorRole, roleUrl } from '../shared/database/roles';
import type { LockPurpose } from './postgres/lock';
import { withServer } from './postgres/with-server';
import type { Settings } from './settings';
import { administratorPassword } from './start/embedded-database';
import { checkDatabase } from './start/start-database';

/** Runs one statement. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * One transaction of the migrator, who owns the tables: on the database of the settings, or on the embedded one, beside
 * a running hub or without one.
 */
export async function asMigrator<Result>(
  { databaseUrl, dataDirectory }: Pick<Settings, 'databaseUrl' | 'dataDirectory'>,
  { secret, purpose }: { readonly secret: string; readonly purpose: LockPurpose },
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const run = (adminUrl: string) => transaction(roleUrl(adminUrl, migratorRole, secret), work);
  if (!databaseUrl) {
    return withServer({ dataDirectory, password: administratorPassword(secret), purpose }, run);
  }
  await checkDatabase(databaseUrl);
  return run(databaseUrl);
}

async function transaction<Result>(url: string, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks also fails the query that is under way; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin');
    const result = await work(async (text, values = []) => (await client.query(text, [...values])).rows);
    await client.query('commit');
    return result;
  } finally {
    await client.end().catch(() => undefined);
  }
}
