import sql, { join, type Sql } from 'sql-template-tag';
import type { ListQuery } from '../../../shared/database/page';
import { withinDays } from '../../../shared/figure/figure-list';
import type { ImpactScope } from '../../../shared/impact/impact-report';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { allTerms, type TermRecord } from '../../../shared/taxonomy/term';
import { campaignList } from '../campaign/campaign.repository';

/** The campaigns of a report: those that its organisation leads, or everybody's, in its days. */
export function campaignsInScope(context: SubgraphContext, scope: ImpactScope): ListQuery {
  return { ...campaignList(context), where: inScope(scope) };
}

/** The SDG targets that the campaigns of a report list, each once, in the order of the goals. */
export async function loadTargetsInScope(
  context: SubgraphContext,
  scope: ImpactScope,
): Promise<TermRecord[]> {
  const rows = await context.session.rows<{ code: string }>(sql`
select distinct tag.code from campaigns.campaign_tag tag
where tag.list = 'sdgTargets' and tag.subject_id in (
  select t.id from campaigns.campaign t where ${join(inScope(scope), ' and ')})`);
  const codes = new Set(rows.map(({ code }) => code));
  return allTerms('sdgTargets').filter(({ code }) => codes.has(code));
}

function inScope({ organizationId, days }: ImpactScope): Sql[] {
  const within = withinDays(days);
  return organizationId === null ? [within] : [within, sql`t.organization_id = ${organizationId}`];
}
