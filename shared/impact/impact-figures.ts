import sql, { type Sql } from 'sql-template-tag';
import { tableOf } from '../database/columns';
import type { ListQuery } from '../database/page';
import { figureList, withinDays } from '../figure/figure-list';
import type { SubgraphContext } from '../subgraph/context';
import type { ImpactScope } from './impact-report';

type FigureEntity = abstract new () => object;

/** The figures of a report: those of its organisation, or of everybody, in its days. */
export function figuresInScope(schema: string, entity: FigureEntity, scope: ImpactScope): ListQuery {
  const list = figureList(schema, entity);
  return { ...list, where: inScope(scope) };
}

/** How many organisations stand behind the figures of a report. */
export async function countContributors(
  context: SubgraphContext,
  entity: FigureEntity,
  scope: ImpactScope,
): Promise<number> {
  const [row] = await context.session.rows<{ count: number }>(sql`
select count(distinct t.organization_id)::int as count from ${tableOf(entity)} t
where ${inScope(scope).reduce((all, next) => sql`${all} and ${next}`)}`);
  return row?.count ?? 0;
}

function inScope({ organizationId, days }: ImpactScope): Sql[] {
  const within = withinDays(days);
  return organizationId === null ? [within] : [within, sql`t.organization_id = ${organizationId}`];
}
