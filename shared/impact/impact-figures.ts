import sql, { type Sql } from 'sql-template-tag';
import { tableOf } from '../database/columns';
import { figureList, withinDays } from '../figure/figure-list';
import type { FigureRow } from '../figure/reported-figure';
import { type Connection, type ConnectionArgs, connection, connectionUnder } from '../schema/connection';
import type { SubgraphContext } from '../subgraph/context';
import type { ImpactScope } from './impact-report';

type FigureEntity = abstract new () => object;

/** The figures of a report: those of its organisation, or of everybody, in its days. One statement for many reports. */
export function figuresInScope(
  context: SubgraphContext,
  schema: string,
  entity: FigureEntity,
  { organizationId, days }: ImpactScope,
  page: ConnectionArgs,
): Promise<Connection<FigureRow>> {
  const list = { ...figureList(schema, entity), where: [withinDays(days)] };
  if (organizationId === null) return connection(context, list, page);
  return connectionUnder(
    context,
    { ...list, perParent: sql`t.organization_id = parent.id` },
    organizationId,
    page,
  );
}

/** How many organisations stand behind the figures of a report: of one organisation itself, 0 or 1. */
export function countContributors(
  context: SubgraphContext,
  entity: FigureEntity,
  { organizationId, days }: ImpactScope,
): Promise<number> {
  const within = withinDays(days);
  return context
    .loader<string | null, number>(`contributors ${days.start} ${days.end}`, async (ids) => {
      const named = ids.filter((id) => id !== null);
      const found = await context.session.rows<{ id: string }>(contributors(entity, within, named, ids));
      const all = new Set(found.map(({ id }) => id));
      return ids.map((id) => (id === null ? all.size : Number(all.has(id))));
    })
    .load(organizationId);
}

/** Everybody who contributed when one of the reports is the whole coalition's, else only those asked for. */
function contributors(entity: FigureEntity, within: Sql, named: string[], asked: readonly unknown[]): Sql {
  const everybody = named.length < asked.length;
  return sql`select distinct t.organization_id as id from ${tableOf(entity)} t
where ${within} and (${everybody} or t.organization_id = any(${named}))`;
}
