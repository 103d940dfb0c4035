import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { changeMembership, requireReason, requireStaff } from './change-membership';
import { MembershipInput, MembershipPayload } from './membership.payload';

@Resolver()
export class MembershipSuspendResolver {
  @Mutation(() => MembershipPayload, {
    nullable: true,
    description:
      'Suspends a member: its people can do nothing and others see none of its rows, from the next request on. For the coalition’s staff.',
  })
  async membershipSuspend(
    @Arg('input', () => MembershipInput, { description: 'Which member, and why.' })
    { organization, reason }: MembershipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    requireStaff(context);
    await changeMembership(context, organization, ['ACTIVE'], 'SUSPENDED', requireReason(reason));
    return { id: organization };
  }
}
