import sql, { raw, type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import type { ListQuery } from '../../../shared/database/page';
import { groupBy } from '../../../shared/group-by';
import { chooseLanguage } from '../../../shared/language/choose-language';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CoOrganizer } from './co-organizer.entity';
import { Event } from './event.entity';
import { type EventListArguments, EventOrder } from './event.inputs';
import { conditions } from './event-conditions';
import { EventTag } from './event-tag.entity';

/** The event with this id, or null; asked together for all ids of a tick. */
export function loadEvent(context: SubgraphContext, id: string): Promise<Event | null> {
  return context
    .loader<string, Event | null>('event', async (ids) => {
      const rows = await context.session.rows<Event>(sql`
select ${columnsOf(Event)} from events.event t where t.id = any(${ids})`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((wanted) => byId.get(wanted) ?? null);
    })
    .load(id);
}

type Wanted = Pick<EventListArguments, 'filter' | 'orderBy'>;

/** Events that meet a filter, in the order asked for. */
export function eventList(context: SubgraphContext, { filter, orderBy }: Wanted): ListQuery {
  return {
    name: 'events',
    columns: columnsOf(Event),
    from: sql`events.event t`,
    where: conditions(filter ?? {}),
    orderBy: orderBy === EventOrder.NAME ? byTitle(context) : { name: 'start', key: raw('t.sort_day') },
  };
}

/** The same under many parents at once; `tie` says which events belong to `parent.id`. */
export const eventListUnder = (context: SubgraphContext, wanted: Wanted, tie: Sql) => ({
  ...eventList(context, wanted),
  perParent: tie,
});

/** What an event has many of, in order. */
export function loadTags(context: SubgraphContext, eventId: string): Promise<EventTag[]> {
  return context
    .loader<string, EventTag[]>('tags', async (ids) => {
      const rows = await context.session.rows<EventTag>(sql`
select ${columnsOf(EventTag)} from events.event_tag t
where t.subject_id = any(${ids}) order by t.list, t.position`);
      const byEvent = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => byEvent.get(id) ?? []);
    })
    .load(eventId);
}

/** Who organises an event besides its organiser, in the order of the source. */
export function loadCoOrganizers(context: SubgraphContext, eventId: string): Promise<CoOrganizer[]> {
  return context
    .loader<string, CoOrganizer[]>('co-organizers', async (ids) => {
      const rows = await context.session.rows<CoOrganizer>(sql`
select ${columnsOf(CoOrganizer)} from events.event_co_organizer t
where t.subject_id = any(${ids}) order by t.position`);
      const byEvent = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => byEvent.get(id) ?? []);
    })
    .load(eventId);
}

function byTitle(context: SubgraphContext): ListQuery['orderBy'] {
  const { language } = chooseLanguage(['ar', 'en'], context.languages);
  return { name: `title_${language}`, key: raw(`t.sort_${language}`) };
}
