import sql from 'sql-template-tag';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { Campaign } from './campaign.entity';
import { requireOwnCampaign } from './own-campaign';

/**
 * A campaign of one's own organisation, held: until the commit nobody else changes its level, or writes lines whose
 * words it shares.
 */
export async function holdCampaign(context: SubgraphContext, id: string): Promise<Campaign> {
  await requireOwnCampaign(context, id);
  await context.session.rows(sql`
select from campaigns.campaign t where t.id = ${id} and t.organization_id = ${context.viewer.organizationId} for no key update`);
  context.forget();
  return requireOwnCampaign(context, id);
}
