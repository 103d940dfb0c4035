import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { decide, proposalResolver, RoleProposalInput } from './decide-proposal';

@ObjectType({ description: 'What became of it.' })
export class RoleProposalApprovePayload extends Payload {}

export const RoleProposalApproveProposalResolver = proposalResolver(RoleProposalApprovePayload);

@Resolver()
export class RoleProposalApproveResolver {
  @Mutation(() => RoleProposalApprovePayload, {
    nullable: true,
    description:
      'Approves what another administrator proposed for a third person; the role counts on their next request.',
  })
  roleProposalApprove(
    @Arg('input', () => RoleProposalInput, { description: 'Which one.' }) input: RoleProposalInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return decide(context, input, 'approver');
  }
}
