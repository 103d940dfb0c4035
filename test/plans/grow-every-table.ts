import type { Client } from 'pg';
import { subgraphs } from '../../subgraphs/registry';
import { asOwner } from '../canary/world/world';
import { plantRows } from '../testkit/synthetic-rows';
import { tableSpreads } from '../testkit/table-conditions';

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly rows: number;
  /** The table that its rows belong to, with its schema. */
  readonly parent: string | null;
  readonly columns: readonly Column[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Whether it is the last of a unique key in which nothing else tells one copy from another. */
  readonly numbered: boolean;
}

const schemas = subgraphs.map(({ name }) => name);

/**
 * Copies the rows of every table of the subgraphs until each has about so many; what belongs to a row is copied with it.
 * Ids and what points at them change alike. Half of the copies belong to the same organisations as before, which so get
 * large, half to copies of these, which so get many. All of it follows from the catalog, so that a table which is added
 * tomorrow grows too.
 */
export async function growEveryTable(url: string, rows: number): Promise<void> {
  await asOwner(url, async (client) => {
    for (const { schema, name, columns } of (await readTables(client)).filter((table) => table.rows === 0)) {
      const ids = columns.filter(({ name: column, type }) => type === 'text' && /(^|_)id$/.test(column));
      const made = Object.fromEntries(ids.map((column) => [column.name, [madeUpId(column.name)]]));
      const codes = columns.some((column) => column.name === 'code') && { code: manyCodes };
      await plantRows(url, schema, name, { ...tableSpreads[`${schema}.${name}`], ...codes, ...made });
    }
    await client.query(withoutChecks);
    const tables = await readTables(client);
    for (const { schema, name, parent, columns, rows: own } of tables) {
      const first = tables.find((table) => `${table.schema}.${table.name}` === parent);
      // As many for each parent as before; of words and the like, of which a parent has many, no more than a test can wait for.
      const copies = Math.ceil(Math.min(rows / Math.min(own, first?.rows ?? own), (8 * rows) / own));
      await client.query(
        `insert into ${schema}.${name} (${columns.map((column) => column.name).join(', ')})
         select ${columns.map(copied).join(', ')} from ${schema}.${name} s, generate_series(1, ${copies}) n
         on conflict do nothing`,
      );
    }
    await client.query('vacuum analyze');
  });
}

/** One code that all rows carry would not be worth an index. */
const manyCodes = Array.from({ length: 40 }, (_, n) => `code ${n}`);

const madeUpId = (column: string) => `${column === 'organization_id' ? 'org' : 'one'}_${'0'.repeat(25)}1`;

function copied({ name, type, numbered }: Column): string {
  const value = `s.${name}`;
  if (type === 'text') {
    if (numbered || /^slug$|_(key|hash)$/.test(name)) return `${value} || '-' || n`;
    const copy = `split_part(${value}, '_', 1) || '_0' || substr(md5(${value} || ':' || n), 1, 25)`;
    const isId = `length(${value}) = 30 and substr(${value}, 4, 1) = '_'`;
    return `case when ${isId} and (left(${value}, 3) <> 'org' or n % 2 = 1) then ${copy} else ${value} end`;
  }
  if (numbered && type === 'uuid') return `md5(${value} || ':' || n)::uuid`;
  if (numbered) return `${value} + 1000 * n`;
  if (type === 'date') return `${value} + n * 7919 % 20000 - 10000`;
  // A number in front of a name, so that copies of one row do not stand together in lists.
  if (type === 'jsonb' && /^(title|name|label)$/.test(name)) {
    const mixed = (language: string) =>
      `'${language}', n * 7919 % 9973 || ' ' || (${value} ->> '${language}')`;
    return `${value} || jsonb_build_object(${mixed('ar')}, ${mixed('en')})`;
  }
  return value;
}

async function readTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'rows'>>(tablesSql, [schemas]);
  const tables: Table[] = [];
  for (const table of rows) {
    const counted = await client.query(`select count(*)::int as rows from ${table.schema}.${table.name}`);
    tables.push({ ...table, rows: counted.rows[0].rows });
  }
  return tables;
}

/** Without what says which migrations ran and which rows were seeded. */
const tablesSql = `
select relnamespace::regnamespace::text as schema, relname as name,
  (select min(confrelid::regclass::text) from pg_constraint
    where conrelid = c.oid and contype = 'f' and confrelid <> conrelid) as parent,
  (select jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'numbered', exists (
      select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indkey[i.indnkeyatts - 1] = attnum
        and not exists (select from unnest(i.indkey::int[]) k join pg_attribute other on other.attrelid = c.oid and other.attnum = k
          where other.attname ~ '(^|_)id$' and other.attname <> 'organization_id'))
      and attname <> 'organization_id') order by attnum)
    from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
from pg_class c
where relkind = 'r' and relnamespace::regnamespace::text = any($1) and relname not in ('migration', 'seed_row')
order by 1, 2`;

/** They would refuse copies such as staff of another coalition, and no plan depends on them. */
const withoutChecks = `do $$ declare one record; begin
  for one in select conrelid::regclass as tab, conname from pg_constraint
    where contype = 'c' and connamespace::regnamespace::text in (${schemas.map((name) => `'${name}'`)}) loop
    execute format('alter table %s drop constraint %I', one.tab, one.conname);
  end loop;
end $$`;
