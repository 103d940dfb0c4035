import { migrate, openMigrator } from '../../shared/database/migrate';
import { provision } from '../../shared/database/provision';
import { migratorRole, roleUrl } from '../../shared/database/roles';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { seedDemoAccounts } from '../../subgraphs/members/seed/demo-accounts';
import { errorText, systemErrorCode } from '../postgres/postgres-error';
import { StartError } from './start-error';

export interface DatabasePreparation {
  /** Address with an administrator's login. */
  readonly adminUrl: string;
  readonly subgraphs: readonly SubgraphDefinition[];
  readonly secret: string;
  readonly demo: boolean;
}

/** Roles, schemas, migrations, row-level security and the coalition's data. Doing it again changes nothing. */
export async function prepareDatabase(preparation: DatabasePreparation): Promise<void> {
  const { adminUrl, subgraphs, secret, demo } = preparation;
  const names = subgraphs.map(({ name }) => name);
  await provision(adminUrl, names, secret).catch((error: unknown) => {
    throw systemErrorCode(error) === '42501' ? mayNot(error) : error;
  });
  for (const definition of subgraphs) {
    const source = await openMigrator(definition, roleUrl(adminUrl, migratorRole, secret));
    try {
      await migrate(definition, source);
      await source.transaction(async (manager) => {
        await definition.seed(manager);
        if (demo && definition.name === 'members') await seedDemoAccounts(manager);
      });
    } finally {
      await source.destroy();
    }
  }
}

/** The text of PostgreSQL's "insufficient privilege" names a role or a schema, never data. */
function mayNot(error: unknown): StartError {
  return new StartError(
    'DATABASE_NOT_PROVISIONED',
    `The login of DATABASE_URL may not set up the hub (${errorText(error)}). Have an administrator run what "npm run provision" prints.`,
  );
}
