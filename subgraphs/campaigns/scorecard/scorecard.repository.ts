import sql from 'sql-template-tag';
import { coalitionId } from '../../../shared/coalition';
import { groupBy } from '../../../shared/group-by';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** A recorded vote, beside what the coalition thought of the bill on that day. */
export interface ScoredVote {
  readonly date: string;
  readonly billId: string;
  readonly option: string;
  readonly stance: 'SUPPORT' | 'OPPOSE';
}

/**
 * Votes of a legislator that decide about a bill on which the coalition took sides that day, the latest first; one
 * statement for all legislators. Positions count as far as the viewer sees them.
 */
export async function loadScoredVotes(context: SubgraphContext, legislatorId: string): Promise<ScoredVote[]> {
  const votes = await context
    .loader<string, ScoredVote[]>('scorecards', async (ids) => {
      const rows = await context.session.rows<ScoredVote & { legislatorId: string }>(sql`
select v.legislator_id as "legislatorId", e.date, e.subject_id as "billId", v.option, p.stance
from campaigns.vote v
join campaigns.vote_event e on e.id = v.subject_id
join campaigns.bill_position p on p.bill_id = e.subject_id and p.organization_id = ${coalitionId}
  and p.stance in ('SUPPORT', 'OPPOSE') and p.taken_on <= e.date and (p.replaced_on is null or p.replaced_on > e.date)
where v.legislator_id = any(${ids}) and e.motion_classification && array['bill-passage', 'passage', 'veto-override']
order by e.date desc, e.id, v.position`);
      const byLegislator = groupBy(rows, (row) => row.legislatorId);
      return ids.map((id) => byLegislator.get(id) ?? []);
    })
    .load(legislatorId);
  context.spend(votes.length);
  return votes;
}
