import sql, { type Sql } from 'sql-template-tag';
import { linkedToCampaign } from '../campaign-link/campaign-link';
import { tableOf } from '../database/columns';
import { columnsAsked } from '../database/columns-asked';
import type { ListQuery } from '../database/page';
import { matchesSearch } from '../database/search';
import { HubError } from '../errors';
import { type Days, daysOf } from '../schema/period';
import { requireId } from '../schema/type-id';
import type { SubgraphContext } from '../subgraph/context';
import { requireCode } from '../taxonomy/term';
import type { FigureFilter } from './reported-figure';

type FigureEntity = abstract new () => object;

/** The list of a subgraph's figures that meet a filter, by handle. */
export function figureList(
  context: SubgraphContext,
  entity: FigureEntity,
  filter?: FigureFilter | null,
  perParent?: Sql,
) {
  const { schema } = context;
  const query: ListQuery = {
    name: `${schema}.figures`,
    columns: columnsAsked(context, entity),
    from: sql`${tableOf(entity)} t`,
    where: conditions(schema, filter ?? {}),
    orderBy: { name: 'slug', key: sql`t.slug` },
  };
  return { ...query, perParent: perParent as Sql };
}

/**
 * A figure belongs to a span when its own period overlaps it. A figure whose source gives no dates belongs to
 * the span its document reports on: what a 2025 review says without a date is part of the 2025 report.
 */
export function withinDays({ start, end }: Days): Sql {
  return sql`(case when t.period_start is null and t.period_end is null
    then t.reported_start <= ${end}::date and t.reported_end >= ${start}::date
    else coalesce(t.period_start, t.period_end) <= ${end}::date and coalesce(t.period_end, 'infinity') >= ${start}::date end)`;
}

/**
 * Only the subgraph that keeps events knows which are there for the viewer. Anywhere else the id of an event that is not
 * theirs to see would find the figures, themselves visible, that were counted at it.
 */
function countedAt(schema: string, event: string): Sql {
  if (schema !== 'events')
    throw new HubError('INVALID_ARGUMENT', '"event" narrows figures of events only; others name theirs');
  return sql`t.event_id in (select e.id from events.event e where e.id = ${event})`;
}

function conditions(schema: string, filter: FigureFilter): Sql[] {
  const where: Sql[] = [];
  if (filter.search != null) where.push(...matchesSearch(schema, 'figure', filter.search));
  if (filter.organization != null)
    where.push(sql`t.organization_id = ${requireId('Organization', filter.organization)}`);
  if (filter.campaign != null) where.push(linkedToCampaign(schema, requireId('Campaign', filter.campaign)));
  if (filter.event != null) where.push(countedAt(schema, requireId('Event', filter.event)));
  if (filter.unit != null) where.push(sql`t.unit = ${requireCode('units', filter.unit)}`);
  if (filter.basis != null) where.push(sql`t.basis = ${filter.basis}`);
  if (filter.restatement != null) where.push(sql`t.restatement = ${filter.restatement}`);
  if (filter.period != null) where.push(withinDays(daysOf(filter.period)));
  return where;
}
