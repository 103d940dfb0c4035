import { subgraphRole } from '../../shared/database/roles';
import { asAdministrator } from './database';

/** Takes the row security of a subgraph away, with its triggers and grants, and puts the given SQL in its place. */
export async function applyRowSecurity(url: string, schema: string, sql: string): Promise<void> {
  await asAdministrator(
    `begin;
do $$ declare old record; begin
  for old in select policyname, tablename from pg_policies where schemaname = '${schema}' loop
    execute format('drop policy %I on ${schema}.%I', old.policyname, old.tablename);
  end loop;
end $$;
do $$ declare one record; begin
  for one in select tgrelid::regclass as tab, tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where tgname in ('level_guard', 'guard_cap', 'guard_sharing_version', 'log_write') and c.relnamespace = '${schema}'::regnamespace loop
    execute format('drop trigger %I on %s', one.tgname, one.tab);
  end loop;
  for one in select oid::regclass as tab from pg_class where relkind = 'r' and relnamespace = '${schema}'::regnamespace loop
    execute format('alter table %s disable row level security, no force row level security', one.tab);
  end loop;
end $$;
revoke all on all tables in schema ${schema} from public, ${subgraphRole(schema)}, tahaluf_gateway, tahaluf_identity, tahaluf_auditor;
${sql}
commit;`,
    [],
    url,
  );
}
