import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Activity } from './activity.entity';
import { ActivityInput } from './activity.inputs';
import { ActivityPayload } from './activity.payload';
import { indexLines } from './index-lines';
import { holdActivity } from './write-activity';

@Resolver()
export class ActivityArchiveResolver {
  @Mutation(() => ActivityPayload, {
    nullable: true,
    description: 'Puts an activity of a campaign of one’s own organisation away: lists leave it out.',
  })
  async activityArchive(
    @Arg('input', () => ActivityInput, { description: 'Which activity.' }) { activity: id }: ActivityInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { activity, campaign } = await holdActivity(context, id);
    await reviseRow(context.session, Activity, activity, { archivedAt: new Date() });
    await indexLines(context, campaign, activity);
    return { id };
  }
}
