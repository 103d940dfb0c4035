import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireOwnTask } from './own-task';
import { CampaignTask, TaskState } from './task.entity';
import { CampaignTaskMoveInput } from './task.inputs';
import { CampaignTaskPayload } from './task.payload';
import { isUnfinished, loadBlockers } from './task.repository';

@Resolver()
export class CampaignTaskMoveResolver {
  @Mutation(() => CampaignTaskPayload, {
    nullable: true,
    description: 'Moves a task on the board of a campaign that one’s own organisation leads or has joined.',
  })
  async campaignTaskMove(
    @Arg('input', () => CampaignTaskMoveInput, { description: 'Where to.' })
    { task: id, state }: CampaignTaskMoveInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const task = await requireOwnTask(context, id);
    if (task.state === state) refuse('UNCHANGED', 'state');
    if (state === TaskState.IN_PROCESS || state === TaskState.COMPLETED) {
      const blockers = await loadBlockers(context, task);
      if (blockers.some(isUnfinished)) refuse('BLOCKED', 'state');
    }
    await reviseRow(context.session, CampaignTask, task, { state });
    return { id };
  }
}
