import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { childOf } from '../../../shared/database/rows';
import { insertRow } from '../../../shared/database/write-rows';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdCampaign } from '../campaign/hold-campaign';
import { Activity } from './activity.entity';
import { ActivityCreateInput } from './activity.inputs';
import { ActivityPayload } from './activity.payload';
import { readActivity } from './activity-content';
import { indexLines } from './index-lines';
import { checkAssignee } from './write-activity';

const noProgress = { planned: null, done: null, progressUnit: null };

@Resolver()
export class ActivityCreateResolver {
  @Mutation(() => ActivityPayload, {
    nullable: true,
    description: 'Adds an activity to a campaign of one’s own organisation, after those that are there.',
  })
  async activityCreate(
    @Arg('input', () => ActivityCreateInput, { description: 'What is to be done.' })
    { campaign: campaignId, ...content }: ActivityCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const campaign = await holdCampaign(context, campaignId);
    const said = readActivity(content, noProgress);
    await checkAssignee(context, campaign, said);
    const last = (await loadChildren(context, Activity, campaignId)).at(-1);
    const id = newId('Activity');
    await insertRow(context.session, Activity, {
      ...childOf(campaign),
      id,
      position: last ? last.position + 1 : 0,
      sources: [],
      ...said,
    });
    await indexLines(context, campaign, {});
    return { id };
  }
}
