import { inBothLanguages, type TranslationInput } from '../../../shared/language/translation-input';
import { givenDay } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { ActionCall, ActionCallKind } from './action-call.entity';
import type { ActionCallParts } from './action-call.inputs';

type Content = Omit<ActionCallParts, 'campaign' | 'bill' | 'legislators'> & {
  kind?: ActionCallKind | null;
  title?: TranslationInput[] | null;
  text?: TranslationInput[] | null;
};
type Days = Pick<ActionCall, 'opensOn' | 'closesOn'>;

/**
 * The columns that an input changes, besides those that point at other records.
 * @param before the days that stay where it names none
 * @throws Refusal that names the field
 */
export function readActionCall(content: Content, before: Days): Partial<ActionCall> {
  const { kind, title, text, addressee, goal } = content;
  if (goal != null && goal < 1) refuse('INVALID', 'goal');
  return {
    ...(kind != null && { kind }),
    ...(title != null && { title: inBothLanguages(title, 'title') }),
    ...(text != null && { text: inBothLanguages(text, 'text') }),
    ...(addressee !== undefined && { addressee: addressee && inBothLanguages(addressee, 'addressee') }),
    ...(goal !== undefined && { goal }),
    ...readDays(content, before),
  };
}

function readDays({ opensOn, closesOn }: Content, before: Days): Partial<ActionCall> {
  const days = {
    ...(opensOn !== undefined && { opensOn: opensOn && givenDay(opensOn, 'opensOn') }),
    ...(closesOn !== undefined && { closesOn: closesOn && givenDay(closesOn, 'closesOn') }),
  };
  const after = { ...before, ...days };
  if (after.opensOn && after.closesOn && after.closesOn < after.opensOn)
    refuse('DATES_CONTRADICT', 'closesOn');
  return days;
}
