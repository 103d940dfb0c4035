import { Client } from 'pg';
import { migrate, openMigrator } from '../../shared/database/migrate';
import { provision } from '../../shared/database/provision';
import { migratorRole, roleUrl } from '../../shared/database/roles';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { StartError } from './start-error';

export interface DatabasePreparation {
  /** Address of the database: with an administrator's login, or any once the administrator's part is done. */
  readonly adminUrl: string;
  readonly subgraphs: readonly SubgraphDefinition[];
  readonly secret: string;
  readonly demo: boolean;
}

/** Roles, schemas, migrations, row-level security and the coalition's data. Doing it again changes nothing. */
export async function prepareDatabase(preparation: DatabasePreparation): Promise<void> {
  const { adminUrl, subgraphs, secret, demo } = preparation;
  if (await isAdministrator(adminUrl)) {
    const names = subgraphs.map(({ name }) => name);
    await provision(adminUrl, names, secret);
  }
  const migratorUrl = roleUrl(adminUrl, migratorRole, secret);
  await checkProvisioned(migratorUrl);
  for (const definition of subgraphs) {
    const source = await openMigrator(definition, migratorUrl);
    try {
      await migrate(definition, source);
      await source.transaction(async (manager) => {
        await definition.seed(manager);
        await definition.demo?.[demo ? 'write' : 'remove'](manager);
      });
    } finally {
      await source.destroy();
    }
  }
}

/** On a managed PostgreSQL nobody of ours is; there an administrator runs the SQL of `npm run provision`. */
async function isAdministrator(url: string): Promise<boolean> {
  const [row] = await ask<{ mighty: boolean }>(
    url,
    'select rolsuper as mighty from pg_roles where rolname = current_user',
  );
  return row?.mighty ?? false;
}

/**
 * Row-level security rests on claims that nobody can change from inside a query, so without that part the hub
 * does not start.
 * @throws StartError DATABASE_NOT_PROVISIONED
 */
async function checkProvisioned(migratorUrl: string): Promise<void> {
  const [row] = await ask<{ claims_are_safe: boolean }>(
    migratorUrl,
    `select not has_function_privilege('pg_catalog.set_config(text, text, boolean)', 'execute')
       and to_regprocedure('hub.viewer_has(text[])') is not null as claims_are_safe`,
  ).catch(() => []);
  if (!row?.claims_are_safe) {
    throw new StartError(
      'DATABASE_NOT_PROVISIONED',
      'The database lacks the hub’s roles. Have an administrator run what "npm run -s provision" prints.',
    );
  }
}

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
