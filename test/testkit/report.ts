import type { FigureSeed } from '../../shared/figure/seed-figures';
import { figureParts, seedFiles, seedTerms } from './seed';

/**
 * What a year's report must hold, worked out from the seed files alone. A fact belongs to a year when its days share
 * one with it; without days, when its document reports on the year. A last day alone says when, not since when.
 */
export function reportFromSeed(organization: string | null, year: number) {
  const owns = (slug: string) => organization === null || slug === organization;
  const campaigns = seedFiles.campaigns.filter(
    (seed) => owns(seed.organisation) && inYear(seed.period, seed.source, year),
  );
  const events = seedFiles.events.filter(
    ({ organiser, date, source }) => owns(organiser) && inYear(daysOfEvent(date), source, year),
  );
  const services = seedFiles.services.filter(({ provider }) => owns(provider));
  const parts = Object.fromEntries(
    figureParts.map(({ part, figures }) => {
      const within = figures.filter(
        (seed) => owns(seed.organisation) && inYear(seed.period, seed.source, year),
      );
      const contributingOrganizations = new Set(within.map((seed) => seed.organisation)).size;
      return [part, { contributingOrganizations, figures: within.map(asAnswered).sort(bySlug) }];
    }),
  );
  return {
    parts: parts as Record<'members' | 'campaigns' | 'services' | 'events', (typeof parts)[string]>,
    campaigns: campaigns.map(({ slug }) => slug).sort(),
    sdgTargets: [...new Set(campaigns.flatMap(({ sdgTargets }) => sdgTargets))].sort(),
    events: events.map(({ slug }) => slug).sort(),
    held: events.filter(({ status }) => status === 'HELD').length,
    services: services.map(({ slug }) => slug).sort(),
    areas: (area: string) => figuresOfArea(area, parts.services!.figures),
  };
}

/** A figure as the graph answers it, made from its seed. */
export function asAnswered(seed: FigureSeed) {
  const reported = reportedSpan(seed.source);
  return {
    slug: seed.slug,
    label: { ar: seed.measure.ar, en: seed.measure.en },
    value: seed.value,
    unit: seed.unit,
    qualifier: seed.qualifier,
    basis: { REPORTED: 'REPORTED', PROGRAMME_SHEET: 'PLANNING_SHEET', DERIVED: 'COMPUTED' }[seed.nature],
    asOf: seed.period?.end ?? reported?.end ?? null,
    restatement: seed.restatement ?? false,
    printedAs: seed.printedAs,
    period: seed.period && {
      label: { ar: seed.period.label.ar, en: seed.period.label.en },
      start: seed.period.start,
      end: seed.period.end,
    },
    sources: seed.source,
    note: seed.note && { ar: seed.note.ar, en: seed.note.en },
    parts: seed.parts.map(({ dimension, member, value }) => ({ dimension, member, value })),
    spans: seed.spans.map(({ dimension, count }) => ({ over: dimension, count })),
    organization: seed.organisation,
    campaign: seed.programme,
    event: seed.event,
  };
}

export const bySlug = (one: { slug: string }, other: { slug: string }) => (one.slug < other.slug ? -1 : 1);

interface Span {
  readonly start: string | null;
  readonly end: string | null;
}

function inYear(period: Span | null, source: readonly { document: string }[], year: number): boolean {
  const known = period && (period.start ?? period.end) ? period : reportedSpan(source);
  if (!known) return false;
  const start = known.start ?? known.end!;
  return start <= `${year}-12-31` && (known.end ?? '9999-12-31') >= `${year}-01-01`;
}

/** An event known by its year alone is one of the whole year. */
function daysOfEvent({
  start,
  end,
  year,
}: {
  start: string | null;
  end: string | null;
  year: number | null;
}) {
  if (start) return { start, end: end ?? start };
  return year === null ? null : { start: `${year}-01-01`, end: `${year}-12-31` };
}

export function reportedSpan(source: readonly { document: string }[]): Span | null {
  const spans = source.map(
    ({ document }) => seedTerms.sourceDocuments!.find(({ code }) => code === document)?.period,
  );
  return (spans.find(Boolean) as Span | undefined) ?? null;
}

function figuresOfArea(area: string, figures: readonly { slug: string }[]): string[] {
  const categories = seedTerms.serviceCategories!.filter((term) => term.area === area);
  const codes = new Set(categories.map(({ code }) => code));
  const told = new Set(
    seedFiles.services.filter(({ category }) => codes.has(category)).flatMap(({ indicators }) => indicators),
  );
  return figures.map(({ slug }) => slug).filter((slug) => told.has(slug));
}
