import { compare, isLessTimes } from './decimal';
import { type Indicator, IndicatorMeasure } from './indicator.entity';
import type { IndicatorPeriod } from './indicator-period.entity';

export enum ProgressState {
  NO_TARGET = 'NO_TARGET',
  NOT_COMPARABLE = 'NOT_COMPARABLE',
  NOT_REPORTED = 'NOT_REPORTED',
  REACHED = 'REACHED',
  ON_TRACK = 'ON_TRACK',
  BEHIND = 'BEHIND',
  UNDATED = 'UNDATED',
}

const { UNIT, NOMINAL, QUALITATIVE } = IndicatorMeasure;
const dayLength = 86_400_000;

type Measured = Pick<Indicator, 'measure' | 'ascending'>;
type Reported = Pick<IndicatorPeriod, 'start' | 'end' | 'targetValue' | 'actualValue'>;

/**
 * How an actual figure stands to its target on a day. Nothing is guessed: where a number is missing there is no judgement.
 * While a period runs, a count that is to grow is measured by the share of its days that are over; any other value that
 * is to grow is judged when the period has ended; one that is to stay small is behind as soon as it exceeds its target.
 * `isBehindSql` finds those that are behind by the same rules.
 */
export function progressOf(indicator: Measured, period: Reported, today: string): ProgressState {
  const { start, end, targetValue: target, actualValue: actual } = period;
  if (target === null) return ProgressState.NO_TARGET;
  if (indicator.measure === NOMINAL || indicator.measure === QUALITATIVE) return ProgressState.NOT_COMPARABLE;
  if (actual === null) return ProgressState.NOT_REPORTED;
  const difference = compare(actual, target);
  if (indicator.ascending && difference >= 0) return ProgressState.REACHED;
  if (start === null || end === null) return ProgressState.UNDATED;
  const hasEnded = end < today;
  if (!indicator.ascending) {
    if (difference > 0) return start <= today ? ProgressState.BEHIND : ProgressState.ON_TRACK;
    return hasEnded ? ProgressState.REACHED : ProgressState.ON_TRACK;
  }
  if (hasEnded) return ProgressState.BEHIND;
  const isLate =
    indicator.measure === UNIT &&
    start <= today &&
    isLessTimes(actual, daysBetween(start, end) + 1, target, daysBetween(start, today));
  return isLate ? ProgressState.BEHIND : ProgressState.ON_TRACK;
}

const daysBetween = (day: string, later: string) => (Date.parse(later) - Date.parse(day)) / dayLength;
