import { loadById } from '../../../shared/database/load-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from './campaign.entity';

/** @throws Refusal NOT_FOUND for any but a campaign of the viewer's organisation */
export async function requireOwnCampaign(context: SubgraphContext, id: string): Promise<Campaign> {
  const campaign = isId('Campaign', id) ? await loadById(context, Campaign, id) : null;
  if (campaign?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'campaign');
  return campaign;
}
