import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { changeMembership, requireReason, requireStaff } from './change-membership';
import { MembershipInput, MembershipPayload } from './membership.payload';

@Resolver()
export class MembershipReactivateResolver {
  @Mutation(() => MembershipPayload, {
    nullable: true,
    description: 'Lets a suspended member back in. For the coalition’s staff.',
  })
  async membershipReactivate(
    @Arg('input', () => MembershipInput, { description: 'Which member, and why.' })
    { organization, reason }: MembershipInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    requireStaff(context);
    await changeMembership(context, organization, ['SUSPENDED'], 'ACTIVE', requireReason(reason));
    return { id: organization };
  }
}
