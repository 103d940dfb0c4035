import type { MigrationInterface, QueryRunner } from 'typeorm';
import { campaignLinkTable } from '../../../shared/campaign-link/campaign-link';
import { childTable, ownedTable, searchTable } from '../../../shared/database/ddl';
import { tagTable } from '../../../shared/database/tags';
import { figureTable } from '../../../shared/figure/figure-table';

/**
 * `first_day` and `last_day` are what periods are compared with: an event known by its year alone takes the whole
 * year, one without a year takes no day and sorts last.
 */
const event = `${ownedTable(
  'events',
  'event',
  'PUBLIC',
  `slug text collate "C" not null,
  title jsonb not null check (title ?& array['ar', 'en']),
  kind text collate "C" not null,
  status text collate "C"
    check (status in ('SCHEDULED', 'CANCELLED', 'POSTPONED', 'RESCHEDULED', 'MOVED_ONLINE')),
  occurrence text collate "C" not null check (occurrence in ('PLANNED', 'ONGOING', 'HELD', 'NOT_STATED')),
  series boolean not null,
  start_date date,
  end_date date check (end_date >= start_date),
  year integer check (year between 1000 and 9999),
  month_day text collate "C" check (month_day ~ '^[01][0-9]-[0-3][0-9]$'),
  date_precision text collate "C" not null,
  date_label jsonb check (date_label ?& array['ar', 'en']),
  reported_start date,
  reported_end date,
  place text collate "C",
  country text collate "C",
  venue_id text collate "C",
  sources jsonb not null,
  note jsonb,
  first_day date generated always as (coalesce(start_date, make_date(year, 1, 1))) stored,
  last_day date generated always as (coalesce(end_date, start_date, make_date(year, 12, 31))) stored,
  sort_day date not null
    generated always as (coalesce(start_date, make_date(year, 1, 1), 'infinity'::date)) stored,
  sort_en text collate "C" not null generated always as (lower(title->>'en')) stored,
  sort_ar text collate "C" not null generated always as (translate(title->>'ar', 'أإآ', 'ااا')) stored,
  unique (organization_id, slug),
  check (end_date is null or start_date is not null)`,
)}
create index event_day on events.event (sort_day, id);
create index event_sort_en on events.event (sort_en, id);
create index event_sort_ar on events.event (sort_ar, id);
create index event_organizer on events.event (organization_id, sort_day, id);
create index event_venue on events.event (venue_id, sort_day, id);
create index event_kind on events.event (kind, sort_day, id);
create index event_place on events.event (place, sort_day, id);
create index event_country on events.event (country, sort_day, id);
${searchTable('events', 'event')}
${tagTable('events', 'event')}`;

const coOrganizer = `${childTable(
  'events',
  'event_co_organizer',
  'event',
  `co_organizer_id text collate "C" not null,
  position integer not null,
  primary key (organization_id, subject_id, co_organizer_id),
  check (co_organizer_id <> organization_id)`,
)}
create index event_co_organizer_id on events.event_co_organizer (co_organizer_id, subject_id);`;

const quantity = childTable(
  'events',
  'event_quantity',
  'event',
  `id text collate "C" not null,
  position integer not null,
  label jsonb not null check (label ?& array['ar', 'en']),
  value double precision not null,
  unit text collate "C" not null,
  qualifier text collate "C" not null check (qualifier in ('EXACT', 'MORE_THAN', 'ALMOST', 'APPROXIMATE')),
  basis text collate "C" not null check (basis in ('REPORTED', 'PLANNING_SHEET', 'COMPUTED')),
  as_of date,
  primary key (organization_id, id)`,
);

/** Events and what hangs on them. Policies and grants follow from `policy.ts`, after the migrations. */
export class Events1 implements MigrationInterface {
  readonly name = 'Events1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [event, coOrganizer, quantity, campaignLinkTable('events'), figureTable('events')]) {
      await runner.query(table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table events.figure_search, events.figure, events.campaign_link,
  events.event_quantity, events.event_co_organizer, events.event_tag, events.event_search, events.event`);
  }
}
