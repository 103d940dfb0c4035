import { childOf } from '../../../shared/database/rows';
import type { MeasureBasis, MeasureQualifier } from '../../../shared/figure/measure';
import type { Translations } from '../../../shared/language/localized-text';
import { seedId } from '../../../shared/schema/type-id';
import { type SourceRecord, term } from '../../../shared/taxonomy/term';
import type { CoOrganizer } from '../event/co-organizer.entity';
import type { Event } from '../event/event.entity';
import type { EventOccurrence } from '../event/event-state';
import type { EventQuantity } from '../quantity/event-quantity.entity';

/** An event as it stands in `events.json`. Codes name records by slug. */
export interface EventSeed {
  readonly slug: string;
  readonly titles: Translations;
  readonly kind: string;
  readonly organiser: string;
  readonly coOrganisers: readonly string[];
  readonly programme: string | null;
  readonly date: {
    readonly start: string | null;
    readonly end: string | null;
    readonly year: number | null;
    readonly monthDay: string | null;
    readonly precision: string;
    readonly label: Translations | null;
  };
  readonly place: string | null;
  readonly venue: string | null;
  readonly country: string | null;
  readonly series: boolean;
  readonly status: EventOccurrence;
  readonly audiences: readonly string[];
  readonly quantities: readonly {
    readonly ar: string;
    readonly en: string;
    readonly value: number;
    readonly unit: string;
    readonly qualifier: MeasureQualifier;
    readonly basis: MeasureBasis;
    readonly indicator: string;
  }[];
  readonly source: SourceRecord[];
  readonly note: Translations | null;
}

export function toEvent(seed: EventSeed): Event {
  const reported = seed.source
    .map(({ document }) => term('sourceDocuments', document).raw.period)
    .find(Boolean);
  return {
    id: seedId('Event', seed.slug),
    organizationId: seedId('Organization', seed.organiser),
    sharingLevel: 'PUBLIC',
    slug: seed.slug,
    title: seed.titles,
    kind: seed.kind,
    status: null,
    occurrence: seed.status,
    series: seed.series,
    startDate: seed.date.start,
    endDate: seed.date.end,
    year: seed.date.year,
    monthDay: seed.date.monthDay,
    datePrecision: seed.date.precision,
    dateLabel: seed.date.label,
    reportedStart: reported?.start ?? null,
    reportedEnd: reported?.end ?? null,
    place: seed.place,
    country: seed.country,
    venueId: seed.venue && seedId('Organization', seed.venue),
    sources: seed.source,
    note: seed.note,
  };
}

export function coOrganizers(event: Event, seed: EventSeed): CoOrganizer[] {
  return seed.coOrganisers.map((slug, position) => ({
    ...childOf(event),
    coOrganizerId: seedId('Organization', slug),
    position,
  }));
}

export function quantities(event: Event, seed: EventSeed): EventQuantity[] {
  return seed.quantities.map(({ ar, en, value, unit, qualifier, basis, indicator }, position) => ({
    ...childOf(event),
    id: seedId('EventQuantity', `${seed.slug}/${indicator}`),
    position,
    label: { ar, en },
    value,
    unit,
    qualifier,
    basis,
    asOf: event.endDate ?? (event.year === null ? null : `${event.year}-12-31`),
  }));
}

/**
 * A reader looks for an event by its title, its kind, where it is, or by the handle of whoever stands behind it:
 * the names of organisations are kept by other subgraphs. Not by the handle of its campaign, which not everybody who
 * may search events may know.
 */
export function searchTexts(event: Event, seed: EventSeed): string[] {
  const labels = [
    term('eventKinds', event.kind).label,
    ...placesAround(event.place),
    ...(event.country === null ? [] : [term('countries', event.country).label]),
  ];
  return [...[event.title, ...labels].flatMap((label) => Object.values(label)), seed.slug, seed.organiser];
}

/** Names of the place and of every place it lies in. */
function placesAround(code: string | null): Translations[] {
  if (code === null) return [];
  const { label, raw } = term('places', code);
  return [label, ...placesAround(raw.parent ?? null)];
}
