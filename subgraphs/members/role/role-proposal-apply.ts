import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { decide, proposalResolver, RoleProposalInput } from './decide-proposal';

@ObjectType({ description: 'What became of it.' })
export class RoleProposalApplyPayload extends Payload {}

export const RoleProposalApplyProposalResolver = proposalResolver(RoleProposalApplyPayload);

@Resolver()
export class RoleProposalApplyResolver {
  @Mutation(() => RoleProposalApplyPayload, {
    nullable: true,
    description:
      'Applies one’s own proposal once its 72 hours have passed, where nobody else could approve it.',
  })
  roleProposalApply(
    @Arg('input', () => RoleProposalInput, { description: 'Which one.' }) input: RoleProposalInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return decide(context, input, 'proposer');
  }
}
