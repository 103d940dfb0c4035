import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignStatus } from './campaign.entity';
import { CampaignPayload } from './campaign.payload';
import { CampaignInput } from './campaign-parts.inputs';
import { changeStatus } from './change-status';

@Resolver()
export class CampaignPlanResolver {
  @Mutation(() => CampaignPayload, {
    nullable: true,
    description: 'Says of an imported campaign without a status that it is planned.',
  })
  campaignPlan(
    @Arg('input', () => CampaignInput, { description: 'Which campaign.' }) { campaign }: CampaignInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return changeStatus(context, campaign, CampaignStatus.PLANNED);
  }
}
