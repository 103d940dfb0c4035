import sql, { join, raw, type Sql } from 'sql-template-tag';
import { Conflict, refuse } from '../mutation/user-errors';
import { type Entity, entityColumns, tableOf } from './columns';
import type { Session } from './session';

/** Inserts one row of an entity. Without RETURNING: whoever writes a row may not be somebody who reads it. */
export async function insertRow<Row extends object>(
  session: Session,
  entity: Entity<Row>,
  row: Partial<Row>,
): Promise<void> {
  const given = columnsIn(entity, row);
  await session.rows(sql`
insert into ${tableOf(entity)} (${raw(given.map(({ column }) => column).join(', '))})
values (${join(given.map(({ value }) => sql`${value}`))})`);
}

/** Inserts rows of an entity that give the same columns: one statement, whatever their number. */
export async function insertRows<Row extends object>(
  session: Session,
  entity: Entity<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const given = entityColumns(entity).filter(({ property }) => first[property as keyof Row] !== undefined);
  const columns = raw(given.map(({ column }) => column).join(', '));
  const records = rows.map((row) =>
    Object.fromEntries(given.map(({ property, column }) => [column, row[property as keyof Row]])),
  );
  await session.rows(sql`
insert into ${tableOf(entity)} (${columns})
select ${columns} from jsonb_populate_recordset(null::${tableOf(entity)}, ${JSON.stringify(records)})`);
}

/** Changes rows `t` that meet the condition and says how many; a row that is not this viewer's counts as none. */
export async function updateRows<Row extends object>(
  session: Session,
  entity: Entity<Row>,
  changes: Partial<Row>,
  where: Sql,
): Promise<number> {
  const set = columnsIn(entity, changes).map(({ column, value }) => sql`${raw(column)} = ${value}`);
  const changed = await session.rows(sql`
update ${tableOf(entity)} t set ${join(set)} where ${where} returning 1`);
  return changed.length;
}

/**
 * Changes the one row that meets the condition.
 * @throws Refusal NOT_FOUND when there is none that this viewer may change
 */
export async function updateRow<Row extends object>(
  session: Session,
  entity: Entity<Row>,
  changes: Partial<Row>,
  where: Sql,
): Promise<void> {
  if ((await updateRows(session, entity, changes, where)) === 0) refuse('NOT_FOUND');
}

/**
 * Changes a row as somebody read it at `version`, and counts that up.
 * @throws Conflict when it has been changed since
 */
export async function reviseRow<Row extends VersionedRow>(
  session: Session,
  entity: Entity<Row>,
  { id, version }: VersionedRow,
  changes: Partial<Row>,
): Promise<void> {
  const revised = { ...changes, version: version + 1 } as Partial<Row>;
  const found = await updateRows(session, entity, revised, sql`t.id = ${id} and t.version = ${version}`);
  if (found === 0) throw new Conflict(id);
}

interface VersionedRow {
  readonly id: string;
  readonly version: number;
}

/** Column by column what a row gives; `jsonb` as text, since `pg` would write a list as an array. */
function columnsIn<Row extends object>(entity: Entity<Row>, row: Partial<Row>) {
  return entityColumns(entity).flatMap(({ property, column, isJson }) => {
    const value = row[property as keyof Row];
    if (value === undefined) return [];
    return [{ column, value: (isJson && value !== null ? JSON.stringify(value) : value) as never }];
  });
}
