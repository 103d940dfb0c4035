import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { HubError } from '../errors';
import { groupBy } from '../group-by';
import { withUnread } from './columns-asked';
import { openCursor, sealCursor } from './cursor';
import type { Session } from './session';

/** One list of rows: what to read, in which order. Every part is a fixed fragment; values are parameters. */
export interface ListQuery {
  /** Says which list a cursor belongs to: cursors of another list or order are refused. */
  readonly name: string;
  readonly columns: Sql;
  /** Table with alias `t`. */
  readonly from: Sql;
  /** Conditions, all of which hold. */
  readonly where: readonly Sql[];
  /** A never-null text or date expression over `t`; ties are broken by `t.id`. */
  readonly orderBy: { readonly name: string; readonly key: Sql; readonly descending?: boolean };
  /** For a list under many parents at once: the condition that ties `t` to `parent.id`. */
  readonly perParent?: Sql;
}

export interface PageArgs {
  readonly first: number;
  readonly after?: string | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  cursorOf(row: Row): string;
}

export const maximumPageSize = 100;

interface Keyed {
  readonly id: string;
  readonly pageKey: string;
}

/** One page of a list: one statement. */
export async function readPage<Row extends object>(
  session: Session,
  query: ListQuery,
  args: PageArgs,
): Promise<Page<Row>> {
  const rows = await session.rows<Row & Keyed>(sql`
select ${query.columns}, ${query.orderBy.key} as "pageKey" from ${query.from}
where ${join([...query.where, keyset(query, args)], ' and ')} ${tail(query, args)}`);
  return toPage(query, args, withUnread(query.columns, rows));
}

/** The same page under each of many parents: still one statement. */
export async function readPages<Row extends object>(
  session: Session,
  query: ListQuery & { readonly perParent: Sql },
  parentIds: readonly string[],
  args: PageArgs,
): Promise<Page<Row>[]> {
  const rows = await session.rows<Row & Keyed & { pageParent: string }>(sql`
select parent.id as "pageParent", child.* from unnest(${parentIds}::text[]) parent(id)
cross join lateral (
  select ${query.columns}, ${query.orderBy.key} as "pageKey" from ${query.from}
  where ${join([query.perParent, ...query.where, keyset(query, args)], ' and ')} ${tail(query, args)}
) child`);
  const byParent = groupBy(withUnread(query.columns, rows), (row) => row.pageParent);
  return parentIds.map((id) => toPage(query, args, byParent.get(id) ?? []));
}

/** How many rows the list has in all; one statement, asked only when `totalCount` is selected. */
export async function countRows(session: Session, query: ListQuery): Promise<number> {
  const [row] = await session.rows<{ count: number }>(sql`
select count(*)::int as count from ${query.from} where ${join([...query.where, sql`true`], ' and ')}`);
  return row?.count ?? 0;
}

/** The same count under each of many parents: one statement. */
export async function countRowsPerParent(
  session: Session,
  query: ListQuery & { readonly perParent: Sql },
  parentIds: readonly string[],
): Promise<number[]> {
  const rows = await session.rows<{ id: string; count: number }>(sql`
select parent.id, (
  select count(*)::int from ${query.from} where ${join([query.perParent, ...query.where], ' and ')}
) as count from unnest(${parentIds}::text[]) parent(id)`);
  const counts = new Map(rows.map((row) => [row.id, row.count]));
  return parentIds.map((id) => counts.get(id) ?? 0);
}

function keyset(query: ListQuery, { after }: PageArgs): Sql {
  if (!after) return sql`true`;
  const { key, id } = openCursor(cursorScope(query), after);
  const comparison = query.orderBy.descending ? sql`<` : sql`>`;
  return sql`(${query.orderBy.key}, t.id) ${comparison} (${key}, ${id})`;
}

function tail(query: ListQuery, { first }: PageArgs): Sql {
  if (!Number.isInteger(first) || first < 0 || first > maximumPageSize) {
    throw new HubError('INVALID_ARGUMENT', `"first" must be from 0 to ${maximumPageSize}`);
  }
  const direction = query.orderBy.descending ? raw('desc') : empty;
  return sql`order by ${query.orderBy.key} ${direction}, t.id ${direction} limit ${first + 1}`;
}

function toPage<Row extends object>(
  query: ListQuery,
  { first }: PageArgs,
  rows: readonly (Row & Keyed)[],
): Page<Row> {
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    cursorOf: (row) => {
      const { pageKey, id } = row as Row & Keyed;
      return sealCursor(cursorScope(query), { key: pageKey, id });
    },
  };
}

const cursorScope = (query: ListQuery) => `${query.name}:${query.orderBy.name}`;
