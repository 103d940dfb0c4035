import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { PartnershipState } from './partnership.entity';
import { CampaignPartnershipInput } from './partnership.inputs';
import { CampaignPartnershipPayload } from './partnership.payload';
import { step } from './partnership.repository';

@Resolver()
export class CampaignPartnerJoinResolver {
  @Mutation(() => CampaignPartnershipPayload, {
    nullable: true,
    description:
      'Accepts an invitation for one’s own organisation: from now on it works on the campaign and reads what that keeps to itself.',
  })
  campaignPartnerJoin(
    @Arg('input', () => CampaignPartnershipInput, { description: 'Which partnership.' })
    { partnership }: CampaignPartnershipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return step(context, partnership, 'partner', [PartnershipState.INVITED], PartnershipState.JOINED);
  }
}
