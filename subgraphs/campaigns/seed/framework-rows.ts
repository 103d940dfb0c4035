import { MeasureBasis, MeasureQualifier } from '../../../shared/figure/measure';
import { seedId } from '../../../shared/schema/type-id';
import { requireCode } from '../../../shared/taxonomy/term';
import { type Indicator, IndicatorMeasure } from '../indicator/indicator.entity';
import type { IndicatorPeriod } from '../indicator/indicator-period.entity';
import { basisOf, child } from './campaign-rows';
import type { CampaignSeed, LineSeed } from './campaign-seed';

interface FrameworkLine {
  readonly indicator: Indicator;
  readonly period: IndicatorPeriod;
}

/** What a campaign's source counts, as indicators: lines without a number are none. */
export function toFramework(seed: CampaignSeed): FrameworkLine[] {
  const lines = [
    ...seed.results.map((line) => ({ line, resultId: seedId('Result', line.id) })),
    ...seed.activities.map((line) => ({ line, resultId: null })),
  ];
  return lines
    .filter(({ line }) => line.quantity !== null && line.unit !== null)
    .map(({ line, resultId }, position) => ({
      indicator: { ...toIndicator(seed, line), resultId, position },
      period: toPeriod(seed, line),
    }));
}

/** No source says which way is better or that numbers may be added up: more is (as in IATI), and they may not. */
function toIndicator(seed: CampaignSeed, line: LineSeed): Omit<Indicator, 'resultId' | 'position'> {
  const measure = measureOf(line.unit!);
  return {
    ...child(seed),
    id: seedId('Indicator', line.id),
    title: { ar: line.ar, en: line.en },
    measure,
    unit: measure === IndicatorMeasure.UNIT ? requireCode('units', line.unit!) : null,
    ascending: true,
    aggregable: false,
    ...{ baselineValue: null, baselineYear: null, baselineOn: null, baselineComment: null },
    sources: line.source,
    note: line.note,
    archivedAt: null,
    version: 1,
  };
}

const measureOf = (unit: string) =>
  unit === 'percent'
    ? IndicatorMeasure.PERCENTAGE
    : unit === 'edition'
      ? IndicatorMeasure.ORDINAL
      : IndicatorMeasure.UNIT;

/** What stands in a planning sheet is a target, and what was reported came of it; neither source gives both. */
function toPeriod(seed: CampaignSeed, { id, quantity, qualifier }: LineSeed): IndicatorPeriod {
  const { start = null, end = null } = seed.period ?? {};
  const isDated = start !== null && end !== null;
  const isTarget = basisOf(seed) === MeasureBasis.PLANNING_SHEET;
  const said = { value: String(quantity), qualifier: MeasureQualifier[qualifier ?? 'EXACT'] };
  const nothing = { value: null, qualifier: MeasureQualifier.EXACT };
  const [target, actual] = isTarget ? [said, nothing] : [nothing, said];
  return {
    ...child(seed),
    subjectId: seedId('Indicator', id),
    id: seedId('IndicatorPeriod', id),
    position: 0,
    start: isDated ? start : null,
    end: isDated ? end : null,
    targetValue: target.value,
    targetQualifier: target.qualifier,
    actualValue: actual.value,
    actualQualifier: actual.qualifier,
    ...{ targetComment: null, targetPlace: null, targetDocuments: [], targetParts: [] },
    ...{ actualComment: null, actualPlace: null, actualDocuments: [], actualParts: [] },
  };
}
