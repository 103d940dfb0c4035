import {
  auditorRole,
  claimsRole,
  counterRole,
  gatewayRole,
  identityRole,
  migratorRole,
  subgraphRole,
} from '../../shared/database/roles';
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

  it('gives each subgraph reading in its own schema, and the writing that its policy names', async () => {
    const grants = await catalog<{ grant: string }>(
      `select distinct grantee || ' ' || lower(privilege_type) || ' ' || table_schema || '.' || table_name as grant
       from information_schema.column_privileges
       where table_schema = any($1) and grantee = any($2)
       union
       select grantee || ' ' || lower(privilege_type) || ' ' || table_schema || '.' || table_name
       from information_schema.role_table_grants where table_schema = any($1) and grantee = any($2)`,
      [schemas, [gatewayRole, ...schemas.map(subgraphRole)]],
    );
    const wanted = subgraphs.flatMap(({ name, policy }) =>
      Object.entries({ ...housekeepingTables, ...policy.tables }).flatMap(([table, rule]) => {
        const commands =
          'group' in rule
            ? ['select', ...Object.keys(rule.writes ?? {})]
            : (rule.upkeep?.commands.split(', ') ?? []);
        return commands.map((command) => `${subgraphRole(name)} ${command} ${name}.${table}`);
      }),
    );
    expect(grants.map(({ grant }) => grant).sort()).toEqual(wanted.sort());
  });

  it('lets the role behind the log append to it, keep credits, erase contacts, note changes, and touch nothing else', async () => {
    const grants = await catalog<{ grant: string }>(
      `select lower(privilege_type) || ' ' || table_schema || '.' || table_name as grant
       from information_schema.role_table_grants where grantee = $1`,
      [auditorRole],
    );
    expect(grants.map(({ grant }) => grant).sort()).toEqual(
      schemas
        .flatMap((name) => [
          `select ${name}.audit_entry`,
          `insert ${name}.audit_entry`,
          `select ${name}.audit_head`,
          `insert ${name}.audit_head`,
          `update ${name}.audit_head`,
          // The level of rows that people outside make.
          `select ${name}.sharing_version`,
        ])
        // Names of organisations, in step with the directory.
        .concat(['select', 'insert', 'update'].map((command) => `${command} members.organization_credit`))
        // Who brings a call, in step with who has joined.
        .concat(['select', 'insert', 'delete'].map((command) => `${command} campaigns.action_call_sponsor`))
        // Contacts whose time is over, and the keys of their calls.
        .concat(['select', 'delete'].map((command) => `${command} campaigns.signature`))
        // What was withdrawn, without its link until the day is over.
        .concat(['select', 'update', 'delete'].map((command) => `${command} campaigns.signing`))
        .concat(['select', 'update'].map((command) => `${command} campaigns.action_call`))
        // What changed about what people follow.
        .concat(
          ['campaign', 'bill', 'legislator'].flatMap((noun) => [
            `select campaigns.${noun}_change`,
            `insert campaigns.${noun}_change`,
          ]),
        )
        .sort(),
    );
  });

  it('logs every table that may be written, with the reason where it does not', async () => {
    const logged = await catalog<{ name: string }>(
      `select tgrelid::regclass::text as name from pg_trigger where tgname = 'log_write' and tgdeferrable`,
    );
    const written = subgraphs.flatMap(({ name, policy }) =>
      Object.entries(policy.tables).flatMap(([table, rule]) =>
        'group' in rule && rule.writes && !rule.unlogged ? [`${name}.${table}`] : [],
      ),
    );
    expect(written.length).toBeGreaterThan(0);
    expect(logged.map(({ name }) => name).sort()).toEqual(written.sort());
  });

  it('has no role of ours that owns data and serves it, is a superuser or bypasses row security', async () => {
    const roles = await catalog<{ rolname: string; mighty: boolean }>(
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
       from pg_roles where rolname like 'tahaluf%'`,
    );
    expect(roles.map(({ rolname }) => rolname).sort()).toEqual(
      [...loginRoles, identityRole, auditorRole, counterRole, claimsRole].sort(),
    );
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
      idempotency: 'keys of mutations; each holder sees its own',
      person: 'a person may serve several organisations; opens to the person alone',
      account: 'as a person; whether an address is known is never answered',
      sign_in: 'as a person',
      notice: 'as a person; its id is random',
      attempt: 'keyed hashes; closed to everybody',
      application_count: 'keyed hashes; each opens to who can make it',
      signing_count: 'the same',
    };
    const keys = await catalog<{ table: string; first: string }>(
      `select c.relname as table, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where n.nspname = any($1) and i.indisunique`,
      [schemas],
    );
    const others = keys.filter(({ first }) => first !== 'organization_id').map(({ table }) => table);
    expect([...new Set(others)].sort()).toEqual(Object.keys(exceptions).sort());
  });

  it('lets the gateway ask who somebody is, and nothing else', async () => {
    const [row] = await catalog<{ tables: number; viewer: boolean }>(
      `select (select count(*)::int from pg_tables
          where schemaname = any($1) and has_table_privilege($2, schemaname || '.' || tablename, 'select')) as tables,
        has_function_privilege($2, 'members.viewer(jsonb)', 'execute') as viewer`,
      [schemas, gatewayRole],
    );
    expect(row).toEqual({ tables: 0, viewer: true });
  });
});
