import sql, { join, type Sql } from 'sql-template-tag';
import { pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { termOrNull } from '../../../shared/taxonomy/term';
import type { CampaignFilter } from '../campaign/campaign.inputs';
import { campaignConditions } from '../campaign/campaign-conditions';
import type { TagList } from '../campaign/campaign-tag.entity';
import { type CampaignCount, CampaignGrouping } from './campaign-count.type';

interface Grouping {
  readonly code: Sql;
  /** Vocabulary of the codes; null for organisations. */
  readonly list: string | null;
  /** For what a campaign has several of: where the codes are. */
  readonly tags?: Sql;
}

const groupings: Readonly<Record<CampaignGrouping, Grouping>> = {
  COUNTRY: { code: sql`t.country`, list: 'countries' },
  KIND: { code: sql`t.kind`, list: 'programmeKinds' },
  ORGANIZATION: { code: sql`t.organization_id`, list: null },
  THEME: tagged('themes'),
  SDG_TARGET: tagged('sdgTargets'),
  AUDIENCE: tagged('audiences'),
  PLACE: tagged('places'),
  GOVERNMENT_LEVEL: tagged('governmentLevels'),
};

/** Campaigns that meet a filter, counted by what they share: most first, then by code. One statement. */
export async function countCampaigns(
  context: SubgraphContext,
  by: CampaignGrouping,
  filter: CampaignFilter,
  first: number | null,
): Promise<CampaignCount[]> {
  const { code, list, tags } = groupings[by];
  const where = join([...campaignConditions(filter), sql`true`], ' and ');
  const rows = await context.session.rows<{ code: string | null; count: number }>(sql`
select ${code} as code, count(*)::int as count from campaigns.campaign t ${tags ?? sql``}
where ${where} group by 1 order by 2 desc, 1 limit ${first}`);
  return rows.map((row) => ({
    term: list === null ? null : termOrNull(list, row.code),
    organization: list === null ? pointTo(row.code) : null,
    count: row.count,
  }));
}

/** An outer join, so that campaigns without any term are counted too. */
function tagged(list: TagList): Grouping {
  return {
    code: sql`tag.code`,
    list,
    tags: sql`left join campaigns.campaign_tag tag
  on tag.organization_id = t.organization_id and tag.subject_id = t.id and tag.list = ${list}`,
  };
}
