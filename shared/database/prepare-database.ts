import { Client } from 'pg';
import type { SubgraphDefinition } from '../subgraph/definition';
import { migrate, openMigrator } from './migrate';
import { provision } from './provision';
import { migratorRole, roleUrl } from './roles';

export interface PrepareOptions {
  /** Address of the database; of an administrator, or of anybody once the administrator's part is done. */
  readonly databaseUrl: string;
  readonly secret: string;
  /** Adds the made-up accounts. */
  readonly demo: boolean;
  readonly onStep?: (step: string) => void;
}

/** Brings an empty or older database to what the hub needs, data included. Running it again changes nothing. */
export async function prepareDatabase(
  subgraphs: readonly SubgraphDefinition[],
  { databaseUrl, secret, demo, onStep = () => {} }: PrepareOptions,
): Promise<void> {
  if (await mayProvision(databaseUrl)) {
    onStep('roles and schemas');
    await provision(
      databaseUrl,
      subgraphs.map(({ name }) => name),
      secret,
    );
  }
  for (const subgraph of subgraphs) {
    onStep(`tables and data of ${subgraph.name}`);
    const source = await openMigrator(subgraph, roleUrl(databaseUrl, migratorRole, secret));
    try {
      await migrate(subgraph, source);
      await source.transaction(async (manager) => {
        await subgraph.seed(manager);
        if (demo) await subgraph.seedDemo?.(manager);
      });
    } finally {
      await source.destroy();
    }
  }
}

/** Whether this login may create roles; on a managed PostgreSQL an administrator runs that part beforehand. */
async function mayProvision(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ super: boolean }>(
      'select rolsuper as super from pg_roles where rolname = current_user',
    );
    return rows[0]?.super ?? false;
  } finally {
    await client.end();
  }
}
