import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { coalitionId } from '../../../shared/coalition';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow, updateRows } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode } from '../../../shared/taxonomy/term';
import { Membership } from '../membership/membership.entity';
import { addOrganization } from '../organization/add-organization';
import { Organization } from '../organization/organization.entity';
import { type Application, ApplicationStatus } from './application.entity';
import { MembershipAdmitInput } from './application.inputs';
import { MembershipApplicationPayload } from './application.resolver';
import { decideApplication, holdApplication } from './decide-application';

@Resolver()
export class MembershipAdmitResolver {
  @Mutation(() => MembershipApplicationPayload, {
    nullable: true,
    description:
      'Admits an organisation whose application is under review: it is an active member and keeps its own entry in the directory. For the coalition’s staff.',
  })
  async membershipAdmit(
    @Arg('input', () => MembershipAdmitInput, { description: 'Which application.' })
    { application, role }: MembershipAdmitInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const held = await holdApplication(context, application, [ApplicationStatus.UNDER_REVIEW]);
    // First the entry and the membership: the database asks for an application that is under review.
    if (!held.isEntry) await addOrganization(context, held, requireCode('organisationRoles', role));
    else await handOver(context, held);
    await becomeMember(context, held.organizationId);
    await decideApplication(context, held, ApplicationStatus.ADMITTED, 'ACTIVE');
    return { id: held.id };
  }
}

/** From now on the entry, and what hangs on it, is the organisation's own. One that was a member before has its own. */
async function handOver({ session }: SubgraphContext, { organizationId }: Application): Promise<void> {
  await updateRows(
    session,
    Organization,
    { organizationId },
    sql`t.id = ${organizationId} and t.organization_id = ${coalitionId}`,
  );
}

async function becomeMember(context: SubgraphContext, id: string): Promise<void> {
  const before = await loadById(context, Membership, id);
  const now = { status: 'ACTIVE', since: new Date() };
  if (!before) {
    await insertRow(context.session, Membership, { organizationId: id, id, sharingLevel: 'PUBLIC', ...now });
    return;
  }
  const changed = await updateRows(context.session, Membership, now, sql`t.id = ${id} and t.status = 'LEFT'`);
  if (changed === 0) refuse('INVALID_STATE', 'application');
}
