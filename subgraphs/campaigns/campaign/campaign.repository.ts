import sql, { type Sql } from 'sql-template-tag';
import { columnsAsked } from '../../../shared/database/columns-asked';
import { loadChildren } from '../../../shared/database/load-rows';
import { orderByName } from '../../../shared/database/order-by-name';
import type { ListQuery } from '../../../shared/database/page';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from './campaign.entity';
import type { CampaignFilter } from './campaign.inputs';
import { campaignConditions } from './campaign-conditions';
import { CampaignCredit, type CreditRole } from './campaign-credit.entity';

/** Campaigns that meet a filter, by title in the viewer's language. */
export function campaignList(context: SubgraphContext, filter?: CampaignFilter | null): ListQuery {
  return {
    name: 'campaigns',
    columns: columnsAsked(context, Campaign),
    from: sql`campaigns.campaign t`,
    where: campaignConditions(filter ?? {}),
    orderBy: orderByName(context),
  };
}

/** The same list under each of many parents; `perParent` ties a campaign `t` to `parent.id`. */
export function campaignListUnder(context: SubgraphContext, perParent: Sql, filter?: CampaignFilter | null) {
  return { ...campaignList(context, filter), perParent };
}

/** Ids of the organisations that a campaign's source credits in one role, in the order of the source. */
export async function loadCredited(
  context: SubgraphContext,
  campaignId: string,
  role: CreditRole,
): Promise<string[]> {
  const credits = await loadChildren(context, CampaignCredit, campaignId);
  return credits.filter((credit) => credit.role === role).map(({ creditedId }) => creditedId);
}
