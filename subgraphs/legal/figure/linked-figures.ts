import sql, { type Sql } from 'sql-template-tag';
import { linkedToCampaign } from '../../../shared/campaign-link/campaign-link';
import { figureList, withinDays } from '../../../shared/figure/figure-list';
import type { FigureFilter } from '../../../shared/figure/reported-figure';
import type { Days } from '../../../shared/schema/period';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { categoriesOf, type ServiceAreaCode } from '../service/service-area';
import { Figure } from './figures';

/** The figures linked to each service, in the order in which the service names them. */
export function figuresOfService(context: SubgraphContext, filter?: FigureFilter) {
  return {
    ...figureList(context, Figure, filter, sql`link.subject_id = parent.id`),
    from: sql`legal.figure t join legal.service_figure link on link.figure_id = t.id`,
    orderBy: { name: 'position', key: sql`lpad(link.position::text, 6, '0')` },
  };
}

/** The figures of each programme. */
export const figuresOfCampaign = (context: SubgraphContext, filter?: FigureFilter) =>
  figureList(context, Figure, filter, linkedToCampaign('legal', sql`parent.id`));

/**
 * The figures of each organisation that are linked to a service of the area, whoever gives that service: an
 * office reports on the centre it supports.
 */
export function figuresOfArea(context: SubgraphContext, area: ServiceAreaCode, days: Days | null) {
  const list = figureList(context, Figure, {}, sql`t.organization_id = parent.id`);
  return { ...list, where: days ? [linkedToArea(area), withinDays(days)] : [linkedToArea(area)] };
}

const linkedToArea = (area: ServiceAreaCode): Sql => sql`t.id in (
  select link.figure_id from legal.service_figure link
  where link.subject_id in (select s.id from legal.service s where s.category = any(${categoriesOf(area)})))`;
