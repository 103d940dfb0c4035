import sql, { raw, type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import type { ListQuery } from '../../../shared/database/page';
import { groupBy } from '../../../shared/group-by';
import { chooseLanguage } from '../../../shared/language/choose-language';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, termsOf } from '../../../shared/taxonomy/term';
import { Campaign } from './campaign.entity';
import type { CampaignFilter } from './campaign.inputs';
import { campaignConditions } from './campaign-conditions';
import { CampaignCredit, type CreditRole } from './campaign-credit.entity';
import { CampaignTag, type TagList } from './campaign-tag.entity';

/** The campaign with this id, or null; asked together for all ids of a tick. */
export function loadCampaign(context: SubgraphContext, id: string): Promise<Campaign | null> {
  return context
    .loader<string, Campaign | null>('campaign', async (ids) => {
      const rows = await context.session.rows<Campaign>(sql`
select ${columnsOf(Campaign)} from campaigns.campaign t where t.id = any(${ids})`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((wanted) => byId.get(wanted) ?? null);
    })
    .load(id);
}

/** Campaigns that meet a filter, by title in the viewer's language. */
export function campaignList(context: SubgraphContext, filter: CampaignFilter = {}): ListQuery {
  return {
    name: 'campaigns',
    columns: columnsOf(Campaign),
    from: sql`campaigns.campaign t`,
    where: campaignConditions(filter),
    orderBy: byTitle(context),
  };
}

/** The same list under each of many parents; `perParent` ties a campaign `t` to `parent.id`. */
export function campaignListUnder(context: SubgraphContext, perParent: Sql, filter: CampaignFilter = {}) {
  return { ...campaignList(context, filter), perParent };
}

/** A campaign's terms of one vocabulary, in the order of the source. All vocabularies of a tick are one statement. */
export async function loadTags(
  context: SubgraphContext,
  campaignId: string,
  list: TagList,
): Promise<TermRecord[]> {
  const tags = await context
    .loader<string, CampaignTag[]>('campaign tags', async (ids) => {
      const rows = await context.session.rows<CampaignTag>(sql`
select ${columnsOf(CampaignTag)} from campaigns.campaign_tag t
where t.subject_id = any(${ids}) order by t.position`);
      const byCampaign = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => byCampaign.get(id) ?? []);
    })
    .load(campaignId);
  return termsOf(
    list,
    tags.filter((tag) => tag.list === list).map(({ code }) => code),
  );
}

/** Ids of the organisations that a campaign's source credits in one role, in the order of the source. */
export async function loadCredited(
  context: SubgraphContext,
  campaignId: string,
  role: CreditRole,
): Promise<string[]> {
  const credits = await context
    .loader<string, CampaignCredit[]>('campaign credits', async (ids) => {
      const rows = await context.session.rows<CampaignCredit>(sql`
select ${columnsOf(CampaignCredit)} from campaigns.campaign_credit t
where t.subject_id = any(${ids}) order by t.position`);
      const byCampaign = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => byCampaign.get(id) ?? []);
    })
    .load(campaignId);
  return credits.filter((credit) => credit.role === role).map(({ creditedId }) => creditedId);
}

function byTitle(context: SubgraphContext): ListQuery['orderBy'] {
  const { language } = chooseLanguage(['ar', 'en'], context.languages);
  return { name: `title_${language}`, key: raw(`t.sort_${language}`) };
}
