import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignStatus } from './campaign.entity';
import { CampaignPayload } from './campaign.payload';
import { CampaignInput } from './campaign-parts.inputs';
import { changeStatus } from './change-status';

@Resolver()
export class CampaignPauseResolver {
  @Mutation(() => CampaignPayload, {
    nullable: true,
    description: 'Pauses an active campaign.',
  })
  campaignPause(
    @Arg('input', () => CampaignInput, { description: 'Which campaign.' }) { campaign }: CampaignInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return changeStatus(context, campaign, CampaignStatus.PAUSED);
  }
}
