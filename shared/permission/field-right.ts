import { HubError } from '../errors';
import type { Viewer } from '../identity/viewer';
import { mayTouch, rightOf } from './may-touch';
import type { Policy } from './policy';

/**
 * Why this viewer may not have fields of a right; null when they may. It depends on the viewer alone: which rows they then
 * see is decided in the database.
 */
export function refusalOf(right: string, policy: Policy, viewer: Viewer): HubError | null {
  const { group: name, operation } = rightOf(right);
  const group = policy.groups[name];
  if (!group) throw new Error(`the fields name the unknown group ${name}`);
  if (!mayTouch(name, group, operation, viewer)) return new HubError('FORBIDDEN');
  const unproved = viewer.secondFactorAt === null && viewer.personId !== null;
  return unproved && group.secondFactor?.includes(operation) ? new HubError('SECOND_FACTOR_REQUIRED') : null;
}
