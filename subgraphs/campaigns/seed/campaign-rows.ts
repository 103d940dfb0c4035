import { childOf, type OwnedRow } from '../../../shared/database/rows';
import { type TagRow, tagRows } from '../../../shared/database/tags';
import { MeasureBasis, MeasureQualifier } from '../../../shared/figure/measure';
import { seedId } from '../../../shared/schema/type-id';
import { requireCode, type SourceRecord, term } from '../../../shared/taxonomy/term';
import type { Activity } from '../activity/activity.entity';
import type { Campaign } from '../campaign/campaign.entity';
import type { CampaignCredit, CreditRole } from '../campaign/campaign-credit.entity';
import { type TagList, tagLists } from '../campaign/campaign-tag.entity';
import type { Result } from '../result/result.entity';
import type { CampaignSeed, LineSeed } from './campaign-seed';

export function toCampaign(seed: CampaignSeed): Campaign {
  const reported = reportedSpan(seed.source);
  return {
    ...owned(seed),
    slug: seed.slug,
    kind: requireCode('programmeKinds', seed.kind),
    title: seed.titles,
    subtitle: seed.subtitle,
    acronym: seed.acronym,
    objective: seed.objective && { ar: seed.objective.ar, en: seed.objective.en },
    objectiveSources: seed.objective?.source ?? [],
    // No source says where its campaigns are in their life.
    status: null,
    parentId: seed.parent && seedId('Campaign', seed.parent),
    columnReading: requireCode('columnReadings', seed.columnReading),
    country: seed.country && requireCode('countries', seed.country),
    periodLabel: seed.period?.label ?? null,
    periodStart: seed.period?.start ?? null,
    periodEnd: seed.period?.end ?? null,
    reportedStart: reported?.start ?? null,
    reportedEnd: reported?.end ?? null,
    sources: seed.source,
    note: seed.note,
    version: 1,
  };
}

export const toActivities = (seed: CampaignSeed): Activity[] =>
  seed.activities.map((activity, position) => ({
    ...line(seed, activity, position),
    id: seedId('Activity', activity.id),
    kind: requireCode('activityKinds', activity.activityKind),
    ...{ planned: null, done: null, progressUnit: null, assigneeId: null, dueOn: null, archivedAt: null },
    version: 1,
  }));

export const toResults = (seed: CampaignSeed): Result[] =>
  seed.results.map((result, position) => ({
    ...line(seed, result, position),
    id: seedId('Result', result.id),
    // No source says how far its results reach.
    ...{ type: null, archivedAt: null, version: 1 },
  }));

export function toTags(seed: CampaignSeed): TagRow[] {
  const codes: Readonly<Record<TagList, readonly string[]>> = { ...seed, places: seed.cities };
  const known = tagLists.map((list) => [list, codes[list].map((code) => requireCode(list, code))] as const);
  return tagRows(owned(seed), Object.fromEntries(known));
}

export function toCredits(seed: CampaignSeed): CampaignCredit[] {
  const credited: readonly [CreditRole, readonly string[]][] = [
    ['PARTNER', seed.partners],
    ['FUNDER', seed.funders],
  ];
  return credited.flatMap(([role, slugs]) =>
    slugs.map((slug, position) => ({
      ...child(seed),
      role,
      creditedId: seedId('Organization', slug),
      position,
    })),
  );
}

function line(
  seed: CampaignSeed,
  { ar, en, quantity, unit, qualifier, source, note }: LineSeed,
  position: number,
) {
  const counted = quantity !== null && unit !== null;
  return {
    ...child(seed),
    position,
    description: { ar, en },
    quantity,
    unit: unit && requireCode('units', unit),
    qualifier: counted ? MeasureQualifier[qualifier ?? 'EXACT'] : null,
    basis: counted ? basisOf(seed) : null,
    asOf: counted ? (seed.period?.end ?? reportedSpan(source)?.end ?? null) : null,
    sources: source,
    note,
  };
}

/** The sheets of the city programmes do not say whether what they list was done. */
export const basisOf = ({ kind }: CampaignSeed) =>
  kind === 'ACTION_PROGRAMME' ? MeasureBasis.PLANNING_SHEET : MeasureBasis.REPORTED;

export const child = (seed: CampaignSeed) => childOf(owned(seed));

const owned = (seed: CampaignSeed): OwnedRow => ({
  id: seedId('Campaign', seed.slug),
  organizationId: seedId('Organization', seed.organisation),
  sharingLevel: 'COALITION_SUMMARY',
});

/** The span that the documents of a fact report on, where one of them says so. */
const reportedSpan = (sources: readonly SourceRecord[]) =>
  sources.map(({ document }) => term('sourceDocuments', document).raw.period).find(Boolean);
