import sql, { type Sql } from 'sql-template-tag';
import { linkedToCampaign } from '../../../shared/campaign-link/campaign-link';
import { matchesSearch } from '../../../shared/database/search';
import { hasTag } from '../../../shared/database/tags';
import { isToBeFound } from '../../../shared/permission/hidden-organizations';
import { type Days, daysOf } from '../../../shared/schema/period';
import { requireId } from '../../../shared/schema/type-id';
import { placesWithin, requireCode } from '../../../shared/taxonomy/term';
import type { EventFilter } from './event.inputs';
import { EventTag } from './event-tag.entity';

export function conditions(filter: EventFilter): Sql[] {
  const where: Sql[] = [];
  if (filter.search != null) where.push(...matchesSearch('events', 'event', filter.search));
  if (filter.organizer != null)
    where.push(sql`t.organization_id = ${requireId('Organization', filter.organizer)}`);
  if (filter.coOrganizer != null)
    where.push(coOrganizedBy(sql`${requireId('Organization', filter.coOrganizer)}`));
  if (filter.venue != null) where.push(heldAt(requireId('Organization', filter.venue)));
  if (filter.campaign != null) where.push(linkedToCampaign('events', requireId('Campaign', filter.campaign)));
  if (filter.kind != null) where.push(sql`t.kind = ${requireCode('eventKinds', filter.kind)}`);
  if (filter.occurrence != null) where.push(sql`t.occurrence = ${filter.occurrence}`);
  if (filter.series != null) where.push(sql`t.series = ${filter.series}`);
  if (filter.audience != null)
    where.push(hasTag(EventTag, 'audiences', [requireCode('audiences', filter.audience)]));
  if (filter.place != null)
    where.push(sql`t.place = any(${placesWithin(requireCode('places', filter.place))})`);
  if (filter.country != null) where.push(sql`t.country = ${requireCode('countries', filter.country)}`);
  if (filter.period != null) where.push(withinDays(daysOf(filter.period)));
  if (filter.precision != null)
    where.push(sql`t.date_precision = ${requireCode('datePrecisions', filter.precision)}`);
  return where;
}

/** Events that an organisation co-organises; `organization` is a parameter or a column. */
export const coOrganizedBy = (organization: Sql): Sql => sql`t.id in (
  select joined.subject_id from events.event_co_organizer joined
  where joined.co_organizer_id = ${organization} and ${isToBeFound(sql`joined.co_organizer_id`)})`;

const heldAt = (venue: string): Sql => sql`(t.venue_id = ${venue} and ${isToBeFound(sql`t.venue_id`)})`;

/** An event without a year has neither a first nor a last day, so it is within no days. */
const withinDays = ({ start, end }: Days): Sql =>
  sql`(t.sort_day <= ${end}::date and t.last_day >= ${start}::date)`;

/**
 * An event belongs to a report on the days it shares with it. One without a year belongs to the reports on the
 * span of its document, by the same rule as figures: what a 2025 review tells without a date is part of 2025.
 */
export const withinReport = ({ start, end }: Days): Sql => sql`(case when t.first_day is null
    then t.reported_start <= ${end}::date and t.reported_end >= ${start}::date
    else t.first_day <= ${end}::date and t.last_day >= ${start}::date end)`;
