import type { Policy } from '../../shared/permission/policy';
import { rowSecuritySql } from '../../shared/permission/row-security';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { applyRowSecurity } from './apply-row-security';
import { asAdministrator, ownDatabase } from './database';
import { rightsOn } from './database-rights';
import { plantRows } from './synthetic-rows';
import { afterPlanting, type PlantedRow, spreads, tableSpreads } from './table-conditions';
import { gone, mine, other, partner } from './viewers-of-a-group';

/** A planted row, by the place where it lies, and what an insert of its like would become by the table's defaults. */
export interface BareRow extends PlantedRow {
  readonly asInserted: PlantedRow['values'];
}

export interface BareDatabase {
  readonly url: string;
  /** Rows of a table, named with its schema. */
  rowsOf(table: string): readonly BareRow[];
  /** Columns that are computed from others: nobody gives them. */
  readonly computed: ReadonlySet<string>;
  /** Columns by table. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Puts the row security of a policy in the place of what is there; `rewrite` may change its text. */
  apply(definition: SubgraphDefinition, policy?: Policy, rewrite?: (text: string) => string): Promise<void>;
  drop(): Promise<unknown>;
}

/**
 * A database in which nothing but row-level security holds: no keys, and no triggers but the ones on sharing levels,
 * which the policy makes too. Every table is full of made-up rows, whatever the seed data hold.
 */
export async function bareDatabase(definitions: readonly SubgraphDefinition[]): Promise<BareDatabase> {
  const database = await ownDatabase();
  const { url } = database;
  const run = (text: string) => asAdministrator(text, [], url);
  const schemas = definitions.map(({ name }) => name);
  await run(withoutKeys(schemas));
  await run(quiet(schemas));
  const rows = new Map<string, BareRow[]>();
  for (const { name, policy } of definitions) {
    const guarded = Object.entries(policy.tables).flatMap(([table, rule]) =>
      'group' in rule ? [table] : [],
    );
    await run(
      `set session_replication_role = replica; ${guarded.map((table) => `delete from ${name}.${table};`).join('')}`,
    );
    for (const table of guarded) {
      const full = `${name}.${table}`;
      await plantRows(url, name, table, {
        organization_id: [mine, partner, other, gone],
        ...spreads,
        ...tableSpreads[full],
      });
      if (afterPlanting[full]) await run(`set session_replication_role = replica; ${afterPlanting[full]}`);
    }
    for (const [table, found] of await planted(
      url,
      guarded.map((table) => `${name}.${table}`),
    )) {
      rows.set(table, found);
    }
  }
  await run(outcomes);
  const computed = await asAdministrator<{ name: string }>(
    `select attrelid::regclass || '.' || attname as name from pg_attribute where attgenerated <> ''`,
    [],
    url,
  );
  return {
    ...database,
    computed: new Set(computed.map(({ name }) => name)),
    columns: await columnsOf(url, schemas),
    rowsOf: (table) => rows.get(table) ?? [],
    apply: (definition, changed = definition.policy, rewrite = (text) => text) =>
      applyRowSecurity(
        url,
        definition.name,
        `${rewrite(rowSecuritySql(definition.name, changed))}\n${quiet([definition.name])}`,
      ),
  };
}

async function columnsOf(url: string, schemas: readonly string[]): Promise<Map<string, string[]>> {
  const found = await asAdministrator<{ name: string; columns: string[] }>(
    `select c.oid::regclass::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace::regnamespace::text = any ($1) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped group by 1`,
    [schemas],
    url,
  );
  return new Map(found.map(({ name, columns }) => [name, columns]));
}

/** Rows by table, with what they would be if inserted anew; and copies of them that every role can read. */
async function planted(url: string, tables: readonly string[]): Promise<Map<string, BareRow[]>> {
  const copies = tables.map(
    (table) => `create table ${copyOf(table)} as select t.ctid as lies_at, t.* from ${table} t;`,
  );
  await asAdministrator(
    `create schema if not exists planted; grant usage on schema planted to public; ${copies.join('\n')}
     grant select on all tables in schema planted to public`,
    [],
    url,
  );
  const found = await asAdministrator<{ name: string; key: string; values: PlantedRow['values'] }>(
    tables
      .map((table) => `select '${table}' as name, ctid::text as key, to_jsonb(t) as values from ${table} t`)
      .join(' union all '),
    [],
    url,
  );
  const rows = new Map<string, BareRow[]>();
  for (const table of tables) {
    const own = found.filter(({ name }) => name === table);
    const anew = await insertedAnew(url, table);
    rows.set(
      table,
      own.map(({ key, values }) => ({ key, values, asInserted: anew.get(key) ?? values })),
    );
  }
  return rows;
}

/** What the columns that an insert does not name become, by their defaults. */
async function insertedAnew(url: string, table: string): Promise<Map<string, PlantedRow['values']>> {
  const columns = rightsOn(table).insert?.columns?.join(', ');
  if (!columns) return new Map();
  const places = await asAdministrator<{ key: string }>(
    `select lies_at::text as key from ${copyOf(table)} order by lies_at`,
    [],
    url,
  );
  const inserted = await asAdministrator<{ values: PlantedRow['values'] }>(
    `insert into ${table} as t (${columns}) select ${columns} from ${copyOf(table)} order by lies_at returning to_jsonb(t) as values`,
    [],
    url,
  );
  await asAdministrator(
    `delete from ${table} where ctid not in (select lies_at from ${copyOf(table)})`,
    [],
    url,
  );
  return new Map(places.map(({ key }, n) => [key, inserted[n]!.values]));
}

/** A copy of a planted table, which every role may read and insert from. */
export const copyOf = (table: string) => `planted.${table.replace('.', '__')}`;

/** Runs a statement once for each row, as whoever calls it, and undoes it: how many rows changed, or why none. */
const outcomes = `create function planted.outcomes(statement text, places tid[]) returns text[] language plpgsql as $$
declare place tid; changed bigint; said text; found text[] := '{}';
begin
  foreach place in array places loop
    begin
      execute statement using place;
      get diagnostics changed = row_count;
      said := changed::text;
      raise exception 'undone' using errcode = 'ZU000';
    exception when sqlstate 'ZU000' then found := found || said;
      when others then found := found || sqlerrm;
    end;
  end loop;
  return found;
end $$;`;

const withoutKeys = (schemas: readonly string[]) => `do $$ declare one record; begin
  for one in select conrelid::regclass as tab, conname from pg_constraint where contype in ('p', 'u', 'f')
    and connamespace::regnamespace::text in (${schemas.map((name) => `'${name}'`)})
    order by contype = 'f' desc loop
    execute format('alter table %s drop constraint %I cascade', one.tab, one.conname);
  end loop;
  for one in select indexrelid::regclass as name from pg_index i join pg_class c on c.oid = i.indrelid
    where i.indisunique and c.relnamespace::regnamespace::text in (${schemas.map((name) => `'${name}'`)}) loop
    execute format('drop index %s', one.name);
  end loop;
end $$;`;

const quiet = (schemas: readonly string[]) => `do $$ declare one record; begin
  for one in select tgrelid::regclass as tab, tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and tgname <> 'level_guard' and tgenabled <> 'D'
      and c.relnamespace::regnamespace::text in (${schemas.map((name) => `'${name}'`)}) loop
    execute format('alter table %s disable trigger %I', one.tab, one.tgname);
  end loop;
end $$;`;
