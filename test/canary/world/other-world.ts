import type { Client } from 'pg';
import { groupOfTable } from '../../testkit/table-groups';
import type { Table } from './catalog';
import { termsFor } from './may-see';
import { organizations } from './organizations';
import { type Actor, links } from './people';
import type { Values } from './row-plans';
import { asKept, asWritten } from './sealed';
import { idFor, isTypeId, prefixOf } from './words';
import type { PlantedRow } from './world';

/** What decides who somebody is and whom they meet. It stays: worlds differ in what the actor may not see, not in who they are. */
const deciding = /\.(membership|person|role_grant|sensitive_role_grant|audit_head)$/;
/** Decides for an organisation; that of others may differ. */
const decidingForItsOwner = /\.(agreement|org_policy|api_client|api_key)$/;
/** A policy's opt-in and threshold decide what is counted for everybody: it may read otherwise and may not be gone. */
const decidingCounts = /\.org_policy$/;

/**
 * Changes everything in a world that the actor may not see: texts, numbers and days are others, some rows are gone, some
 * are there twice. What is left alone is named above.
 * @returns how many rows became others
 */
export async function changeHidden(client: Client, tables: readonly Table[], actor: Actor): Promise<number> {
  const rows = new Map<Table, (PlantedRow & { readonly place: string })[]>();
  for (const table of tables) {
    const group = groupOfTable(table.name);
    if (!group) continue;
    const found = await client.query<{ place: string; values: Values }>(
      `select ctid::text as place, to_jsonb(t) as values from ${table.name} t order by to_jsonb(t)::text`,
    );
    rows.set(
      table,
      found.rows.map((row) => ({ table: table.name, group, ...row })),
    );
  }
  const isSeen = (row: PlantedRow) => termsFor(actor, row, Object.values(links)).length > 0;
  const needed = neededBy(
    [...rows].flatMap(([table, some]) => some.filter(isSeen).map((row) => ({ table, values: row.values }))),
  );
  const stays = (table: string, values: Readonly<Values>) =>
    decidingCounts.test(table) || needed.has(key(table, values));
  const seenIds = idsSeen([...rows.values()].flat(), isSeen);
  const finished = new Set(
    [...rows.values()].flat().flatMap(({ values }) => (isFinished(values) ? [values.id] : [])),
  );
  let changed = 0;
  for (const [table, some] of rows) {
    const hidden = some.filter((row) => !isSeen(row) && mayDiffer(row, actor));
    const fates = hidden.map((row, n) => ({
      row,
      fate: n % 4 === 0 && !stays(table.name, row.values) ? 'gone' : n % 4 === 1 ? 'twice' : 'other',
    }));
    await client.query(`delete from ${table.name} where ctid = any ($1::tid[])`, [
      hidden.map(({ place }) => place),
    ]);
    const others = fates
      .filter(({ fate }) => fate !== 'gone')
      .map(({ row }) => asKept(table.name, otherValue(asWritten(table.name, row.values)) as Values));
    const copies = fates
      .filter(({ fate, row }) => fate === 'twice' && isTypeId(`${row.values.id}`))
      .map(({ row }) => asKept(table.name, copyOf(asWritten(table.name, row.values))));
    const columns = table.columns.map(({ name }) => name).join(', ');
    await client.query(
      `insert into ${table.name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table.name}, $1) on conflict do nothing`,
      [JSON.stringify([...others, ...copies])],
    );
    changed += hidden.length;
  }
  for (const [table, some] of rows) {
    const astray = some
      .filter((row) => isSeen(row) && !(finished.has(row.values.subject_id) && isCredit.test(row.table)))
      .flatMap(({ values }) => pointedElsewhere(table, values, seenIds));
    for (const { was, now } of astray) {
      const set = Object.keys(now).map(
        (column) => `${column} = (jsonb_populate_record(null::${table.name}, $2)).${column}`,
      );
      await client.query(`update ${table.name} t set ${set.join(', ')} where to_jsonb(t) = $1`, [
        JSON.stringify(was),
        JSON.stringify(now),
      ]);
    }
    changed += astray.length;
  }
  return changed;
}

function mayDiffer({ table, values }: PlantedRow, actor: Actor): boolean {
  if (deciding.test(table)) return false;
  const own = actor.organization && organizations[actor.organization];
  const isOwn =
    [values.organization_id, values.partner_id].includes(own ?? 'nobody') ||
    values.person_id === actor.person;
  return !(isOwn && decidingForItsOwner.test(table));
}

/** Parents of rows that the actor sees: without them those could not be there. */
function neededBy(seen: readonly { table: Table; values: Readonly<Values> }[]): Set<string> {
  return new Set(
    seen.flatMap(({ table, values }) =>
      table.foreignKeys.map(({ parent, columns, parentColumns }) =>
        key(parent, Object.fromEntries(parentColumns.map((column, n) => [column, values[columns[n]!]]))),
      ),
    ),
  );
}

const key = (table: string, { organization_id, id }: Readonly<Values>) => `${table} ${organization_id} ${id}`;

/** Another text, number or day in the place of each; codes, ids and levels stay. */
function otherValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, otherValue(one)]));
  }
  if (typeof value === 'number') return value > 700_000_000 ? value + 50_000_000 : value;
  if (typeof value !== 'string') return value;
  if (/^1[23]\d\d-\d\d-\d\d$/.test(value)) return `${Number(value.slice(0, 4)) + 400}${value.slice(4)}`;
  return value.replace(/^canary/i, 'another');
}

function copyOf(values: Readonly<Values>): Values {
  const { id, slug, ...rest } = otherValue(values) as Values;
  return {
    ...rest,
    id: idFor(prefixOf(`${id}`), `copy of ${id}`),
    ...(slug !== undefined && { slug: `${slug}_copy` }),
  };
}

/** Columns by which rows of other subgraphs, or of no key, are pointed at. */
const pointing = /^(venue|event|parent|credited|co_organizer|figure)_id$|^stakeholder_ids$|^code$/;

/** Finished work credits whom it names, by a name that everybody sees: there those pointers are no secret. */
const isCredit = /\.(campaign_credit|event_co_organizer)$/;
const isFinished = ({ status, occurrence }: Readonly<Values>) =>
  status === 'COMPLETED' || occurrence === 'HELD';

/** Ids of records that the actor sees. A credit names an organisation and is not its entry. */
function idsSeen(rows: readonly PlantedRow[], isSeen: (row: PlantedRow) => boolean): Set<string> {
  const seen = rows.filter((row) => row.table !== 'members.organization_credit' && isSeen(row));
  // Entries of the directory are for everybody: nobody may give one another level, so none that is pointed at has one.
  const entries = rows.filter(
    ({ table, values }) => table === 'members.organization' && values.id !== values.organization_id,
  );
  return new Set([...seen, ...entries].map(({ values }) => values.id as string));
}

/** A row whose pointers at records that the actor does not see lead to others, which nobody has. */
function pointedElsewhere(
  table: Table,
  values: Readonly<Values>,
  seenIds: ReadonlySet<string>,
): { was: Readonly<Values>; now: Values }[] {
  const elsewhere = (id: unknown) =>
    !isTypeId(`${id}`) || seenIds.has(`${id}`) ? id : idFor(prefixOf(`${id}`), `elsewhere ${id}`);
  const now = Object.fromEntries(
    table.columns
      .filter(({ name }) => pointing.test(name) && values[name] !== null)
      .map(
        ({ name }) =>
          [
            name,
            Array.isArray(values[name])
              ? (values[name] as unknown[]).map(elsewhere)
              : elsewhere(values[name]),
          ] as const,
      )
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(values[name])),
  );
  return Object.keys(now).length > 0 ? [{ was: values, now }] : [];
}
