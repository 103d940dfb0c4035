import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { SponsorshipState } from './sponsorship.entity';
import { ActionCallSponsorshipInput } from './sponsorship.inputs';
import { ActionCallSponsorshipPayload } from './sponsorship.payload';
import { changeSponsorship } from './sponsorship.repository';

@Resolver()
export class ActionCallSponsorJoinResolver {
  @Mutation(() => ActionCallSponsorshipPayload, {
    nullable: true,
    description:
      'Accepts an invitation for one’s own organisation: from now on it brings the call, and is named wherever that is shown.',
  })
  actionCallSponsorJoin(
    @Arg('input', () => ActionCallSponsorshipInput, { description: 'Which invitation.' })
    { sponsorship }: ActionCallSponsorshipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return changeSponsorship(
      context,
      sponsorship,
      'invited',
      [SponsorshipState.INVITED],
      SponsorshipState.JOINED,
    );
  }
}
