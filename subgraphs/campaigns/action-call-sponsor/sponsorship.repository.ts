import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import { updateRows } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCallSponsorship, type SponsorshipState } from './sponsorship.entity';
import type { ActionCallSponsorshipFilter } from './sponsorship.inputs';

/** Invitations that meet a filter, the newest first. They are for the two sides of each and nobody else: found by either. */
export function sponsorshipList(
  { viewer: { organizationId: own } }: SubgraphContext,
  filter?: ActionCallSponsorshipFilter | null,
): ListQuery {
  const { state, actionCall } = filter ?? {};
  const where: Sql[] = [sql`(t.organization_id = ${own} or t.partner_id = ${own})`];
  if (state != null) where.push(sql`t.state = ${state}`);
  if (actionCall != null) where.push(sql`t.call_id = ${requireId('ActionCall', actionCall)}`);
  return {
    name: 'sponsorships',
    columns: columnsOf(ActionCallSponsorship),
    from: sql`campaigns.action_call_sponsorship t`,
    where,
    orderBy: { name: 'id', key: sql`t.id`, descending: true },
  };
}

/**
 * Takes an invitation to another state, where it is in one of some. Of two who do so at once the second finds another state.
 * @param who may do it: both parties, or the invited one alone
 * @throws Refusal NOT_FOUND for what is not theirs; INVALID_STATE
 */
export async function changeSponsorship(
  context: SubgraphContext,
  id: string,
  who: 'invited' | 'both',
  from: readonly SponsorshipState[],
  state: SponsorshipState,
): Promise<{ id: string }> {
  const found = isId('ActionCallSponsorship', id) ? await loadById(context, ActionCallSponsorship, id) : null;
  const parties = who === 'both' ? [found?.organizationId, found?.partnerId] : [found?.partnerId];
  if (!found || !parties.includes(context.viewer.organizationId!)) refuse('NOT_FOUND', 'sponsorship');
  const where = sql`t.id = ${id} and t.state = any(${[...from]})`;
  const changed = await updateRows(context.session, ActionCallSponsorship, { state }, where);
  if (changed === 0) refuse('INVALID_STATE', 'sponsorship');
  return { id };
}
