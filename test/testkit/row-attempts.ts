import { type BareDatabase, type BareRow, copyOf } from './bare-database';
import { rightsOn } from './database-rights';
import { type OracleViewer, permits } from './permission-oracle';
import {
  conditionsOf,
  levelsOf,
  mayBeWritten,
  type PlantedRow,
  personalGroups,
  seesHidden,
} from './table-conditions';

/** Something to try with each row of a table, and whether the specification lets the viewer. */
export interface Attempt {
  readonly what: string;
  /** Of the viewers: what is narrowed, or in scope. */
  readonly operation: string;
  readonly statement: string;
  readonly isAllowed: (viewer: OracleViewer, row: BareRow) => boolean;
}

export function attemptsOn(database: BareDatabase, table: string, group: string): Attempt[] {
  const rows = database.rowsOf(table);
  const { insert, update, delete: remove } = rightsOn(table);
  const may = (operations: string, viewer: OracleViewer, values: PlantedRow['values']) =>
    [...operations].some((operation) => mayDo(table, group, operation, viewer, values));
  const seen = (viewer: OracleViewer, values: PlantedRow['values']) => may('r', viewer, values);
  const attempts: Attempt[] = [
    {
      what: 'reading',
      operation: 'r',
      statement: `select array_agg(t.ctid::text) as found from ${table} t`,
      isAllowed: (viewer, { values }) => seen(viewer, values),
    },
  ];
  const levels = [...new Set(rows.map(({ values }) => values.sharing_level ?? null))];
  if (insert) {
    const given = Object.keys(rows[0]!.values).filter(
      (column) => !database.computed.has(`${table}.${column}`),
    );
    const columns = (insert.columns ?? given).join(', ');
    attempts.push({
      what: 'inserting into',
      operation: insert.by[0]!,
      statement: `insert into ${table} (${columns}) select ${columns} from ${copyOf(table)} where lies_at = $1`,
      // Creating is not seeing: whoever left may apply again.
      isAllowed: (viewer, { asInserted }) =>
        may(insert.by, { ...viewer, hidden: [] }, asInserted) && mayBeWritten(table, asInserted, viewer),
    });
  }
  if (update) {
    const column = update.columns?.[0] ?? Object.keys(rows[0]!.values)[0]!;
    attempts.push({
      what: 'updating',
      operation: update.by[0]!,
      statement: `update ${table} set ${column} = ${column} where ctid = $1`,
      isAllowed: (viewer, { values }) =>
        may(update.by, viewer, values) && seen(viewer, values) && mayBeWritten(table, values, viewer),
    });
  }
  if (update?.by.includes('s') && levels.length > 1) {
    attempts.push({
      what: 'changing the level of',
      operation: 's',
      statement: `update ${table} set sharing_level = case sharing_level when '${levels[0]}' then '${levels[1]}' else '${levels[0]}' end where ctid = $1`,
      isAllowed: (viewer, { values }) => may('s', viewer, values) && seen(viewer, values),
    });
  }
  if (remove) {
    attempts.push({
      what: 'deleting from',
      operation: remove.by[0]!,
      statement: `delete from ${table} where ctid = $1`,
      isAllowed: (viewer, { values }) => may(remove.by, viewer, values) && seen(viewer, values),
    });
  }
  return attempts;
}

export function mayDo(
  table: string,
  group: string,
  operation: string,
  viewer: OracleViewer,
  row: PlantedRow['values'],
): boolean {
  const facts = {
    organization: personalGroups.has(group) ? null : (row.organization_id ?? null),
    ...levelsOf(row),
    holds: conditionsOf(table, row, viewer),
  };
  const seer = seesHidden(table, row, viewer) ? { ...viewer, hidden: [] } : viewer;
  return permits(group, operation, seer, facts);
}
