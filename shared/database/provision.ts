import { Client } from 'pg';
import { gatewayRole, identityRole, migratorRole, rolePassword, subgraphRole } from './roles';

/**
 * The part of the set-up that needs an administrator: roles, schemas, the viewer's claims, and closing
 * `set_config`, without which a single injected expression could change who the viewer is.
 * Idempotent. On a managed PostgreSQL print it (`npm run provision`) and have it run once.
 */
export function provisionSql(subgraphs: readonly string[], secret: string): string {
  const logins = [migratorRole, gatewayRole, ...subgraphs.map(subgraphRole)];
  return [
    ...logins.map((role) => createRole(role, `login password '${rolePassword(secret, role)}'`)),
    createRole(identityRole, 'nologin'),
    `grant ${identityRole} to ${migratorRole};`,
    // An administrator who is no superuser may make schemas for the migrator only as a member of it.
    `grant ${migratorRole} to current_user;`,
    'revoke all on schema public from public;',
    'revoke execute on function pg_catalog.set_config(text, text, boolean) from public;',
    viewerFunctions,
    ...logins.map((role) => `grant usage on schema hub to ${role};`),
    ...subgraphs.map(
      (name) => `create schema if not exists ${name} authorization ${migratorRole};
grant usage on schema ${name} to ${subgraphRole(name)};`,
    ),
    `grant usage on schema members to ${gatewayRole}, ${identityRole};`,
  ].join('\n');
}

/** Runs the administrator's part on the database that `databaseUrl` names. */
export async function provision(
  databaseUrl: string,
  subgraphs: readonly string[],
  secret: string,
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(7414701);
${provisionSql(subgraphs, secret)}
commit;`);
  } finally {
    await client.end();
  }
}

/**
 * What row-level security asks about the viewer. The claims are set with `SET LOCAL` when a session
 * opens; policies call these inside a scalar sub-select, so each is evaluated once per statement.
 */
const viewerFunctions = `create schema if not exists hub;
create or replace function hub.viewer_organization() returns text stable parallel safe language sql
  return nullif(current_setting('hub.organization', true), '');
create or replace function hub.viewer_person() returns text stable parallel safe language sql
  return nullif(current_setting('hub.person', true), '');
create or replace function hub.viewer_has(roles text[]) returns boolean stable parallel safe language sql
  return string_to_array(coalesce(current_setting('hub.roles', true), ''), ',') && roles;`;

function createRole(role: string, options: string): string {
  return `do $$ begin
  create role ${role} nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
exception when duplicate_object then null; end $$;
alter role ${role} ${options};`;
}
