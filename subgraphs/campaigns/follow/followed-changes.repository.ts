import sql, { join, raw, type Sql } from 'sql-template-tag';
import { openCursor, sealCursor } from '../../../shared/database/cursor';
import { maximumPageSize, type Page, type PageArgs } from '../../../shared/database/page';
import { HubError } from '../../../shared/errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { changingNouns } from './change-table';
import type { ChangeRow } from './followed-change.type';

/** Each follower's own: a cursor of somebody else is none. */
export const cursorScope = (follower: string): string => `followed changes of ${follower}`;

/**
 * Transactions below this one have ended, and all that comes later stands at or above it: what is read below it is read
 * whole, and nothing comes to stand before a cursor.
 */
const ended = sql`(select pg_snapshot_xmin(pg_current_snapshot())::text::bigint)`;

/** What a follow `f` has not acknowledged, of subjects that the viewer sees; `more` narrows and orders it. */
const unread = (more: Sql): Sql =>
  join(
    changingNouns.map(
      (noun) => sql`(
  select c.id, c.kind, c.at, c.subject_id as "subjectId", c.horizon, c.sequence from ${raw(`campaigns.${noun}_change`)} c
  where c.subject_id = f.subject_id and (c.horizon, c.sequence) > (f.horizon, f.sequence) and c.horizon < ${ended} ${more})`,
    ),
    ' union all ',
  );

/** Changes that a follower has not acknowledged, in their order: one statement. */
export async function readChanges(
  { session }: SubgraphContext,
  follower: string,
  { first, after }: PageArgs,
): Promise<Page<ChangeRow>> {
  if (!Number.isInteger(first) || first < 0 || first > maximumPageSize) {
    throw new HubError('INVALID_ARGUMENT', `"first" must be from 0 to ${maximumPageSize}`);
  }
  const { key, id } = after ? openCursor(cursorScope(follower), after) : { key: '0', id: '0' };
  const page = sql`order by horizon, sequence limit ${first + 1}`;
  const rows = await session.rows<ChangeRow>(sql`
select c.* from campaigns.follow f cross join lateral (
${unread(sql`and (c.horizon, c.sequence) > (${key}::bigint, ${id}::bigint) ${page}`)}
) c where f.follower_id = ${follower} ${page}`);
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    cursorOf: ({ horizon, sequence }) => sealCursor(cursorScope(follower), { key: horizon, id: sequence }),
  };
}

export async function countChanges({ session }: SubgraphContext, follower: string): Promise<number> {
  const [row] = await session.rows<{ count: number }>(sql`
select count(*)::int as count from campaigns.follow f cross join lateral (
${unread(sql``)}
) c where f.follower_id = ${follower}`);
  return row?.count ?? 0;
}
