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
  const url = databaseUrl(name);
  return {
    name,
    url,
    /** Keeps a copy of all rows for `rewind`. */
    mark: () => asAdministrator(onEveryTable(`create table saved.%2$I as table %1$s`), [], url),
    /** Puts all rows back as they were marked; much cheaper than another database and another hub on it. */
    rewind: () =>
      asAdministrator(
        `set session_replication_role = replica;
         ${onEveryTable('delete from %1$s; insert into %1$s (%3$s) select %3$s from saved.%2$I')}`,
        [],
        url,
      ),
    drop: () => asAdministrator(`drop database ${name} with (force)`),
  };
}

/** Runs a statement for each table of the subgraphs; %1$s is the table, %2$I its copy, %3$s the columns that are stored. */
const onEveryTable = (
  statement: string,
) => `create schema if not exists saved; do $each$ declare each record; begin
  for each in
    select t.oid::regclass as named, md5(t.oid::regclass::text) as copy,
      (select string_agg(quote_ident(attname), ', ') from pg_attribute
       where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
    from pg_class t join pg_namespace n on n.oid = relnamespace
    where relkind = 'r' and nspname !~ '^(pg_|information_schema$|saved$)'
  loop execute format($statement$${statement}$statement$, each.named, each.copy, each.columns); end loop; end $each$`;

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
