import { givenDay } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { Days } from '../../../shared/schema/period';

/** @throws Refusal DATES_CONTRADICT for what would end before it starts; INVALID for days that nobody means */
export function readDays({ start, end }: Days): Days {
  givenDay(start, 'start');
  givenDay(end, 'end');
  if (end < start) refuse('DATES_CONTRADICT', 'end');
  return { start, end };
}
