import sql from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { noteChange, requireStaff } from '../membership/change-membership';
import { Application, type ApplicationStatus } from './application.entity';

/**
 * The application as staff decide it, held against others who decide it at the same time.
 * @throws Refusal when there is none, or it is in another state; HubError FORBIDDEN
 */
export async function holdApplication(
  context: SubgraphContext,
  id: string,
  states: readonly ApplicationStatus[],
): Promise<Application> {
  requireStaff(context);
  const [found] = await context.session.rows<Application>(sql`
select ${columnsOf(Application)} from members.application t where t.id = ${id} for update`);
  if (!found) refuse('NOT_FOUND', 'application');
  if (!states.includes(found.status)) refuse('INVALID_STATE', 'application');
  return found;
}

/** Takes a held application into another state, and writes down who did. */
export async function decideApplication(
  context: SubgraphContext,
  { organizationId, id }: Application,
  status: ApplicationStatus,
  became: 'UNDER_REVIEW' | 'ACTIVE' | 'REJECTED',
  reason: string | null = null,
): Promise<void> {
  const decided = became === 'UNDER_REVIEW' ? null : new Date();
  await updateRow(
    context.session,
    Application,
    { status, decidedAt: decided, decisionReason: reason },
    sql`t.id = ${id}`,
  );
  await noteChange(context, { organizationId, applicationId: id, status: became, reason });
}
