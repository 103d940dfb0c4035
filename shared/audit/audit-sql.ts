import { auditorRole, gatewayRole, migratorRole, subgraphRole } from '../database/roles';

/** The chain of what nobody's organisation did to rows of no organisation, such as opening an account. */
export const noOrganization = 'hub';

/**
 * The log of one subgraph: who read or changed what, one chain of hashes per organisation whose data it was. Rows are
 * appended by two functions only, inside the transaction that they tell of; no row holds a value that was read.
 */
export const auditTablesSql = (schema: string) => `create table ${schema}.audit_head (
  organization_id text collate "C" primary key,
  sequence bigint not null,
  hash bytea not null,
  at timestamptz not null
);
create table ${schema}.audit_entry (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  sequence bigint not null,
  at timestamptz not null,
  person_id text collate "C",
  actor_organization_id text collate "C",
  roles text not null,
  tool_key_id text collate "C",
  operation text not null,
  group_name text collate "C" not null,
  record text collate "C" not null,
  subject_ids text[] not null,
  request_id text,
  hash bytea not null,
  primary key (organization_id, sequence)
);
create index audit_entry_id on ${schema}.audit_entry (id);
create index audit_entry_person on ${schema}.audit_entry (person_id, sequence);`;

/**
 * How the log is written. Only {@link auditorRole} may insert, and it cannot sign in: the subgraph calls `log_reads`
 * before it commits, and every logged table calls `log_write` for each row, at the very end of the transaction.
 */
export const auditFunctionsSql = (schema: string) => `
create function ${schema}.audit_text(entry ${schema}.audit_entry) returns text immutable language sql
set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_array(entry.organization_id, entry.sequence,
    to_char(entry.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.person_id, entry.actor_organization_id,
    entry.roles, entry.tool_key_id, entry.operation, entry.group_name, entry.record, entry.subject_ids, entry.request_id)::text
$$;

create function ${schema}.log_append(owner text, operation text, group_name text, record text, ids text[])
returns void security definer language plpgsql set search_path = pg_catalog, pg_temp as $$
declare head ${schema}.audit_head; entry ${schema}.audit_entry;
begin
  insert into ${schema}.audit_head values (owner, 0, '', clock_timestamp()) on conflict do nothing;
  select * into head from ${schema}.audit_head where organization_id = owner for update;
  entry.organization_id := owner;
  entry.sequence := head.sequence + 1;
  entry.id := owner || ':' || entry.sequence;
  entry.at := clock_timestamp();
  entry.person_id := hub.viewer_person();
  entry.actor_organization_id := hub.viewer_organization();
  entry.roles := coalesce(current_setting('hub.roles', true), '');
  entry.tool_key_id := hub.viewer_tool();
  entry.operation := operation;
  entry.group_name := group_name;
  entry.record := record;
  entry.subject_ids := ids;
  entry.request_id := nullif(current_setting('hub.request', true), '');
  entry.hash := sha256(head.hash || convert_to(${schema}.audit_text(entry), 'UTF8'));
  insert into ${schema}.audit_entry select entry.*;
  update ${schema}.audit_head set sequence = entry.sequence, hash = entry.hash, at = entry.at where organization_id = owner;
end $$;

create function ${schema}.log_reads(reads jsonb)
returns void security definer language plpgsql set search_path = pg_catalog, pg_temp as $$
declare one record;
begin
  -- Always in the same order, so that two transactions never wait for each other.
  for one in select * from jsonb_to_recordset(reads) as r("owner" text, "group" text, "record" text, ids text[])
    order by "owner", "group", "record"
  loop
    perform ${schema}.log_append(one."owner", 'r', one."group", one."record", one.ids);
  end loop;
end $$;

create function ${schema}.log_write()
returns trigger security definer language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  row_now jsonb := coalesce(to_jsonb(new), was);
  owner text := coalesce(row_now->>'organization_id', hub.viewer_organization(), '${noOrganization}');
  operation text := case tg_op when 'INSERT' then 'c' when 'DELETE' then 'd'
    else case when was->>'sharing_level' is distinct from row_now->>'sharing_level' then 's' else 'u' end end;
begin
  -- Seeding is no deed of anybody, and when something was used last is written down by reading who asks.
  if session_user in ('${migratorRole}', '${gatewayRole}') then return null; end if;
  perform ${schema}.log_append(owner, operation, tg_argv[0], tg_table_name,
    array[coalesce(row_now->>'id', row_now->>'subject_id', row_now->>'person_id')]);
  return null;
end $$;

revoke all on function ${schema}.log_append(text, text, text, text, text[]), ${schema}.log_reads(jsonb), ${schema}.log_write() from public;
grant execute on function ${schema}.log_reads(jsonb) to ${subgraphRole(schema)};
grant create on schema ${schema} to ${auditorRole};
alter function ${schema}.log_append(text, text, text, text, text[]) owner to ${auditorRole};
alter function ${schema}.log_reads(jsonb) owner to ${auditorRole};
alter function ${schema}.log_write() owner to ${auditorRole};
set local role ${auditorRole};
grant execute on function ${schema}.log_write() to ${migratorRole};
reset role;
revoke create on schema ${schema} from ${auditorRole};`;

/** Every write of a table is logged with its group. Deferred: the log is the last thing before the commit. */
export const logWriteTrigger = (schema: string, table: string, group: string): string[] => [
  `drop trigger if exists log_write on ${table};`,
  `create constraint trigger log_write after insert or update or delete on ${table} deferrable initially deferred
  for each row execute function ${schema}.log_write('${group}');`,
];
