import { Client } from 'pg';
import {
  auditorRole,
  claimsRole,
  counterRole,
  gatewayRole,
  identityRole,
  migratorRole,
  rolePassword,
  subgraphRole,
} from './roles';

/**
 * The part of the set-up that needs an administrator: roles, schemas, the viewer's claims, and closing
 * `set_config`, without which a single injected expression could change who the viewer is.
 * Idempotent. On a managed PostgreSQL print it (`npm run provision`) and have it run once.
 */
export function provisionSql(subgraphs: readonly string[], secret: string): string {
  const logins = [migratorRole, gatewayRole, ...subgraphs.map(subgraphRole)];
  return [
    ...logins.map((role) => createRole(role, `login password '${rolePassword(secret, role)}'`)),
    ...[identityRole, auditorRole, counterRole].flatMap((role) => [
      createRole(role, 'nologin'),
      `grant ${role} to ${migratorRole};`,
    ]),
    // An administrator who is no superuser may make schemas for the migrator only as a member of it.
    `grant ${migratorRole} to current_user;`,
    'revoke all on schema public from public;',
    'revoke execute on function pg_catalog.set_config(text, text, boolean) from public;',
    createRole(claimsRole, 'nologin'),
    `grant execute on function pg_catalog.set_config(text, text, boolean) to ${claimsRole};`,
    viewerFunctions,
    ...[...logins, identityRole, auditorRole, counterRole].map(
      (role) => `grant usage on schema hub to ${role};`,
    ),
    ...subgraphs.map(
      (name) => `grant execute on function hub.open_to_read(jsonb, int) to ${subgraphRole(name)};`,
    ),
    ...subgraphs.map(
      (name) => `create schema if not exists ${name} authorization ${migratorRole};
grant usage on schema ${name} to ${subgraphRole(name)}, ${auditorRole}, ${counterRole};`,
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
create or replace function hub.claims(name text) returns text[] stable parallel safe language sql
  return string_to_array(coalesce(current_setting('hub.' || name, true), ''), ',');
create or replace function hub.viewer_organization() returns text stable parallel safe language sql
  return nullif(current_setting('hub.organization', true), '');
-- Of what kind that organisation is.
create or replace function hub.viewer_kind() returns text stable parallel safe language sql
  return nullif(current_setting('hub.kind', true), '');
create or replace function hub.viewer_person() returns text stable parallel safe language sql
  return nullif(current_setting('hub.person', true), '');
create or replace function hub.viewer_tool() returns text stable parallel safe language sql
  return nullif(current_setting('hub.tool', true), '');
-- Keyed hashes of the secrets that the request showed: links of invitations and applications, addresses at sign-in.
create or replace function hub.viewer_records() returns text[] stable parallel safe language sql
  return hub.claims('records');
create or replace function hub.hidden_organizations() returns text[] stable parallel safe language sql
  return hub.claims('hidden');
create or replace function hub.aggregated_organizations() returns text[] stable parallel safe language sql
  return hub.claims('aggregated');
-- The highest of the numbers below which these organisations tell others nothing; null when none has raised it.
create or replace function hub.raised_threshold(organizations text[]) returns int stable parallel safe language sql
  return (select max(split_part(pair, '|', 2)::int) from unnest(hub.claims('thresholds')) as t(pair)
    where split_part(pair, '|', 1) = any (organizations));
-- Whether one of the roles may do "group:operation", after what their organisation narrowed; dormant roles count only
-- where that is said.
create or replace function hub.viewer_may(roles text[], may text, dormant boolean default false) returns boolean
  stable parallel safe language sql
  return exists (select from unnest(hub.claims('roles') || case when dormant then hub.claims('dormant') end) as held(role)
    where role = any (roles) and not (role || ':' || may) = any (hub.claims('narrowed')));
create or replace function hub.tool_may(grantors text[], may text) returns boolean stable parallel safe language sql
  return may = any (hub.claims('scopes')) and not ('TOOL:' || may) = any (hub.claims('narrowed'))
    and exists (select from unnest(hub.claims('grantors')) as held(role)
      where role = any (grantors) and not (role || ':' || may) = any (hub.claims('narrowed')));
-- What a tool may with its own record needs neither scope nor grantor.
create or replace function hub.tool_itself_may(may text) returns boolean stable parallel safe language sql
  return hub.viewer_tool() is not null and not ('TOOL:' || may) = any (hub.claims('narrowed'));
-- Organisations with which an agreement in force opens the group.
create or replace function hub.viewer_partners(group_name text) returns text[] stable parallel safe language sql
  return array(select split_part(pair, '|', 1) from unnest(hub.claims('partners')) as p(pair)
    where split_part(pair, '|', 2) = group_name);
-- The first statement of everything that only reads: the claims, for this transaction, in which nothing can be written. Once
-- only, or an expression that somebody injected could claim to be somebody else.
create or replace function hub.open_to_read(claims jsonb, milliseconds int) returns void
  volatile language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if current_setting('hub.opened', true) = 'yes' then
    raise insufficient_privilege using message = 'this transaction has its viewer';
  end if;
  perform set_config('hub.opened', 'yes', true), set_config('transaction_read_only', 'on', true),
    set_config('statement_timeout', milliseconds::text, true);
  perform set_config('hub.' || name, value, true) from jsonb_each_text(claims) as claim(name, value);
end $$;
alter function hub.open_to_read(jsonb, int) owner to ${claimsRole};
revoke execute on function hub.open_to_read(jsonb, int) from public;
-- Whoever may write a row of another organisation, as a party to it, still does not share it.
create or replace function hub.guard_level() returns trigger language plpgsql as $$ begin
  if current_user like 'tahaluf_%' and current_user <> '${migratorRole}'
    and not (old.organization_id = hub.viewer_organization() and hub.viewer_may(tg_argv[0]::text[], tg_argv[1])) then
    raise insufficient_privilege using message = 'the sharing level is not this viewer''s to change';
  end if;
  return new;
end $$;`;

function createRole(role: string, options: string): string {
  return `do $$ begin
  create role ${role} nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
exception when duplicate_object then null; end $$;
alter role ${role} ${options};`;
}
