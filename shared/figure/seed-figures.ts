import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
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

/** Writes a subgraph's seed figures, each once. */
export async function seedFigures(
  manager: EntityManager,
  schema: string,
  entity: ClassType<FigureRow>,
  seeds: readonly FigureSeed[],
): Promise<void> {
  const fresh = await seedRows(manager, schema, entity, seeds.map(toRow));
  const seedOf = new Map(seeds.map((seed) => [seed.slug, seed]));
  await indexForSearch(
    manager,
    schema,
    'figure',
    fresh.map((row) => {
      const seed = seedOf.get(row.slug)!;
      const handles = [seed.organisation, seed.programme, seed.event].filter((handle) => handle !== null);
      return { ...row, texts: [...Object.values(row.label), ...handles] };
    }),
  );
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
    campaignId: seed.programme && seedId('Campaign', seed.programme),
    eventId: seed.event && seedId('Event', seed.event),
    parts: seed.parts,
    spans: seed.spans,
    sources: seed.source,
    note: seed.note,
  };
}
