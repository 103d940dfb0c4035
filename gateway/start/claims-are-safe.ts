import { Client } from 'pg';
import { StartError } from './start-error';

/**
 * Row-level security rests on claims that nobody can change from inside a query. Without that the hub does not
 * start, and no subgraph does.
 * @param url with any login of the hub
 * @throws StartError DATABASE_NOT_PROVISIONED, also when the login is refused
 */
export async function checkClaimsAreSafe(url: string): Promise<void> {
  if (!(await claimsAreSafe(url))) throw notProvisioned();
}

/**
 * The same for a process that may start before its database does.
 * @throws StartError DATABASE_NOT_PROVISIONED only when the database answers and the claims are not safe
 */
export async function refuseUnsafeClaims(url: string): Promise<void> {
  if ((await claimsAreSafe(url)) === false) throw notProvisioned();
}

async function claimsAreSafe(url: string): Promise<boolean | undefined> {
  const [row] = await ask<{ safe: boolean }>(
    url,
    `select not has_function_privilege('pg_catalog.set_config(text, text, boolean)', 'execute')
       and to_regprocedure('hub.open_to_read(jsonb, int)') is not null as safe`,
  ).catch(() => []);
  return row?.safe;
}

const notProvisioned = () =>
  new StartError(
    'DATABASE_NOT_PROVISIONED',
    'The database lacks the hub’s roles, or lets them change their claims. Have a superuser run what "npm run -s provision" prints.',
  );

/** One statement on a connection of its own. */
export async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is reported by the calls already; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
