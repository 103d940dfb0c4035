import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { newCallKey } from '../signature/call-key';
import { ActionCall, ActionCallState } from './action-call.entity';
import { ActionCallInput } from './action-call.inputs';
import { ActionCallPayload } from './action-call.payload';
import { requireOwnActionCall } from './action-call.repository';

@Resolver()
export class ActionCallOpenResolver {
  @Mutation(() => ActionCallPayload, {
    nullable: true,
    description:
      'Opens a draft: from now on what it says stays, and it is shared as its organisation shares campaigns. People outside of the coalition can act on it once `campaignsSharingLevelSet` makes it PUBLIC.',
  })
  async actionCallOpen(
    @Arg('input', () => ActionCallInput, { description: 'Which draft.' }) input: ActionCallInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const call = await requireOwnActionCall(context, input);
    if (call.state !== ActionCallState.DRAFT) refuse('INVALID_STATE', 'actionCall');
    const sharingLevel = await standardLevel(context, 'campaign.summary');
    const contactKey = newCallKey(context.contactKeys, call.id);
    const changes = { state: ActionCallState.OPEN, sharingLevel, contactKey };
    await reviseRow(context.session, ActionCall, call, changes);
    return { id: call.id };
  }
}
