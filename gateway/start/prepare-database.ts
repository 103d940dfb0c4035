import { Client } from 'pg';
import { migrate, openMigrator } from '../../shared/database/migrate';
import { provision } from '../../shared/database/provision';
import { migratorRole, roleUrl } from '../../shared/database/roles';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { ask, checkClaimsAreSafe } from './claims-are-safe';

export interface DatabasePreparation {
  /** Address of the database: with a superuser's login, or any once the superuser's part is done. */
  readonly adminUrl: string;
  readonly subgraphs: readonly SubgraphDefinition[];
  readonly secret: string;
  readonly demo: boolean;
}

/** Roles, schemas, migrations, row-level security and the coalition's data. Doing it again changes nothing. */
export async function prepareDatabase(preparation: DatabasePreparation): Promise<void> {
  const release = await oneAtATime(preparation.adminUrl);
  try {
    await prepare(preparation);
  } finally {
    await release();
  }
}

async function prepare({ adminUrl, subgraphs, secret, demo }: DatabasePreparation): Promise<void> {
  if (await isSuperuser(adminUrl)) {
    const names = subgraphs.map(({ name }) => name);
    await provision(adminUrl, names, secret);
  }
  const migratorUrl = roleUrl(adminUrl, migratorRole, secret);
  await checkClaimsAreSafe(migratorUrl);
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

/** On a managed PostgreSQL nobody of ours is; there somebody who is runs the SQL of `npm run provision`. */
async function isSuperuser(url: string): Promise<boolean> {
  const [row] = await ask<{ mighty: boolean }>(
    url,
    'select rolsuper as mighty from pg_roles where rolname = current_user',
  );
  return row?.mighty ?? false;
}

/** Two hubs that start on one database would otherwise migrate it together. */
async function oneAtATime(url: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock(7414702)');
  return () => client.end();
}
