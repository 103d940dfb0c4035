import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireOwnTask } from './own-task';
import { CampaignTask } from './task.entity';
import { CampaignTaskUpdateInput } from './task.inputs';
import { CampaignTaskPayload } from './task.payload';
import { readTask } from './task-content';

@Resolver()
export class CampaignTaskUpdateResolver {
  @Mutation(() => CampaignTaskPayload, {
    nullable: true,
    description: 'Changes a task of a campaign that one’s own organisation leads or has joined.',
  })
  async campaignTaskUpdate(
    @Arg('input', () => CampaignTaskUpdateInput, { description: 'What to change.' })
    { task: id, version, ...content }: CampaignTaskUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const task = await requireOwnTask(context, id);
    if (task.version !== version) throw new Conflict(id);
    const changes = readTask(content);
    if (Object.keys(changes).length === 0) refuse('REQUIRED');
    const owner = changes.ownerOrganizationId;
    // Whoever was to do it is of another organisation.
    if (owner !== undefined && owner !== task.ownerOrganizationId) changes.personId ??= null;
    await reviseRow(context.session, CampaignTask, task, changes);
    return { id };
  }
}
