import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { SponsorshipState } from './sponsorship.entity';
import { ActionCallSponsorshipInput } from './sponsorship.inputs';
import { ActionCallSponsorshipPayload } from './sponsorship.payload';
import { changeSponsorship } from './sponsorship.repository';

@Resolver()
export class ActionCallSponsorEndResolver {
  @Mutation(() => ActionCallSponsorshipPayload, {
    nullable: true,
    description:
      'Declines an invitation, takes one back, or ends that an organisation brings a call: for the one that is invited and for the lead. Who signed through it stays counted and credited.',
  })
  actionCallSponsorEnd(
    @Arg('input', () => ActionCallSponsorshipInput, { description: 'Which invitation.' })
    { sponsorship }: ActionCallSponsorshipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return changeSponsorship(
      context,
      sponsorship,
      'both',
      [SponsorshipState.INVITED, SponsorshipState.JOINED],
      SponsorshipState.ENDED,
    );
  }
}
