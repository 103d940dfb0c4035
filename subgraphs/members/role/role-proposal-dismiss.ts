import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { decide, proposalResolver, RoleProposalInput } from './decide-proposal';

@ObjectType({ description: 'What became of it.' })
export class RoleProposalDismissPayload extends Payload {}

export const RoleProposalDismissProposalResolver = proposalResolver(RoleProposalDismissPayload);

@Resolver()
export class RoleProposalDismissResolver {
  @Mutation(() => RoleProposalDismissPayload, {
    nullable: true,
    description: 'Dismisses a proposal, one’s own or another’s; nothing is granted.',
  })
  roleProposalDismiss(
    @Arg('input', () => RoleProposalInput, { description: 'Which one.' }) input: RoleProposalInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return decide(context, input, 'dismissing');
  }
}
