import sql, { raw, type Sql } from 'sql-template-tag';
import { columnsAsked } from '../../../shared/database/columns-asked';
import { orderByName } from '../../../shared/database/order-by-name';
import type { ListQuery } from '../../../shared/database/page';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Event } from './event.entity';
import { type EventListArguments, EventOrder } from './event.inputs';
import { conditions } from './event-conditions';

type Wanted = Pick<EventListArguments, 'filter' | 'orderBy'>;

/** Events that meet a filter, in the order asked for. */
export function eventList(context: SubgraphContext, { filter, orderBy }: Wanted): ListQuery {
  return {
    name: 'events',
    columns: columnsAsked(context, Event),
    from: sql`events.event t`,
    where: conditions(filter ?? {}),
    orderBy: orderBy === EventOrder.NAME ? orderByName(context) : { name: 'start', key: raw('t.sort_day') },
  };
}

/** The same under many parents at once; `tie` says which events belong to `parent.id`. */
export const eventListUnder = (context: SubgraphContext, wanted: Wanted, tie: Sql) => ({
  ...eventList(context, wanted),
  perParent: tie,
});
