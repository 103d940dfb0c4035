import sql from 'sql-template-tag';
import { coalitionId } from '../../../shared/coalition';
import { insertRow, updateRows } from '../../../shared/database/write-rows';
import { HubError } from '../../../shared/errors';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId, newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Membership } from './membership.entity';
import { MembershipChange } from './membership-change.entity';

export type MembershipStatus = 'ACTIVE' | 'SUSPENDED' | 'LEFT';

/** @throws HubError FORBIDDEN for everybody but the coalition's staff, who decide about memberships */
export function requireStaff({ viewer }: SubgraphContext): void {
  if (viewer.organizationId !== coalitionId || !viewer.roles.includes('COALITION_STAFF')) {
    throw new HubError('FORBIDDEN');
  }
}

/**
 * Takes a member from one of some states into another, and writes down why.
 * @throws Refusal for an organisation that is no member, or one in another state
 */
export async function changeMembership(
  context: SubgraphContext,
  organizationId: string,
  from: readonly MembershipStatus[],
  status: MembershipStatus,
  reason: string | null,
): Promise<void> {
  if (!isId('Organization', organizationId)) refuse('NOT_FOUND', 'organization');
  if (organizationId === coalitionId) refuse('INVALID_STATE', 'organization');
  const { session } = context;
  const changed = await updateRows(
    session,
    Membership,
    { status, since: new Date() },
    sql`t.id = ${organizationId} and t.status = any(${from})`,
  );
  if (changed === 0) {
    const known = await session.rows(sql`select from members.membership t where t.id = ${organizationId}`);
    refuse(known.length > 0 ? 'INVALID_STATE' : 'NOT_FOUND', 'organization');
  }
  await noteChange(context, { organizationId, status, reason });
}

/** Writes a decision into the history. */
export async function noteChange(
  context: SubgraphContext,
  change: Pick<MembershipChange, 'organizationId' | 'status' | 'reason'> & { applicationId?: string },
): Promise<void> {
  await insertRow(context.session, MembershipChange, {
    ...change,
    id: newId('MembershipChange'),
    decidedBy: context.viewer.personId!,
  });
}

/** @throws Refusal when the reason says nothing, or too much */
export function requireReason(reason: string): string {
  const text = reason.trim();
  if (text === '') refuse('REQUIRED', 'reason');
  if (text.length > 2_000) refuse('TOO_LONG', 'reason');
  return text;
}
