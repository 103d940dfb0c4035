import { Client } from 'pg';
import { groupBy } from '../../../shared/group-by';
import { subgraphs } from '../../../subgraphs/registry';
import { groupOfTable } from '../../testkit/table-groups';
import { readCatalog, type Table } from './catalog';
import { fillRow, type PlantedId, type Surroundings } from './fill-row';
import { planRows, type RowPlan, type Values } from './row-plans';
import { asKept, asWritten } from './sealed';
import { Unique } from './unique';
import { isTypeId, prefixOf } from './words';

/** What says which migrations ran and which rows were seeded: no data, and the hub needs it as it is. */
const untouched = /\.(migration|seed_row)$/;

/** A row of the world as it stands in the database. */
export interface PlantedRow {
  readonly table: string;
  /** Null for tables that nobody reads. */
  readonly group: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface World {
  readonly url: string;
  readonly tables: readonly Table[];
  readonly rows: readonly PlantedRow[];
}

/**
 * Empties every table of every subgraph and fills it with rows of several organisations whose every text is a canary.
 * All of it follows from the catalog, so that a table which is added tomorrow is filled too.
 * @throws Error with the name of a table that could not be filled
 */
export async function plantWorld(url: string): Promise<World> {
  const catalog = await readCatalog(
    url,
    subgraphs.map(({ name }) => name),
  );
  const tables = catalog.filter(({ name }) => !untouched.test(name));
  return asOwner(url, async (client) => {
    const samples = await readSamples(client, tables);
    const plans = planRows(tables);
    const full = new Map([...samples].map(([table, rows]) => [table, fullest(rows)]));
    const around: Surroundings = { samples, fullest: full, ids: idsOf(plans) };
    const unique = new Unique();
    await client.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
    for (const table of tables) {
      const rows = plans
        .filter((plan) => plan.table === table)
        .map((plan) => asKept(table.name, fillRow(plan, around, unique)));
      await insert(client, table, rows);
    }
    return { url, tables, rows: await readRows(client, tables) };
  });
}

/** Runs statements as the administrator, for whom foreign keys and guards do not fire: rows need no deed to be there. */
export async function asOwner<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The rows as they are now. */
export async function readRows(client: Client, tables: readonly Table[]): Promise<PlantedRow[]> {
  const rows: PlantedRow[] = [];
  for (const { name } of tables) {
    const group = groupOfTable(name);
    if (group === undefined)
      throw new Error(`${name}: say in table-groups.ts which group of the matrix it is`);
    const found = await client.query<{ values: Values }>(`select to_jsonb(t) as values from ${name} t`);
    rows.push(...found.rows.map(({ values }) => ({ table: name, group, values: asWritten(name, values) })));
  }
  return rows;
}

async function insert(client: Client, { name, columns }: Table, rows: readonly Values[]): Promise<void> {
  let taken = 0;
  try {
    // Columns that a row does not give keep their defaults, so rows go by what they give.
    for (const [given, alike] of groupBy(rows, (row) =>
      columns
        .map((one) => one.name)
        .filter((one) => one in row)
        .join(),
    )) {
      const { rowCount } = await client.query(
        `insert into ${name} (${given}) select ${given} from jsonb_populate_recordset(null::${name}, $1) on conflict do nothing`,
        [JSON.stringify(alike)],
      );
      taken += rowCount ?? 0;
    }
    // Rows that collide by chance may stay out, as links of the same two rows do.
    if (taken < rows.length / 2) throw new Error(`${taken} of ${rows.length} rows were taken`);
  } catch (error) {
    throw new Error(`${name} could not be filled: ${(error as Error).message}`);
  }
}

/** Rows of the seeded tables, the fullest first. */
async function readSamples(client: Client, tables: readonly Table[]): Promise<Map<string, Values[]>> {
  const samples = new Map<string, Values[]>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ values: Values }>(
      `select to_jsonb(t) as values from ${name} t
       order by (select count(*) from jsonb_each(to_jsonb(t)) where value = 'null'), md5(t::text) limit 300`,
    );
    samples.set(
      name,
      rows.map(({ values }) => values),
    );
  }
  return samples;
}

/** A dozen of the fullest rows and all that are as full, so that most columns hold something and links are of every kind. */
function fullest(samples: readonly Values[]): readonly Values[] {
  const gaps = (row: Values) => Object.values(row).filter((value) => value === null).length;
  const last = samples[11];
  return last ? samples.filter((row) => gaps(row) <= gaps(last)) : samples;
}

function idsOf(plans: readonly RowPlan[]): Map<string, PlantedId[]> {
  const ids = new Map<string, PlantedId[]>();
  const seen = new Set<string>();
  for (const { table, given } of plans) {
    const { id } = given;
    if (typeof id !== 'string' || !isTypeId(id) || seen.has(id)) continue;
    seen.add(id);
    const kind = prefixOf(id);
    ids.set(kind, [
      ...(ids.get(kind) ?? []),
      { id, owner: given.organization_id, schema: table.name.split('.')[0]! },
    ]);
  }
  return ids;
}
