import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall, ActionCallState } from './action-call.entity';
import { ActionCallUpdateInput } from './action-call.inputs';
import { ActionCallPayload } from './action-call.payload';
import { requireOwnActionCall } from './action-call.repository';
import { readActionCall } from './action-call-content';
import { readTarget } from './action-call-target';

/** What people put their name to does not change under their hands. */
const changeableOnceOpen: readonly string[] = ['opensOn', 'closesOn', 'goal'];

@Resolver()
export class ActionCallUpdateResolver {
  @Mutation(() => ActionCallPayload, {
    nullable: true,
    description:
      'Changes a call to action of one’s own organisation: a draft wholly, an open one in its days and its goal.',
  })
  async actionCallUpdate(
    @Arg('input', () => ActionCallUpdateInput, { description: 'What to change.' })
    input: ActionCallUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const call = await requireOwnActionCall(context, input);
    const changes = { ...readActionCall(input, call), ...(await readTarget(context, input)) };
    const changed = Object.keys(changes);
    if (changed.length === 0) refuse('REQUIRED');
    const isFixed = call.state !== ActionCallState.DRAFT;
    if (
      call.state === ActionCallState.CLOSED ||
      (isFixed && changed.some((name) => !changeableOnceOpen.includes(name)))
    )
      refuse('INVALID_STATE', 'actionCall');
    await reviseRow(context.session, ActionCall, call, changes);
    return { id: call.id };
  }
}
