import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export const testSecret = 'a-secret-for-tests-only-with-32-characters-and-more';
export const templateDatabase: string = 'tahaluf_template';
export const seededDatabase = 'tahaluf_seeded';

/** Address of a database of the test run's PostgreSQL, as its administrator. */
export function databaseUrl(database = seededDatabase): string {
  const adminUrl = process.env.TEST_ADMIN_URL;
  if (!adminUrl) throw new Error('the test PostgreSQL is not running: see global-setup.ts');
  const url = new URL(adminUrl);
  url.pathname = database;
  return url.toString();
}

/** A database of one's own to write to: a seeded one, an empty one (`template0`), or a copy of another. Dropped by `drop`. */
export async function ownDatabase(from = templateDatabase) {
  const name = `own_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`create database ${name} template ${from}`);
  return {
    name,
    url: databaseUrl(name),
    drop: () => asAdministrator(`drop database ${name} with (force)`),
  };
}

/** Runs statements as the administrator, who sees and may do everything; for setting tests up, not for checking. */
export async function asAdministrator<Row extends object = Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
  url = databaseUrl('postgres'),
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
