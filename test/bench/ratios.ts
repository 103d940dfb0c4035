import type { Cost, Result } from './measure';
import { median } from './statistics';

/** Of the rounds. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** What one target spends against another, formed within each round; null if one of them was not measured. */
export function ratio(
  one: Result | undefined,
  other: Result | undefined,
  part: keyof Cost = 'total',
): Spread | null {
  if (!one || !other) return null;
  const ratios = one.rounds.map((cost, round) => cost[part] / other.rounds[round]![part]);
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}
