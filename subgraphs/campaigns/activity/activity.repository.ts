import sql from 'sql-template-tag';
import { columnsOf, tableOf } from '../../../shared/database/columns';
import { groupBy } from '../../../shared/group-by';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Activity } from './activity.entity';
import { Result } from './result.entity';

/** What a campaign does, in the order of its source. */
export const loadActivities = (context: SubgraphContext, campaignId: string) =>
  loadLines<Activity>(context, Activity, campaignId);

/** What comes of a campaign, in the order of its source. */
export const loadResults = (context: SubgraphContext, campaignId: string) =>
  loadLines<Result>(context, Result, campaignId);

function loadLines<Line extends Result>(
  context: SubgraphContext,
  entity: new () => Line,
  campaignId: string,
): Promise<Line[]> {
  return context
    .loader<string, Line[]>(`campaign lines ${entity.name}`, async (ids) => {
      const rows = await context.session.rows<Line>(sql`
select ${columnsOf(entity)} from ${tableOf(entity)} t where t.subject_id = any(${ids}) order by t.position, t.id`);
      const byCampaign = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => byCampaign.get(id) ?? []);
    })
    .load(campaignId);
}
