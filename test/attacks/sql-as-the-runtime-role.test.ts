import { Client } from 'pg';
import { gatewayRole, roleUrl, subgraphRole } from '../../shared/database/roles';
import { claimStatements } from '../../shared/database/viewer-claims';
import { subgraphs } from '../../subgraphs/registry';
import { viewerOf } from '../testkit/claims';
import { databaseUrl, testSecret } from '../testkit/database';

const logins = [...subgraphs.map(({ name }) => [name, subgraphRole(name)]), ['the gateway', gatewayRole]] as [
  string,
  string,
][];

/**
 * As if somebody had found a way to put an expression of their own into a statement, whatever guards that: asked on the
 * connection itself, as the role that the hub uses, in a session that has said who asks.
 */
describe.each(logins)('the role of %s', (_name, role) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: roleUrl(databaseUrl(), role, testSecret) });
    await client.connect();
    await client.query(
      [
        'begin',
        ...claimStatements(viewerOf({ personId: 'per_1', organizationId: 'org_1', roles: ['VIEWER'] })),
      ].join('; '),
    );
  });
  afterAll(() => client.end());
  beforeEach(() => client.query('savepoint attempt'));
  afterEach(() => client.query('rollback to attempt'));
  const claims = async () =>
    (
      await client.query(
        `select current_setting('hub.roles', true) as roles, current_setting('hub.organization', true) as organization`,
      )
    ).rows;

  it.each([
    ['set_config', `set_config('hub.roles', 'ORG_ADMIN', true)`],
    ['set_config for good', `pg_catalog.set_config('hub.organization', 'org_2', false)`],
    [
      'set_config through XML',
      `query_to_xml('select set_config(''hub.roles'', ''ORG_ADMIN'', true)', true, true, '')`,
    ],
    ['SET through XML', `query_to_xml('set local hub.roles = ''ORG_ADMIN''', true, true, '')`],
    ['RESET through XML', `query_to_xml('reset all', true, true, '')`],
    ['another role through XML', `query_to_xml('set role tahaluf_migrator', true, true, '')`],
    ['a deletion through XML', `query_to_xml('delete from members.person', true, true, '')`],
    ['a table of somebody else through XML', `table_to_xml('pg_authid'::regclass, true, true, '')`],
    [
      'a schema through XML',
      `schema_to_xml('pg_toast', true, true, '') || (select rolpassword from pg_authid limit 1)`,
    ],
    ['a cursor through XML', `cursor_to_xml('c', 1, true, true, '')`],
    ['a file', `pg_read_file('/etc/passwd')`],
    ['a file in bytes', `pg_read_binary_file('PG_VERSION')`],
    ['a folder', `pg_ls_dir('/')`],
    ['the log', `pg_current_logfile()`],
    ['what a file is', `pg_stat_file('postgresql.conf')`],
    ['a large object of a file', `lo_import('/etc/passwd')`],
    ['a file of a large object', `lo_export(1, '/tmp/x')`],
    ['another database', `dblink('host=127.0.0.1', 'select 1')`],
    ['another database that is opened', `dblink_connect('host=127.0.0.1')`],
    ['the passwords', `(select passwd from pg_shadow limit 1)`],
    ['the passwords of roles', `(select rolpassword from pg_authid limit 1)`],
    ['the rules of signing in', `(select type from pg_hba_file_rules limit 1)`],
    ['the settings file', `(select sourcefile from pg_file_settings limit 1)`],
    ['a new configuration', `pg_reload_conf()`],
    [
      'somebody else’s connection',
      `pg_terminate_backend((select pid from pg_stat_activity where usename <> current_user and pid <> pg_backend_pid() limit 1))`,
    ],
    ['a switch of the log', `pg_rotate_logfile()`],
    ['a promotion', `pg_promote()`],
    ['a statistic of what others ask', `(select query from pg_stat_statements limit 1)`],
    ['a log of its own', `members.log_append('org_1', 'r', 'org.public', 'x', '{}')`],
    ['a viewer anew', `hub.open_to_read('{"roles": "ORG_ADMIN", "organization": "org_2"}', 1000)`],
    ['a level that is let through', `hub.guard_level()`],
  ])('%s: is refused in an expression', async (_what, expression) => {
    const before = await claims();
    const refused = await client.query(`select ${expression}`).then(
      ({ rows }) => JSON.stringify(rows),
      ({ code }) => code,
    );
    await client.query('rollback to attempt');
    // Not allowed, not in a query that only reads, not there, or only called as a trigger.
    const codes = [
      '42501',
      '0A000',
      '42883',
      '42P01',
      '42804',
      '34000',
      '25006',
      '3F000',
      '55000',
      '58P01',
      '0LP01',
    ];
    const nothing = ['[{"pg_terminate_backend":null}]'];
    expect({ refused, ok: codes.includes(refused) || nothing.includes(refused) }).toEqual({
      refused,
      ok: true,
    });
    expect(await claims()).toEqual(before);
  });

  it.each([
    ['settings as a table', `update pg_settings set setting = 'ORG_ADMIN' where name = 'hub.roles'`],
    [
      'a function that sets',
      `create function pg_temp.f() returns int language sql set hub.roles = 'ORG_ADMIN' as 'select 1'`,
    ],
    ['a function', `create function f() returns int language sql as 'select 1'`],
    ['a table of its own', 'create table public.t (a int)'],
    ['a schema', 'create schema mine'],
    ['an extension', 'create extension dblink'],
    ['an extension of files', 'create extension file_fdw'],
    ['a server elsewhere', `create server s foreign data wrapper postgres_fdw`],
    ['a role', 'create role mine superuser'],
    ['another role', 'set role tahaluf_migrator'],
    ['another user', 'set session authorization tahaluf_migrator'],
    ['no row security', 'alter table members.person disable row level security'],
    ['a policy', 'create policy p on members.organization using (true)'],
    ['a program', `copy (select 1) to program 'id'`],
    ['a file', `copy (select 1) to '/tmp/x'`],
    ['from a file', `copy pg_temp.x from '/etc/passwd'`],
    ['a message to others', `load 'auto_explain'`],
    ['settings of its own role', `alter role current_user bypassrls`],
    ['settings of the database', `alter database postgres set hub.roles = 'ORG_ADMIN'`],
    ['an owner', `reassign owned by tahaluf_migrator to current_user`],
  ])('%s: is refused as a statement', async (_what, statement) => {
    await expect(client.query(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42|0A000|58|3F|3D|2BP|55)/),
    });
  });

  it('may change no setting of the server', async () => {
    const { rows } = await client.query(
      `select name from pg_settings where has_parameter_privilege(name, 'alter system') or
         (context in ('superuser', 'superuser-backend') and has_parameter_privilege(name, 'set'))`,
    );
    expect(rows).toEqual([]);
  });

  it('sees who it is, and no row of a table that it was not given', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select relnamespace::regnamespace || '.' || relname as name from pg_class
       where relkind in ('r', 'p', 'v', 'm') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
         and has_table_privilege(oid, 'select')`,
    );
    const own = subgraphs.filter(({ name }) => role === subgraphRole(name)).map(({ name }) => `${name}.`);
    expect(rows.filter(({ name }) => !own.some((schema) => name.startsWith(schema)))).toEqual([]);
  });
});
