import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { RecoveryRequest } from './recovery-request.entity';
import { RecoveryRequestInput, requestResolver } from './recovery-request.resolver';

@ObjectType({ description: 'What became of it.' })
export class RecoveryRequestDismissPayload extends Payload {}

export const RecoveryRequestDismissRequestResolver = requestResolver(RecoveryRequestDismissPayload);

@Resolver()
export class RecoveryRequestDismissResolver {
  @Mutation(() => RecoveryRequestDismissPayload, {
    nullable: true,
    description:
      'Dismisses a recovery: the coalition’s staff, or an administrator of the organisation that it is for.',
  })
  async recoveryRequestDismiss(
    @Arg('input', () => RecoveryRequestInput, { description: 'Which one.' }) {
      request,
    }: RecoveryRequestInput,
    @Ctx() { session, viewer }: SubgraphContext,
  ): Promise<MutationResult> {
    const id = requireId('RecoveryRequest', request);
    const changes = { state: 'DISMISSED', decidedBy: viewer.personId };
    await updateRow(session, RecoveryRequest, changes, sql`t.id = ${id} and t.state = 'PROPOSED'`);
    return { id };
  }
}
