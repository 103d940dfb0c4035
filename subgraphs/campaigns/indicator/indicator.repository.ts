import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { idAmong } from '../../../shared/database/id-among';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Indicator, IndicatorLink } from './indicator.entity';
import { IndicatorPeriod } from './indicator-period.entity';

/** The indicators of a campaign, without what was put away. */
export async function loadIndicators(context: SubgraphContext, campaign: string): Promise<Indicator[]> {
  const indicators = await loadChildren(context, Indicator, campaign);
  return indicators.filter(({ archivedAt }) => archivedAt === null);
}

/** The periods of an indicator by their first day, after one without days. */
export async function loadPeriods(context: SubgraphContext, indicator: string): Promise<IndicatorPeriod[]> {
  const periods = await loadChildren(context, IndicatorPeriod, indicator);
  const first = ({ start }: IndicatorPeriod) =>
    start === null ? Number.NEGATIVE_INFINITY : Date.parse(start);
  return [...periods].sort((one, other) => first(one) - first(other));
}

/** What an indicator counts towards, as far as the viewer sees it. */
export async function loadServed(context: SubgraphContext, id: string): Promise<Indicator[]> {
  const links = await loadChildren(context, IndicatorLink, id);
  const found = await Promise.all(links.map(({ indicatorId }) => loadById(context, Indicator, indicatorId)));
  return found.filter((indicator) => indicator !== null && indicator.archivedAt === null) as Indicator[];
}

/** What counts towards each of many indicators directly, as far as the viewer sees it. */
export const contributorList: ListQuery & { readonly perParent: Sql } = {
  name: 'contributors',
  columns: columnsOf(Indicator),
  from: sql`campaigns.indicator t`,
  where: [sql`t.archived_at is null`],
  orderBy: { name: 'id', key: sql`t.id` },
  perParent: idAmong(sql`
  select l.subject_id from campaigns.indicator_link l where l.indicator_id = parent.id`),
};
