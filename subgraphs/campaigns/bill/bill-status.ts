/** What the status of a bill is read from. */
export interface StatusAction {
  readonly date: string;
  readonly position: number;
  readonly organizationKind: string | null;
  readonly classification: readonly string[];
}

/** What decides, the strongest first: of an action with several codes the first that it has counts. */
export const decisiveCodes = [
  'became-law',
  'executive-signature',
  'executive-veto-line-item',
  'executive-veto',
  'veto-override-passage',
  'failure',
  'withdrawal',
  'passage',
  'enrolled',
  'executive-receipt',
] as const;

/** Codes that say that a committee has it. */
export const committeeCodes = [
  'referral-committee',
  'committee-passage',
  'committee-passage-favorable',
  'committee-passage-unfavorable',
  'committee-failure',
] as const;

/**
 * The status of a bill on a day, derived from its actions up to then and never stored: the last decisive action says
 * it. One chamber is not a legislature: what both have to do, both must have done.
 */
export function billStatus(actions: readonly StatusAction[], day: string): string {
  const done = actions.filter(({ date }) => date <= day).sort(byTime);
  const last = done.findLast(({ classification }) => decisionOf(classification));
  switch (last && decisionOf(last.classification)) {
    case 'became-law':
    case 'executive-signature':
    case 'executive-veto-line-item':
      return 'LAW';
    case 'executive-veto':
      return 'VETOED';
    case 'veto-override-passage':
      return byBoth(done, 'veto-override-passage') ? 'LAW' : 'VETOED';
    case 'failure':
      return 'FAILED';
    case 'withdrawal':
      return 'WITHDRAWN';
    case 'passage':
      return byBoth(done, 'passage') ? 'PASSED_BOTH_CHAMBERS' : 'PASSED_ONE_CHAMBER';
    case 'enrolled':
    case 'executive-receipt':
      return 'PASSED_BOTH_CHAMBERS';
  }
  if (done.some(({ classification }) => committeeCodes.some((code) => classification.includes(code)))) {
    return 'IN_COMMITTEE';
  }
  return done.length > 0 ? 'INTRODUCED' : 'NO_ACTION';
}

const byTime = (one: StatusAction, other: StatusAction) =>
  one.date === other.date ? one.position - other.position : one.date < other.date ? -1 : 1;

const decisionOf = (classification: readonly string[]) =>
  decisiveCodes.find((code) => classification.includes(code));

/** Whether both chambers did it, or the only one there is. */
function byBoth(done: readonly StatusAction[], code: string): boolean {
  const by = new Set(
    done
      .filter(({ classification }) => classification.includes(code))
      .map((action) => action.organizationKind),
  );
  return by.has('legislature') || (by.has('upper') && by.has('lower'));
}
