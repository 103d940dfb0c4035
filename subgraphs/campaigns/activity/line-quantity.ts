import type { MeasureRecord } from '../../../shared/figure/measure';
import { requireCode } from '../../../shared/taxonomy/term';
import type { CampaignLine } from './campaign-line';

export const quantityField = {
  nullable: true,
  description:
    'How much or how many; null where the source gives no number. Its `basis` says whether it is reported or stands in a planning sheet.',
} as const;

export const unitArgument = {
  nullable: true,
  description: 'Only those that give a number in this unit (taxonomy `units`).',
} as const;

export function countedIn<Line extends CampaignLine>(unit: string | null | undefined, lines: Line[]): Line[] {
  if (unit == null) return lines;
  requireCode('units', unit);
  return lines.filter((line) => line.unit === unit);
}

export function measureOf({ quantity, unit, qualifier, basis, asOf }: CampaignLine): MeasureRecord | null {
  if (quantity === null || unit === null || qualifier === null || basis === null) return null;
  return { value: quantity, unitCode: unit, qualifier, basis, asOf, suppressed: false };
}
