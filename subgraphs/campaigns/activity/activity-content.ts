import { inBothLanguages, type TranslationInput } from '../../../shared/language/translation-input';
import { givenCode, givenDay, givenIds } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { Activity } from './activity.entity';
import type { ActivityParts } from './activity.inputs';

type Content = ActivityParts & { kind?: string | null; description?: TranslationInput[] | null };
type Progress = Pick<Activity, 'planned' | 'done' | 'progressUnit'>;

/**
 * The columns that an input changes.
 * @param before the numbers that stay where it names none
 * @throws Refusal that names the field
 */
export function readActivity(content: Content, before: Progress): Partial<Activity> {
  const { kind, description, planned, done, progressUnit, assignee, dueOn } = content;
  const changes: Partial<Activity> = {
    ...(kind != null && { kind: givenCode('activityKinds', kind, 'kind') }),
    ...(description != null && { description: inBothLanguages(description, 'description') }),
    ...(planned !== undefined && { planned: planned && givenAmount(planned, 'planned') }),
    ...(done !== undefined && { done: done && givenAmount(done, 'done') }),
    ...(progressUnit !== undefined && {
      progressUnit: progressUnit && givenCode('units', progressUnit, 'progressUnit'),
    }),
    ...(assignee !== undefined && {
      assigneeId: assignee && givenIds('Organization', [assignee], 'assignee')[0]!,
    }),
    ...(dueOn !== undefined && { dueOn: dueOn && givenDay(dueOn, 'dueOn') }),
  };
  const after = { ...before, ...changes };
  const hasNumber = after.planned !== null || after.done !== null;
  if (hasNumber && after.progressUnit === null) refuse('REQUIRED', 'progressUnit');
  return changes;
}

function givenAmount(amount: number, field: string): number {
  if (amount < 0) refuse('NEGATIVE', field);
  return amount;
}
