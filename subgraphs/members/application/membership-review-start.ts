import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApplicationStatus } from './application.entity';
import { ApplicationInput } from './application.inputs';
import { MembershipApplicationPayload } from './application.resolver';
import { decideApplication, holdApplication } from './decide-application';

@Resolver()
export class MembershipReviewStartResolver {
  @Mutation(() => MembershipApplicationPayload, {
    nullable: true,
    description:
      'Begins to review an application, which can then no longer be changed. For the coalition’s staff.',
  })
  async membershipReviewStart(
    @Arg('input', () => ApplicationInput, { description: 'Which application.' }) {
      application,
    }: ApplicationInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const held = await holdApplication(context, application, [ApplicationStatus.APPLIED]);
    await decideApplication(context, held, ApplicationStatus.UNDER_REVIEW, 'UNDER_REVIEW');
    return { id: held.id };
  }
}
