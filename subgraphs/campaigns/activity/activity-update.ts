import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Activity } from './activity.entity';
import { ActivityUpdateInput } from './activity.inputs';
import { ActivityPayload } from './activity.payload';
import { readActivity } from './activity-content';
import { indexLines } from './index-lines';
import { checkAssignee, holdActivity } from './write-activity';

@Resolver()
export class ActivityUpdateResolver {
  @Mutation(() => ActivityPayload, {
    nullable: true,
    description: 'Changes an activity of a campaign of one’s own organisation.',
  })
  async activityUpdate(
    @Arg('input', () => ActivityUpdateInput, { description: 'What to change.' })
    { activity: id, version, ...content }: ActivityUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { activity, campaign } = await holdActivity(context, id);
    if (activity.version !== version) throw new Conflict(id);
    const changes = readActivity(content, activity);
    if (Object.keys(changes).length === 0) refuse('REQUIRED');
    await checkAssignee(context, campaign, changes);
    await reviseRow(context.session, Activity, activity, changes);
    await indexLines(context, campaign, activity);
    return { id };
  }
}
