import { asAdministrator } from '../../testkit/database';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly hasDefault: boolean;
}

/** A key of the table that points at a row of another one. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly parent: string;
  readonly parentColumns: readonly string[];
}

export interface Table {
  /** `members.organization` */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly checks: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly primaryKey: readonly string[];
}

/** Every table of the schemas as the database itself describes them, parents first. */
export async function readCatalog(url: string, schemas: readonly string[]): Promise<Table[]> {
  const tables = await asAdministrator<Table>(
    `select n.nspname || '.' || c.relname as name,
      (select coalesce(json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
          'needed', attnotnull and not atthasdef, 'hasDefault', atthasdef) order by attnum), '[]')
        from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select coalesce(json_agg(pg_get_constraintdef(k.oid)), '[]') from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c') as checks,
      (select coalesce(json_agg(json_build_object('parent', pn.nspname || '.' || pc.relname,
          'columns', (select json_agg(attname order by o) from unnest(k.conkey) with ordinality u(n, o)
            join pg_attribute on attrelid = k.conrelid and attnum = u.n),
          'parentColumns', (select json_agg(attname order by o) from unnest(k.confkey) with ordinality u(n, o)
            join pg_attribute on attrelid = k.confrelid and attnum = u.n))), '[]')
        from pg_constraint k join pg_class pc on pc.oid = k.confrelid join pg_namespace pn on pn.oid = pc.relnamespace
        where k.conrelid = c.oid and k.contype = 'f') as "foreignKeys",
      (select coalesce(json_agg(attname), '[]') from pg_constraint k cross join unnest(k.conkey) u(n)
        join pg_attribute on attrelid = k.conrelid and attnum = u.n
        where k.conrelid = c.oid and k.contype = 'p') as "primaryKey"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any ($1) order by 1`,
    [schemas],
    url,
  );
  return parentsFirst(tables);
}

/** What a check lists for a column, or null when none does. */
export function listedValues({ checks }: Table, column: string): string[] | null {
  for (const check of checks) {
    const single = new RegExp(`^CHECK \\(\\(${column} = '(\\w+)'`).exec(check);
    if (single) return [single[1]!];
    const many = new RegExp(`\\(${column} = ANY \\(ARRAY\\[([^\\]]+)\\]`).exec(check);
    if (many) return [...many[1]!.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
  }
  return null;
}

/** Whether a check says more of a column than which translations it has. */
export const isChecked = ({ checks }: Table, column: string): boolean =>
  checks.some((check) => new RegExp(`\\b${column}\\b`).test(check) && !check.includes('?&'));

function parentsFirst(tables: Table[]): Table[] {
  const sorted = new Set<Table>();
  const add = (table: Table) => {
    if (sorted.has(table)) return;
    for (const { parent } of table.foreignKeys) {
      const found = tables.find(({ name }) => name === parent);
      if (found && found !== table) add(found);
    }
    sorted.add(table);
  };
  for (const table of tables) add(table);
  return [...sorted];
}
