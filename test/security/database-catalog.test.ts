import { gatewayRole, identityRole, migratorRole, subgraphRole } from '../../shared/database/roles';
import { housekeepingTables } from '../../shared/permission/housekeeping';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, databaseUrl } from '../testkit/database';

const catalog = <Row extends object>(text: string, values: unknown[] = []) =>
  asAdministrator<Row>(text, values, databaseUrl());

const schemas = subgraphs.map(({ name }) => name);
const loginRoles = [migratorRole, gatewayRole, ...schemas.map(subgraphRole)];

describe('the database', () => {
  it('forces row-level security on every table of every subgraph, each with a policy', async () => {
    const tables = await catalog<{ name: string; forced: boolean; policies: number }>(
      `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind in ('r', 'p')`,
      [schemas],
    );
    expect(tables.length).toBeGreaterThanOrEqual(schemas.length * 3);
    expect(tables.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([]);
  });

  it('holds exactly the tables that the policies name', async () => {
    const tables = await catalog<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname = any($1) order by 1`,
      [schemas],
    );
    const named = subgraphs.flatMap(({ name, policy }) =>
      Object.keys({ ...housekeepingTables, ...policy.tables }).map((table) => `${name}.${table}`),
    );
    expect(tables.map(({ name }) => name)).toEqual(named.sort());
  });

  it('gives runtime roles nothing but reading, and only in their own schema', async () => {
    const grants = await catalog<{ grantee: string; table_schema: string; privilege_type: string }>(
      `select distinct grantee, table_schema, privilege_type from information_schema.role_table_grants
       where table_schema = any($1) and grantee <> $2`,
      [schemas, migratorRole],
    );
    expect(grants.sort((a, b) => a.grantee.localeCompare(b.grantee))).toEqual(
      schemas
        .map((name) => ({ grantee: subgraphRole(name), table_schema: name, privilege_type: 'SELECT' }))
        .sort((a, b) => a.grantee.localeCompare(b.grantee)),
    );
  });

  it('has no role of ours that owns data and serves it, is a superuser or bypasses row security', async () => {
    const roles = await catalog<{ rolname: string; mighty: boolean }>(
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
       from pg_roles where rolname like 'tahaluf%'`,
    );
    expect(roles.map(({ rolname }) => rolname).sort()).toEqual([...loginRoles, identityRole].sort());
    expect(roles.filter(({ mighty }) => mighty)).toEqual([]);
    const owners = await catalog<{ owner: string }>(
      `select distinct tableowner as owner from pg_tables where schemaname = any($1)`,
      [schemas],
    );
    expect(owners).toEqual([{ owner: migratorRole }]);
  });

  it('lets nobody change who the viewer is from inside a query', async () => {
    const [row] = await catalog<{ open: number }>(
      `select count(*)::int as open from pg_roles
       where rolname = any($1) and has_function_privilege(rolname, 'pg_catalog.set_config(text, text, boolean)', 'execute')`,
      [loginRoles],
    );
    expect(row).toEqual({ open: 0 });
  });

  it('starts every unique key with the organisation, so that none reveals a hidden row', async () => {
    /** Tables without an organisation, with the reason. */
    const exceptions = {
      migration: 'upkeep, closed to everybody',
      seed_row: 'upkeep, closed to everybody',
      person: 'a person may serve several organisations; closed to everybody',
    };
    const keys = await catalog<{ table: string; first: string }>(
      `select c.relname as table, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where n.nspname = any($1) and i.indisunique`,
      [schemas],
    );
    expect(keys.filter(({ table, first }) => first !== 'organization_id' && !(table in exceptions))).toEqual(
      [],
    );
  });

  it('lets the gateway ask who somebody is, and nothing else', async () => {
    const [row] = await catalog<{ tables: number; viewer: boolean }>(
      `select (select count(*)::int from pg_tables
          where schemaname = any($1) and has_table_privilege($2, schemaname || '.' || tablename, 'select')) as tables,
        has_function_privilege($2, 'members.viewer(text, text)', 'execute') as viewer`,
      [schemas, gatewayRole],
    );
    expect(row).toEqual({ tables: 0, viewer: true });
  });
});
