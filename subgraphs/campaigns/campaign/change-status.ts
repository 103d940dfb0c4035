import { reviseRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign, type CampaignStatus } from './campaign.entity';
import { requireOwnCampaign } from './own-campaign';
import { mayFollow } from './status-changes';

/**
 * Takes a campaign of one's own organisation to another point of its life.
 * @throws Refusal INVALID_STATE where none leads there from where it is
 */
export async function changeStatus(
  context: SubgraphContext,
  id: string,
  status: CampaignStatus,
): Promise<{ id: string }> {
  const campaign = await requireOwnCampaign(context, id);
  if (!mayFollow(campaign.status, status)) refuse('INVALID_STATE', 'campaign');
  await reviseRow(context.session, Campaign, campaign, { status });
  return { id };
}
