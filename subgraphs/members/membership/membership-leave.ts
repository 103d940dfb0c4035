import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { HubError } from '../../../shared/errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { changeMembership, requireReason } from './change-membership';
import { MembershipPayload } from './membership.payload';

@InputType({ description: 'Why one’s own organisation leaves.' })
export class MembershipLeaveInput {
  @Field({ description: 'Why; the coalition’s staff read it.' })
  reason!: string;
}

@Resolver()
export class MembershipLeaveResolver {
  @Mutation(() => MembershipPayload, {
    nullable: true,
    description:
      'Leaves the coalition, for good: others see nothing of the organisation from the next request on, and only a new application brings it back. For its own admins.',
  })
  async membershipLeave(
    @Arg('input', () => MembershipLeaveInput, { description: 'Why.' }) { reason }: MembershipLeaveInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { organizationId, roles, dormantRoles } = context.viewer;
    // A suspended organisation may leave as well.
    if (organizationId === null || ![...roles, ...dormantRoles].includes('ORG_ADMIN'))
      throw new HubError('FORBIDDEN');
    await changeMembership(context, organizationId, ['ACTIVE', 'SUSPENDED'], 'LEFT', requireReason(reason));
    return { id: organizationId };
  }
}
