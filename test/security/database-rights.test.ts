import {
  auditorRole,
  claimsRole,
  counterRole,
  gatewayRole,
  identityRole,
  migratorRole,
  subgraphRole,
} from '../../shared/database/roles';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, databaseUrl } from '../testkit/database';
import { namedTables } from '../testkit/database-rights';
import { grantComplaints, logComplaints, openTables } from '../testkit/database-rights-check';
import { guardComplaints } from '../testkit/sharing-bounds-check';

const catalog = <Row extends object>(text: string, values: unknown[] = []) =>
  asAdministrator<Row>(text, values, databaseUrl());

const schemas = subgraphs.map(({ name }) => name);
const runtimeRoles = [gatewayRole, ...schemas.map(subgraphRole)];
const ownersOfFunctions = [identityRole, auditorRole, counterRole, claimsRole];
const ours = [...runtimeRoles, ...ownersOfFunctions, migratorRole];

describe.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('the tables of %s', (_name, definition) => {
  it('let everybody do what the book of rights says, column by column, and no more', async () => {
    expect(await grantComplaints(databaseUrl(), definition)).toEqual({ tooMuch: [], tooLittle: [] });
  });

  it('force row security, log what is written, and guard their levels', async () => {
    expect(await openTables(databaseUrl(), definition)).toEqual([]);
    expect(await logComplaints(databaseUrl(), definition)).toEqual([]);
    expect(await guardComplaints(databaseUrl(), definition)).toEqual([]);
  });
});

describe('the database', () => {
  it('has every table that the book of rights names', async () => {
    const found = await catalog<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname = any ($1)`,
      [schemas],
    );
    const there = new Set(found.map(({ name }) => name));
    expect(namedTables.filter((name) => !there.has(name))).toEqual([]);
    expect(namedTables.length).toBeGreaterThan(20);
  });

  it('grants nothing without a policy for that role and command', async () => {
    const bare = await catalog(
      `select g.grantee, g.privilege_type, g.table_schema, g.table_name
       from (select grantee, privilege_type, table_schema, table_name from information_schema.column_privileges
         union select grantee, privilege_type, table_schema, table_name from information_schema.table_privileges) g
       where g.table_schema = any ($1) and g.grantee = any ($2) and not exists (
         select from pg_policies p where p.schemaname = g.table_schema and p.tablename = g.table_name
           and p.permissive = 'PERMISSIVE' and p.roles = array[g.grantee::name] and p.cmd in ('ALL', g.privilege_type))`,
      [schemas, [...runtimeRoles, ...ownersOfFunctions]],
    );
    expect(bare).toEqual([]);
  });

  it('has no policy for everybody, and none that is always true for who serves', async () => {
    const policies = await catalog<{ name: string; open: boolean; roles: string[] }>(
      `select schemaname || '.' || tablename || ' ' || policyname as name, roles::text[] as roles,
         permissive = 'PERMISSIVE' and 'true' in (coalesce(qual, 'true'), coalesce(with_check, 'true')) and not (cmd = 'INSERT' and with_check <> 'true')
           and not (cmd in ('SELECT', 'DELETE') and qual <> 'true') as open
       from pg_policies where schemaname = any ($1)`,
      [schemas],
    );
    expect(policies.length).toBeGreaterThan(100);
    expect(policies.filter(({ roles }) => roles.length !== 1 || !ours.includes(roles[0]!))).toEqual([]);
    expect(policies.filter(({ open, roles }) => open && runtimeRoles.includes(roles[0]!))).toEqual([]);
  });

  it('runs as somebody else nothing that everybody may call, nor by a path that a caller sets', async () => {
    const definers = await catalog<{ name: string; owner: string; path: string[] | null; callers: string[] }>(
      `select p.oid::regprocedure::text as name, r.rolname as owner, p.proconfig as path,
         array(select rolname::text from pg_roles c where c.rolname like 'tahaluf%' and c.rolname <> r.rolname
           and not pg_has_role(c.oid, r.oid, 'usage') and has_function_privilege(c.oid, p.oid, 'execute') order by 1) as callers
       from pg_proc p join pg_roles r on r.oid = p.proowner
       where p.prosecdef and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`,
    );
    expect(definers.length).toBeGreaterThan(20);
    for (const { name, owner, path, callers } of definers) {
      const [schema] = name.split('.') as [string];
      expect({ name, path }).toEqual({ name, path: ['search_path=pg_catalog, pg_temp'] });
      expect({ name, owner: ownersOfFunctions.includes(owner) }).toEqual({ name, owner: true });
      const may = {
        'members.viewer(jsonb)': [gatewayRole],
        // Says who asks: once in a transaction, and before anything else is asked.
        'hub.open_to_read(jsonb,integer)': schemas.map(subgraphRole),
      }[name] ?? [subgraphRole(schema), migratorRole];
      expect({ name, callers: callers.filter((caller) => !may.includes(caller)) }).toEqual({
        name,
        callers: [],
      });
    }
    const [everybody] = await catalog<{ open: number }>(
      `select count(*)::int as open from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       where p.prosecdef and p.pronamespace::regnamespace::text = any ($1) and a.grantee = 0`,
      [[...schemas, 'hub']],
    );
    expect(everybody).toEqual({ open: 0 });
  });

  it('starts every foreign key with the organisation, but for those that lead to a person', async () => {
    /** A person serves several organisations; that one exists is told to nobody who has not their id already. */
    const toPersons = ['person_id', 'granted_by'];
    const keys = await catalog<{ table: string; first: string; to: string }>(
      `select conrelid::regclass::text as table, confrelid::regclass::text as to, a.attname as first
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.connamespace::regnamespace::text = any ($1)`,
      [schemas],
    );
    expect(keys.length).toBeGreaterThan(10);
    /** Of a row that belongs to another organisation than what it points at; these columns name that one. */
    const owners = ['organization_id', 'lead_id', 'bringer_id'];
    const others = keys.filter(({ first }) => !owners.includes(first));
    expect(others.filter(({ first, to }) => to !== 'members.person' || !toPersons.includes(first))).toEqual(
      [],
    );
  });

  it('has nothing to read but tables: a view could pass row security by', async () => {
    const views = await catalog(
      `select oid::regclass::text from pg_class where relkind in ('v', 'm', 'f', 'p') and relnamespace::regnamespace::text = any ($1)`,
      [[...schemas, 'hub', 'public']],
    );
    expect(views).toEqual([]);
  });

  it('has no role of ours that serves and owns anything, makes anything, or is more than itself', async () => {
    const owned = await catalog(
      `select classid::regclass::text, objid from pg_shdepend
       where deptype = 'o' and refobjid = any (select oid from pg_roles where rolname = any ($1))`,
      [runtimeRoles],
    );
    expect(owned).toEqual([]);
    const making = await catalog(
      `select r.rolname, n.nspname from pg_roles r, pg_namespace n where r.rolname = any ($1)
       and n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')`,
      [[...runtimeRoles, ...ownersOfFunctions]],
    );
    expect(making).toEqual([]);
    const memberships = await catalog<{ member: string; of: string }>(
      `select m.rolname as member, r.rolname as of from pg_auth_members a join pg_roles m on m.oid = a.member
       join pg_roles r on r.oid = a.roleid where m.rolname = any ($1)`,
      [ours],
    );
    expect(memberships.map(({ member, of }) => `${member} ${of}`).sort()).toEqual(
      [auditorRole, identityRole, counterRole].map((role) => `${migratorRole} ${role}`).sort(),
    );
  });

  it('lets nobody change who the viewer is but the function that says it once', async () => {
    const may = await catalog(
      `select rolname from pg_roles where rolname = any ($1)
       and has_function_privilege(oid, 'pg_catalog.set_config(text, text, boolean)', 'execute')`,
      [ours],
    );
    expect(may).toEqual([{ rolname: claimsRole }]);
  });
});
