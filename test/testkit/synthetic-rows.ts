import { asAdministrator } from './database';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
}

/**
 * Fills a table with made-up rows from the catalog alone, so that a table which is added tomorrow is tried too: one row
 * for every combination of the columns given in `spread`, the rest whatever its type and checks allow.
 */
export async function plantRows(
  url: string,
  schema: string,
  table: string,
  spread: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const columns = await columnsOf(url, schema, table);
  const checks = await checksOf(url, schema, table);
  const known = new Set(columns.map(({ name }) => name));
  const fixed = Object.entries(spread).filter(([name]) => known.has(name));
  const combinations = fixed.reduce<Record<string, string>[]>(
    (rows, [name, values]) =>
      rows.flatMap((row) => allowedValues(checks, name, values).map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
  const inserts = combinations.map((combination, index) => {
    const row = new Map<string, string>();
    for (const { name, type, needed } of columns) {
      if (name in combination) row.set(name, combination[name]!);
      else if (needed) row.set(name, made(table, name, type, index, checks));
    }
    if (checks.some((check) => /id = organization_id/.test(check)) && row.has('organization_id')) {
      row.set('id', row.get('organization_id')!);
    }
    const values = [...row.values()].map(literal).join(', ');
    // A combination that a check forbids (a partner that is oneself) is none.
    return `begin insert into ${schema}.${table} (${[...row.keys()].join(', ')}) values (${values}) on conflict do nothing;
exception when check_violation then null; end;`;
  });
  // Foreign keys are triggers; without them rows need no parents.
  await asAdministrator(
    `set session_replication_role = replica; do $rows$ begin ${inserts.join('\n')} end $rows$`,
    [],
    url,
  );
}

function columnsOf(url: string, schema: string, table: string): Promise<Column[]> {
  return asAdministrator<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull and not atthasdef as needed
     from pg_attribute where attrelid = ($1 || '.' || $2)::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [schema, table],
    url,
  );
}

async function checksOf(url: string, schema: string, table: string): Promise<string[]> {
  const rows = await asAdministrator<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = ($1 || '.' || $2)::regclass and contype = 'c'`,
    [schema, table],
    url,
  );
  return rows.map(({ text }) => text);
}

/** What a check lists for the column, or null when none does. */
function listed(checks: readonly string[], column: string): string[] | null {
  for (const check of checks) {
    const single = new RegExp(`^CHECK \\(\\(${column} = '(\\w+)'`).exec(check);
    if (single) return [single[1]!];
    const many = new RegExp(`\\(${column} = ANY \\(ARRAY\\[([^\\]]+)\\]`).exec(check);
    if (many) return [...many[1]!.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
  }
  return null;
}

const allowedValues = (checks: readonly string[], column: string, values: readonly string[]) => {
  const allowed = listed(checks, column);
  return allowed ? values.filter((value) => allowed.includes(value)) : values;
};

function made(table: string, column: string, type: string, index: number, checks: readonly string[]): string {
  const fromCheck = listed(checks, column)?.[0];
  if (fromCheck) return fromCheck;
  if (type === 'jsonb') return '{"ar":"نص","en":"text"}';
  if (type === 'boolean') return 'false';
  if (type === 'uuid') return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  if (type.startsWith('timestamp') || type === 'date') return 'now';
  if (/int|double|numeric/.test(type)) return String(100 + index);
  if (type.endsWith('[]')) return '{}';
  if (type === 'bytea') return '\\x00';
  return `${table} ${column} ${index}`;
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
