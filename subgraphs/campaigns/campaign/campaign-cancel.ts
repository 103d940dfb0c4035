import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignStatus } from './campaign.entity';
import { CampaignPayload } from './campaign.payload';
import { CampaignInput } from './campaign-parts.inputs';
import { changeStatus } from './change-status';

@Resolver()
export class CampaignCancelResolver {
  @Mutation(() => CampaignPayload, {
    nullable: true,
    description: 'Gives up a campaign that is not completed, for good.',
  })
  campaignCancel(
    @Arg('input', () => CampaignInput, { description: 'Which campaign.' }) { campaign }: CampaignInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return changeStatus(context, campaign, CampaignStatus.CANCELLED);
  }
}
