import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { PartnershipState } from './partnership.entity';
import { CampaignPartnershipInput } from './partnership.inputs';
import { CampaignPartnershipPayload } from './partnership.payload';
import { step } from './partnership.repository';

@Resolver()
export class CampaignPartnerLeaveResolver {
  @Mutation(() => CampaignPartnershipPayload, {
    nullable: true,
    description:
      'Leaves a campaign that one’s own organisation has joined: on the next request it reads nothing more of what that keeps to itself.',
  })
  campaignPartnerLeave(
    @Arg('input', () => CampaignPartnershipInput, { description: 'Which partnership.' })
    { partnership }: CampaignPartnershipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return step(context, partnership, 'partner', [PartnershipState.JOINED], PartnershipState.LEFT);
  }
}
