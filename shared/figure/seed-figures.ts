import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { type CampaignLinkRow, campaignLinks } from '../campaign-link/campaign-link';
import { indexForSearch } from '../database/search';
import { seedRows } from '../database/seed-rows';
import type { Translations } from '../language/localized-text';
import { seedId } from '../schema/type-id';
import { term } from '../taxonomy/term';
import type { FigureRow } from './reported-figure';

/** A figure as it stands in a subgraph's `seed/figures.json`. Codes name records by slug. */
export interface FigureSeed {
  readonly slug: string;
  readonly organisation: string;
  readonly programme: string | null;
  readonly event: string | null;
  readonly measure: Translations;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
  /** Given only when it repeats another figure, rounded. */
  readonly restatement?: boolean;
  readonly printedAs: string | null;
  readonly period: {
    readonly label: Translations;
    readonly start: string | null;
    readonly end: string | null;
  } | null;
  readonly nature: string;
  readonly parts: FigureRow['parts'];
  readonly spans: FigureRow['spans'];
  readonly source: FigureRow['sources'];
  readonly note: Translations | null;
}

const basisOfNature: Readonly<Record<string, string>> = {
  REPORTED: 'REPORTED',
  PROGRAMME_SHEET: 'PLANNING_SHEET',
  DERIVED: 'COMPUTED',
};

export interface FigureTables {
  readonly Figure: ClassType<FigureRow>;
  readonly CampaignLink: ClassType<CampaignLinkRow>;
}

/** Writes a subgraph's seed figures, each once, with their links to campaigns. */
export async function seedFigures(
  manager: EntityManager,
  schema: string,
  { Figure, CampaignLink }: FigureTables,
  seeds: readonly FigureSeed[],
): Promise<void> {
  const fresh = await seedRows(manager, schema, Figure, seeds.map(toRow));
  const seedOf = new Map(seeds.map((seed) => [seed.slug, seed]));
  await manager.insert(
    CampaignLink,
    fresh.flatMap((row) => {
      const { programme } = seedOf.get(row.slug)!;
      return campaignLinks(row, programme && seedId('Campaign', programme));
    }),
  );
  await indexForSearch(
    manager,
    schema,
    'figure',
    fresh.map((row) => ({ ...row, texts: searchTexts(seedOf.get(row.slug)!) })),
  );
}

/** Everybody may search figures, so the handle of a campaign or an event, which not everybody may know, is no word of theirs. */
function searchTexts({ measure, organisation }: FigureSeed): string[] {
  return [...Object.values(measure), organisation];
}

function toRow(seed: FigureSeed): FigureRow {
  const reported = seed.source
    .map(({ document }) => term('sourceDocuments', document).raw.period)
    .find(Boolean);
  return {
    id: seedId('ReportedFigure', seed.slug),
    organizationId: seedId('Organization', seed.organisation),
    sharingLevel: 'PUBLIC',
    slug: seed.slug,
    label: seed.measure,
    value: seed.value,
    unit: seed.unit,
    qualifier: seed.qualifier,
    basis: basisOfNature[seed.nature]!,
    restatement: seed.restatement ?? false,
    printedAs: seed.printedAs,
    periodLabel: seed.period?.label ?? null,
    periodStart: seed.period?.start ?? null,
    periodEnd: seed.period?.end ?? null,
    reportedStart: reported?.start ?? null,
    reportedEnd: reported?.end ?? null,
    eventId: seed.event && seedId('Event', seed.event),
    parts: seed.parts,
    spans: seed.spans,
    sources: seed.source,
    note: seed.note,
  };
}
