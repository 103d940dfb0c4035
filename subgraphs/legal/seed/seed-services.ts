import type { EntityManager } from 'typeorm';
import { campaignLinks } from '../../../shared/campaign-link/campaign-link';
import { childOf } from '../../../shared/database/rows';
import { indexForSearch } from '../../../shared/database/search';
import { seedRows } from '../../../shared/database/seed-rows';
import { tagRows } from '../../../shared/database/tags';
import { MeasureBasis, MeasureQualifier, type MeasureRecord } from '../../../shared/figure/measure';
import type { FigureSeed } from '../../../shared/figure/seed-figures';
import type { Translations } from '../../../shared/language/localized-text';
import { seedId } from '../../../shared/schema/type-id';
import { type SourceRecord, type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { CampaignLink } from '../campaign-link';
import { Service, ServiceFigure, ServiceTag } from '../service/service.entity';
import serviceSeeds from './services.json';

/** A service as it stands in `services.json`. Codes name terms, other records are named by slug. */
interface ServiceSeed {
  readonly slug: string;
  readonly provider: string;
  readonly programme: string | null;
  readonly names: Translations;
  readonly description: Translations;
  readonly category: string;
  readonly languages: readonly string[];
  readonly languageCount: number | null;
  readonly eligibility: Translations | null;
  readonly audiences: readonly string[];
  readonly places: readonly string[];
  readonly cost: string | null;
  readonly share: { readonly value: number; readonly unit: string } | null;
  readonly stepOrder: number | null;
  readonly referralTo: readonly string[];
  readonly indicators: readonly string[];
  readonly source: SourceRecord[];
  readonly note: Translations | null;
}

/** Writes the seed services, each once, with what hangs on them. */
export async function seedServices(manager: EntityManager, figures: readonly FigureSeed[]): Promise<void> {
  const seeds = serviceSeeds as unknown as ServiceSeed[];
  const rows = seeds.map((seed) => toService(seed, figures));
  const seedOf = new Map(seeds.map((seed) => [seedId('Service', seed.slug), seed]));
  const fresh = (await seedRows(manager, 'legal', Service, rows)).map((row) => ({
    row,
    seed: seedOf.get(row.id)!,
  }));
  await manager.insert(
    ServiceTag,
    fresh.flatMap(({ row, seed }) => tagRows(row, tagLists(seed))),
  );
  await manager.insert(
    CampaignLink,
    fresh.flatMap(({ row, seed }) =>
      campaignLinks(row, seed.programme && seedId('Campaign', seed.programme)),
    ),
  );
  await manager.insert(
    ServiceFigure,
    fresh.flatMap(({ row, seed }) => figureLinks(row, seed)),
  );
  await indexForSearch(
    manager,
    'legal',
    'service',
    fresh.map(({ row, seed }) => ({ ...row, texts: searchTexts(seed) })),
  );
}

function toService(seed: ServiceSeed, figures: readonly FigureSeed[]): Service {
  return {
    id: seedId('Service', seed.slug),
    organizationId: seedId('Organization', seed.provider),
    sharingLevel: 'PUBLIC',
    slug: seed.slug,
    name: seed.names,
    description: seed.description,
    category: seed.category,
    languageCount: seed.languageCount,
    eligibility: seed.eligibility,
    cost: seed.cost,
    share: shareOf(seed, figures),
    stepOrder: seed.stepOrder,
    sources: seed.source,
    note: seed.note,
  };
}

/** The directory repeats the share that a figure reports; how exact it is and until when, the figure knows. */
function shareOf({ share, indicators }: ServiceSeed, figures: readonly FigureSeed[]): MeasureRecord | null {
  if (share === null) return null;
  const figure = figures.find(
    ({ slug, value, unit }) => indicators.includes(slug) && value === share.value && unit === share.unit,
  );
  return {
    value: share.value,
    unitCode: share.unit,
    qualifier: (figure?.qualifier as MeasureQualifier | undefined) ?? MeasureQualifier.EXACT,
    basis: MeasureBasis.REPORTED,
    asOf: figure?.period?.end ?? null,
    suppressed: false,
  };
}

const tagLists = (seed: ServiceSeed) => ({
  languages: seed.languages,
  audiences: seed.audiences,
  places: seed.places,
  referralTo: seed.referralTo.map((slug) => seedId('Organization', slug)),
});

const figureLinks = (row: Service, seed: ServiceSeed): ServiceFigure[] =>
  seed.indicators.map((slug, position) => ({
    ...childOf(row),
    figureId: seedId('ReportedFigure', slug),
    position,
  }));

/**
 * A reader looks for a service by what it is, for whom, where, by whom and at what cost. Not by the handle of its
 * campaign, which not everybody who may search services may know.
 */
function searchTexts(seed: ServiceSeed): string[] {
  const category = term('serviceCategories', seed.category);
  const labels = [
    category,
    term('serviceAreas', category.raw.area!),
    termOrNull('costKinds', seed.cost),
    ...seed.audiences.map((code) => term('audiences', code)),
    ...seed.languages.map((code) => term('languages', code)),
    ...seed.places.flatMap(placeAndWhatHoldsIt),
  ].filter((label) => label !== null);
  return [
    ...Object.values(seed.names),
    ...Object.values(seed.description),
    ...Object.values(seed.eligibility ?? {}),
    ...labels.flatMap(({ label }) => Object.values(label)),
    seed.slug,
    seed.provider,
  ];
}

function placeAndWhatHoldsIt(code: string): TermRecord[] {
  const place = term('places', code);
  return place.raw.parent
    ? [place, ...placeAndWhatHoldsIt(place.raw.parent)]
    : [place, term('countries', place.raw.country!)];
}
