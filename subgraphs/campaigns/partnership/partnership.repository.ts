import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import { updateRows } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { isToBeFound } from '../../../shared/permission/hidden-organizations';
import { isId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignPartnership, type PartnershipState } from './partnership.entity';
import type { CampaignPartnershipFilter } from './partnership.inputs';

/** Partnerships that meet a filter, the newest invitation first. */
export function partnershipList(filter?: CampaignPartnershipFilter | null): ListQuery {
  const { state, campaign, partner } = filter ?? {};
  const where: Sql[] = [];
  if (state != null) where.push(sql`t.state = ${state}`);
  if (campaign != null) where.push(sql`t.campaign_id = ${requireId('Campaign', campaign)}`);
  if (partner != null)
    where.push(
      sql`t.partner_id = ${requireId('Organization', partner)} and ${isToBeFound(sql`t.partner_id`)}`,
    );
  return {
    name: 'partnerships',
    columns: columnsOf(CampaignPartnership),
    from: sql`campaigns.campaign_partnership t`,
    where,
    orderBy: { name: 'id', key: sql`t.id`, descending: true },
  };
}

type Side = 'lead' | 'partner';

/**
 * Takes a partnership from one of some states to another, for the side whose step it is. Two who step at once: the
 * second finds another state.
 * @throws Refusal NOT_FOUND for what is not the viewer's, also where they are on the other side; INVALID_STATE
 */
export async function step(
  context: SubgraphContext,
  id: string,
  side: Side,
  from: readonly PartnershipState[],
  state: PartnershipState,
): Promise<{ id: string }> {
  const found = isId('CampaignPartnership', id) ? await loadById(context, CampaignPartnership, id) : null;
  const actor = side === 'lead' ? found?.organizationId : found?.partnerId;
  if (!found || actor !== context.viewer.organizationId) refuse('NOT_FOUND', 'partnership');
  const where = sql`t.id = ${id} and t.state = any(${[...from]})`;
  const changed = await updateRows(context.session, CampaignPartnership, { state }, where);
  if (changed === 0) refuse('INVALID_STATE', 'partnership');
  return { id };
}

/** Whether an organisation, as a rule the viewer's, works on a campaign that another one leads. */
export async function isPartner(
  { session, viewer }: SubgraphContext,
  campaign: string,
  organization = viewer.organizationId,
): Promise<boolean> {
  const found = await session.rows(sql`
select from campaigns.campaign_partnership t
where t.campaign_id = ${campaign} and t.partner_id = ${organization} and t.state = 'JOINED'`);
  return found.length > 0;
}
