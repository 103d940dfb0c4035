import { Client } from 'pg';
import {
  auditorRole,
  counterRole,
  gatewayRole,
  identityRole,
  roleUrl,
  subgraphRole,
} from '../../shared/database/roles';
import { housekeepingTables } from '../../shared/permission/housekeeping';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { asAdministrator, testSecret } from './database';
import { rightsOn } from './database-rights';
import { plantRows } from './synthetic-rows';
import { mine } from './viewers-of-a-group';

/** What the database grants and the book of rights does not, and the other way round, as `role command table (column)`. */
export async function grantComplaints(
  url: string,
  { name, policy }: SubgraphDefinition,
): Promise<{ tooMuch: string[]; tooLittle: string[] }> {
  const columns = await asAdministrator<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    [name],
    url,
  );
  const granted = await asAdministrator<{ one: string }>(
    `select case when grantee = 'PUBLIC' then 'everybody' else grantee end || ' ' || lower(privilege_type) || ' ' || table_name || ' ' || column_name as one
     from information_schema.column_privileges where table_schema = $1 and grantee = any ($2)
     union select grantee || ' ' || lower(privilege_type) || ' ' || table_name || ' *'
     from information_schema.table_privileges where table_schema = $1 and grantee = any ($2)
       and privilege_type not in ('SELECT', 'INSERT', 'UPDATE')`,
    [name, ['PUBLIC', gatewayRole, identityRole, auditorRole, counterRole, subgraphRole(name)]],
    url,
  );
  const guarded = new Set(
    Object.entries(policy.tables).flatMap(([table, rule]) => ('group' in rule ? [table] : [])),
  );
  const wanted = new Set(
    [...new Set(columns.map(({ table }) => table))].flatMap((table) => {
      const all = columns.filter((one) => one.table === table).map(({ column }) => column);
      return wantedOn(name, table, all, guarded.has(table));
    }),
  );
  const found = new Set(granted.map(({ one }) => one));
  return {
    tooMuch: [...found].filter((one) => !wanted.has(one)).sort(),
    tooLittle: [...wanted].filter((one) => !found.has(one)).sort(),
  };
}

function wantedOn(schema: string, table: string, all: readonly string[], isGuarded: boolean): string[] {
  const rights = rightsOn(`${schema}.${table}`);
  const subgraph = subgraphRole(schema);
  const grant = (role: string, command: string, columns: readonly string[] | 'all' = 'all') =>
    command === 'delete'
      ? [`${role} delete ${table} *`]
      : (columns === 'all' ? all : columns).map((column) => `${role} ${command} ${table} ${column}`);
  return [
    ...(isGuarded ? grant(subgraph, 'select') : []),
    ...(['insert', 'update', 'delete'] as const).flatMap((command) =>
      rights[command] ? grant(subgraph, command, rights[command].columns) : [],
    ),
    ...(rights.upkeep?.split(', ').flatMap((command) => grant(subgraph, command)) ?? []),
    ...(rights.identity ? grant(identityRole, 'select', rights.identity) : []),
    ...Object.entries(rights.identityWrites ?? {}).flatMap(([command, columns]) =>
      grant(identityRole, command, columns),
    ),
    ...(rights.counted ? grant(counterRole, 'select', rights.counted) : []),
    ...(rights.auditor?.split(', ').flatMap((command) => grant(auditorRole, command)) ?? []),
  ];
}

/** Tables of a subgraph that are written and not logged though they should be, or logged though nobody writes them. */
export async function logComplaints(url: string, { name }: SubgraphDefinition): Promise<string[]> {
  const tables = await asAdministrator<{ table: string; logged: string | null }>(
    `select c.relname as table, (select encode(t.tgargs, 'escape') from pg_trigger t
       where t.tgrelid = c.oid and t.tgname = 'log_write' and t.tgdeferrable and t.tginitdeferred) as logged
     from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'`,
    [name],
    url,
  );
  return tables.flatMap(({ table, logged }) => {
    const { insert, update, delete: remove, unlogged } = rightsOn(`${name}.${table}`);
    const isDue = Boolean(insert ?? update ?? remove) && !unlogged;
    return isDue === (logged !== null) ? [] : [table];
  });
}

/** Tables without row security that is forced, or with a row that the subgraph's upkeep shares among viewers. */
export async function openTables(url: string, { name }: SubgraphDefinition): Promise<string[]> {
  const found = await asAdministrator<{ table: string }>(
    `select c.relname as table from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`,
    [name],
    url,
  );
  return found.map(({ table }) => table);
}

/** Upkeep that shows somebody the rows of others: planted rows are nobody's who asks. */
export async function sharedUpkeep(url: string, { name, policy }: SubgraphDefinition): Promise<string[]> {
  const shared: string[] = [];
  const closed = Object.entries({ ...housekeepingTables, ...policy.tables }).filter(
    ([table, rule]) => !('group' in rule) && rightsOn(`${name}.${table}`).upkeep,
  );
  const client = new Client({ connectionString: roleUrl(url, subgraphRole(name), testSecret) });
  await client.connect();
  try {
    for (const [table] of closed) {
      const [before] = await asAdministrator<{ there: boolean }>(
        `select exists (select from ${name}.${table}) as there`,
        [],
        url,
      );
      if (!before!.there) await plantRows(url, name, table, {});
      await client.query(`begin; set local hub.organization = '${mine}'; set local hub.person = 'per_me'`);
      const { rowCount } = await client.query(`select from ${name}.${table}`);
      await client.query('rollback');
      if (rowCount !== 0) shared.push(table);
    }
  } finally {
    await client.end();
  }
  return shared;
}
