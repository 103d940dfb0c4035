import sql from 'sql-template-tag';
import { Arg, Ctx, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { coalitionId } from '../../../shared/coalition';
import { columnsOf } from '../../../shared/database/columns';
import { updateRow } from '../../../shared/database/write-rows';
import { hashesOf, newSecret } from '../../../shared/identity/secret';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { newId, requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { newInvitationLink } from '../invitation/invitation-link';
import { recoveryPrefix } from './recovery-complete';
import { RecoveryRequest } from './recovery-request.entity';
import { RecoveryRequestInput, requestResolver } from './recovery-request.resolver';

@ObjectType({ description: 'What became of it.' })
export class RecoveryRequestApprovePayload extends Payload {}

export const RecoveryRequestApproveRequestResolver = requestResolver(RecoveryRequestApprovePayload);

@Resolver(() => RecoveryRequestApprovePayload)
export class RecoveryRequestApproveResolver {
  @Mutation(() => RecoveryRequestApprovePayload, {
    nullable: true,
    description:
      'A second person of the coalition approves, or the one who asked does once 72 hours have passed. A lost factor: password and factor are void, all sign-ins end, and a link sets a new password. A lost administrator: a link invites the new one. Pass the link on by a way that you trust.',
  })
  async recoveryRequestApprove(
    @Arg('input', () => RecoveryRequestInput, { description: 'Which one.' }) {
      request,
    }: RecoveryRequestInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session, viewer, identityKeys } = context;
    const id = requireId('RecoveryRequest', request);
    const me = viewer.personId;
    if (me === null || viewer.organizationId !== coalitionId) refuse('NOT_FOUND', 'request');
    const [open] = await session.rows<RecoveryRequest & { isDue: boolean }>(sql`
select ${columnsOf(RecoveryRequest)}, t.effective_at <= now() as "isDue"
from members.recovery_request t where t.id = ${id} and t.state = 'PROPOSED' for update`);
    if (!open) refuse('NOT_FOUND', 'request');
    if (open.requestedBy === me && !open.isDue) refuse('SECOND_PERSON_NEEDED');
    await updateRow(session, RecoveryRequest, { state: 'APPROVED', decidedBy: me }, sql`t.id = ${id}`);
    const link = open.kind === 'LOST_ADMIN' ? newInvitationLink() : newSecret(recoveryPrefix);
    const key = hashesOf(identityKeys.identity, link)[0]!;
    const [row] = await session.rows<{ done: boolean }>(
      sql`select members.carry_out_recovery(${id}, ${key}, ${newId('Invitation')}) as done`,
    );
    if (!row!.done) refuse('NOT_FOUND', 'request');
    return { id, once: { link } };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The secret part of the link, good for seven days: for `recoveryComplete` after a lost factor, for `invitationAccept` after a lost administrator. Shown once.',
  })
  link(@Root() { once }: { once?: { link: string } }): string | null {
    return once?.link ?? null;
  }
}
