import { type OracleViewer, permits } from './permission-oracle';
import { coalition, other, partner } from './viewers-of-a-group';

const levels = ['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'];
/** All that a row can have to do with a viewer: a party, their own, a second approver, a parent that takes submissions. */
const everything = ['Y', 'U', 'T', 'O'];

/** Whether there can be any row of the group that the specification opens to the viewer for the operation. */
export function mayReach(group: string, operation: string, viewer: OracleViewer): boolean {
  const owners = [viewer.organization, partner, ...(viewer.partners ?? []), other, coalition];
  return owners.some((organization) =>
    levels.some((level) => permits(group, operation, viewer, { organization, level, holds: everything })),
  );
}

/** The specification's own list of what a second factor is asked for. */
const secondFactor: Readonly<Record<string, string>> = {
  'user.role': 'cud',
  'user.role.sensitive': 'cud',
  'user.invitation': 'cud',
  'org.policy': 's',
  'apikey.meta': 'c',
  agreement: 'cu',
};

export const needsSecondFactor = (group: string, operation: string) =>
  secondFactor[group]?.includes(operation) ?? false;
