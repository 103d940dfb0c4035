import { loadById } from '../../../shared/database/load-rows';
import { givenIds } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Legislator } from '../legislator/legislator.entity';
import { isPartner } from '../partnership/partnership.repository';
import type { ActionCall } from './action-call.entity';
import type { ActionCallParts } from './action-call.inputs';

/**
 * What a call to action points at, as far as an input changes it.
 * @throws Refusal NOT_FOUND for what the viewer does not see, or a campaign on which its organisation does not work
 */
export async function readTarget(
  context: SubgraphContext,
  { campaign, bill, legislators }: Pick<ActionCallParts, 'campaign' | 'bill' | 'legislators'>,
): Promise<Partial<ActionCall>> {
  if (campaign) await requireJoinedCampaign(context, campaign);
  if (bill && !(isId('Bill', bill) && (await loadById(context, Bill, bill)))) refuse('NOT_FOUND', 'bill');
  const legislatorIds = legislators && givenIds('Legislator', legislators, 'legislators');
  const found = await Promise.all((legislatorIds ?? []).map((id) => loadById(context, Legislator, id)));
  if (found.includes(null)) refuse('NOT_FOUND', 'legislators');
  return {
    ...(campaign !== undefined && { campaignId: campaign }),
    ...(bill !== undefined && { billId: bill }),
    ...(legislatorIds != null && { legislatorIds }),
  };
}

async function requireJoinedCampaign(context: SubgraphContext, id: string): Promise<void> {
  const campaign = isId('Campaign', id) ? await loadById(context, Campaign, id) : null;
  const isLead = campaign?.organizationId === context.viewer.organizationId;
  if (!campaign || !(isLead || (await isPartner(context, id)))) refuse('NOT_FOUND', 'campaign');
}
