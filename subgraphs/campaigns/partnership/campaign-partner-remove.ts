import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { PartnershipState } from './partnership.entity';
import { CampaignPartnershipInput } from './partnership.inputs';
import { CampaignPartnershipPayload } from './partnership.payload';
import { step } from './partnership.repository';

@Resolver()
export class CampaignPartnerRemoveResolver {
  @Mutation(() => CampaignPartnershipPayload, {
    nullable: true,
    description:
      'Takes an invitation back, or ends a partnership in a campaign of one’s own organisation, from the next request on.',
  })
  campaignPartnerRemove(
    @Arg('input', () => CampaignPartnershipInput, { description: 'Which partnership.' })
    { partnership }: CampaignPartnershipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return step(
      context,
      partnership,
      'lead',
      [PartnershipState.INVITED, PartnershipState.JOINED],
      PartnershipState.REMOVED,
    );
  }
}
