import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import { isId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from './action-call.entity';
import type { ActionCallFilter, ActionCallInput } from './action-call.inputs';

/** Calls to action that meet a filter, the latest first. */
export function actionCallList(filter?: ActionCallFilter | null): ListQuery {
  const { campaign, kind, state } = filter ?? {};
  const where: Sql[] = [];
  if (campaign != null) {
    // A call may be for everybody while its campaign is not: then no filter tells of that.
    where.push(sql`t.campaign_id = ${requireId('Campaign', campaign)}
      and exists (select from campaigns.campaign c where c.id = t.campaign_id)`);
  }
  if (kind != null) where.push(sql`t.kind = ${kind}`);
  if (state != null) where.push(sql`t.state = ${state}`);
  return {
    name: 'calls to action',
    columns: columnsOf(ActionCall),
    from: sql`campaigns.action_call t`,
    where,
    orderBy: { name: 'id', key: sql`t.id`, descending: true },
  };
}

/**
 * A call to action of the viewer's own organisation, as somebody read it.
 * @throws Refusal NOT_FOUND; Conflict where somebody has changed it since
 */
export async function requireOwnActionCall(
  context: SubgraphContext,
  { actionCall: id, version }: ActionCallInput,
): Promise<ActionCall> {
  const found = isId('ActionCall', id) ? await loadById(context, ActionCall, id) : null;
  if (found?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'actionCall');
  if (found.version !== version) throw new Conflict(id);
  return found;
}
