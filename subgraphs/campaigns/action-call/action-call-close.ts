import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall, ActionCallState } from './action-call.entity';
import { ActionCallInput } from './action-call.inputs';
import { ActionCallPayload } from './action-call.payload';
import { requireOwnActionCall } from './action-call.repository';

@Resolver()
export class ActionCallCloseResolver {
  @Mutation(() => ActionCallPayload, {
    nullable: true,
    description: 'Closes a call to action of one’s own organisation for good: nobody can act on it any more.',
  })
  async actionCallClose(
    @Arg('input', () => ActionCallInput, { description: 'Which one.' }) input: ActionCallInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const call = await requireOwnActionCall(context, input);
    if (call.state !== ActionCallState.OPEN) refuse('INVALID_STATE', 'actionCall');
    await reviseRow(context.session, ActionCall, call, { state: ActionCallState.CLOSED });
    return { id: call.id };
  }
}
