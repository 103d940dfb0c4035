import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { auditFunctionsSql, auditTablesSql } from '../audit/audit-sql';
import { idempotencyTableSql } from '../mutation/idempotency';
import { rowSecuritySql } from '../permission/row-security';
import type { SubgraphDefinition } from '../subgraph/definition';
import { auditorRole, counterRole, gatewayRole, identityRole, subgraphRole } from './roles';

/** A TypeORM data source of one subgraph, signed in as the migrator. Close it before serving. */
export async function openMigrator(definition: SubgraphDefinition, migratorUrl: string): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: migratorUrl,
    schema: definition.name,
    entities: [...definition.entities],
    migrations: [...definition.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    // Two connections at most: migrations and seeding run one after another.
    extra: { max: 2 },
  });
  return source.initialize();
}

/** Brings a subgraph's schema and its row-level security up to date. Running it again changes nothing. */
export async function migrate(definition: SubgraphDefinition, source: DataSource): Promise<void> {
  await upkeep(definition.name, source);
  await source.runMigrations();
  await applyRowSecurity(definition, source);
}

/** What every subgraph has: which rows were seeded, which requests were repeated, and the log. */
async function upkeep(schema: string, source: DataSource): Promise<void> {
  const [found] = await source.query<{ there: boolean }[]>(`select to_regclass($1) is not null as there`, [
    `${schema}.audit_entry`,
  ]);
  if (found?.there) return;
  await source.transaction(async (manager) => {
    await manager.query(`create table if not exists ${schema}.seed_row (id text collate "C" primary key)`);
    await manager.query(idempotencyTableSql(schema));
    await manager.query(auditTablesSql(schema));
    await manager.query(auditFunctionsSql(schema));
  });
}

/**
 * Replaces every policy and grant by those of the policy table, in one transaction, when they differ from
 * what was applied last. Until then new tables are closed: nobody but the migrator has a grant.
 */
async function applyRowSecurity(definition: SubgraphDefinition, source: DataSource): Promise<void> {
  const { name, policy } = definition;
  const text = rowSecuritySql(name, policy);
  // The migrations count too: a table that one of them made anew has neither policies nor grants.
  const migrations = definition.migrations.map((migration) => migration.name).join();
  const mark = `row security ${createHash('sha256').update(text).update(migrations).digest('hex')}`;
  const [schema] = await source.query<{ mark: string | null }[]>(
    `select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1`,
    [name],
  );
  if (schema?.mark === mark) return;
  await source.transaction(async (manager) => {
    await manager.query(`do $$ declare old record; begin
  for old in select policyname, tablename from pg_policies where schemaname = '${name}' loop
    execute format('drop policy %I on ${name}.%I', old.policyname, old.tablename);
  end loop;
end $$`);
    // By table this takes back grants on single columns too.
    await manager.query(
      `revoke all on all tables in schema ${name} from ${[subgraphRole(name), gatewayRole, identityRole, auditorRole, counterRole].join(', ')}`,
    );
    await manager.query(text);
    await manager.query(`comment on schema ${name} is '${mark}'`);
  });
}
