import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Testimony, type TestimonyState } from './testimony.entity';

/** Testimony, the latest first. */
export const testimonyList = (perParent: Sql): ListQuery & { perParent: Sql } => ({
  name: 'testimony',
  columns: columnsOf(Testimony),
  from: sql`campaigns.testimony t`,
  where: [],
  orderBy: { name: 'id', key: sql`t.id`, descending: true },
  perParent,
});

/**
 * Testimony of the viewer's own organisation, held against changes by others.
 * @param states in which it may be
 * @throws Refusal for what is not there or in another state; Conflict where somebody has changed it since
 */
export async function holdTestimony(
  context: SubgraphContext,
  { testimony: id, version }: { readonly testimony: string; readonly version: number },
  ...states: readonly TestimonyState[]
): Promise<Testimony> {
  if (!isId('Testimony', id)) refuse('NOT_FOUND', 'testimony');
  await context.session.rows(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const found = await loadById(context, Testimony, id);
  if (found?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'testimony');
  if (found.version !== version) throw new Conflict(id);
  if (!states.includes(found.state)) refuse('INVALID_STATE', 'testimony');
  return found;
}
