import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { PartnershipState } from './partnership.entity';
import { CampaignPartnershipInput } from './partnership.inputs';
import { CampaignPartnershipPayload } from './partnership.payload';
import { step } from './partnership.repository';

@Resolver()
export class CampaignPartnerDeclineResolver {
  @Mutation(() => CampaignPartnershipPayload, {
    nullable: true,
    description: 'Declines an invitation for one’s own organisation.',
  })
  campaignPartnerDecline(
    @Arg('input', () => CampaignPartnershipInput, { description: 'Which partnership.' })
    { partnership }: CampaignPartnershipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return step(context, partnership, 'partner', [PartnershipState.INVITED], PartnershipState.DECLINED);
  }
}
