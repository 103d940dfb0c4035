import sql from 'sql-template-tag';
import { withinDays } from '../../../shared/figure/figure-list';
import { groupBy } from '../../../shared/group-by';
import { everybody, ofReports } from '../../../shared/impact/impact-figures';
import type { ImpactScope } from '../../../shared/impact/impact-report';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { allTerms, type TermRecord } from '../../../shared/taxonomy/term';
import { campaignListUnder } from '../campaign/campaign.repository';

/** The campaigns of a report's days, tied to the organisation that leads them. */
export function campaignsInScope(context: SubgraphContext, { days }: ImpactScope) {
  const list = campaignListUnder(context, sql`t.organization_id = parent.id`);
  return { ...list, where: [withinDays(days)] };
}

/**
 * The SDG targets that the campaigns of a report list, each once, in the order of the goals. One statement for
 * the reports of many organisations, and the coalition's among them.
 */
export function loadTargetsInScope(
  context: SubgraphContext,
  { organizationId, days }: ImpactScope,
): Promise<TermRecord[]> {
  return context
    .loader<string, TermRecord[]>(`targets ${days.start} ${days.end}`, async (ids) => {
      const named = ids.filter((id) => id !== everybody);
      const rows = await context.session.rows<{ lead: string; code: string }>(sql`
select distinct t.organization_id as lead, tag.code from campaigns.campaign t
join campaigns.campaign_tag tag
  on tag.organization_id = t.organization_id and tag.subject_id = t.id and tag.list = 'sdgTargets'
where ${withinDays(days)} and ${ofReports(named, ids)}`);
      const byLead = groupBy(rows, ({ lead }) => lead);
      return ids.map((id) => targetsOf(id === everybody ? rows : (byLead.get(id) ?? [])));
    })
    .load(organizationId ?? everybody);
}

function targetsOf(rows: readonly { readonly code: string }[]): TermRecord[] {
  const codes = new Set(rows.map(({ code }) => code));
  return allTerms('sdgTargets').filter(({ code }) => codes.has(code));
}
