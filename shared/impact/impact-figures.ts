import sql, { type Sql } from 'sql-template-tag';
import { tableOf } from '../database/columns';
import { figureList, withinDays } from '../figure/figure-list';
import type { FigureRow } from '../figure/reported-figure';
import type { Connection, ConnectionArgs } from '../schema/connection';
import type { SubgraphContext } from '../subgraph/context';
import type { ImpactScope } from './impact-report';
import { listInScope } from './list-in-scope';

type FigureEntity = abstract new () => object;

/** The figures of a report: those of its organisation, or of everybody, in its days. One statement for many reports. */
export function figuresInScope(
  context: SubgraphContext,
  entity: FigureEntity,
  scope: ImpactScope,
  page: ConnectionArgs,
): Promise<Connection<FigureRow>> {
  const list = figureList(context, entity, {}, sql`t.organization_id = parent.id`);
  return listInScope(context, { ...list, where: [withinDays(scope.days)] }, scope, page);
}

/** How many organisations stand behind the figures of a report: of one organisation itself, 0 or 1. */
export function countContributors(
  context: SubgraphContext,
  entity: FigureEntity,
  { organizationId, days }: ImpactScope,
): Promise<number> {
  const within = withinDays(days);
  return context
    .loader<string, number>(`contributors ${days.start} ${days.end}`, async (ids) => {
      const named = ids.filter((id) => id !== everybody);
      const found = await context.session.rows<{ id: string }>(contributors(entity, within, named, ids));
      const all = new Set(found.map(({ id }) => id));
      return ids.map((id) => (id === everybody ? all.size : Number(all.has(id))));
    })
    .load(organizationId ?? everybody);
}

/** Key of the whole coalition's report: loaders take no null. */
export const everybody = 'everybody';

/** Everybody who contributed when one of the reports is the whole coalition's, else only those asked for. */
function contributors(entity: FigureEntity, within: Sql, named: string[], asked: readonly string[]): Sql {
  return sql`select distinct t.organization_id as id from ${tableOf(entity)} t
where ${within} and ${ofReports(named, asked)}`;
}

/**
 * Rows of the organisations whose reports are asked for; of everybody when the coalition's is among them. Two texts: one
 * with an "or" between the two would read everybody's rows for one organisation's report.
 */
export const ofReports = (named: readonly string[], asked: readonly string[]): Sql =>
  named.length < asked.length ? sql`true` : sql`t.organization_id = any(${named})`;
