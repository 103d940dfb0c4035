import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireReason } from '../membership/change-membership';
import { ApplicationStatus } from './application.entity';
import { MembershipRejectInput } from './application.inputs';
import { MembershipApplicationPayload } from './application.resolver';
import { decideApplication, holdApplication } from './decide-application';

@Resolver()
export class MembershipRejectResolver {
  @Mutation(() => MembershipApplicationPayload, {
    nullable: true,
    description: 'Turns an application down. For the coalition’s staff.',
  })
  async membershipReject(
    @Arg('input', () => MembershipRejectInput, { description: 'Which application, and why.' })
    { application, reason }: MembershipRejectInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const held = await holdApplication(context, application, [
      ApplicationStatus.APPLIED,
      ApplicationStatus.UNDER_REVIEW,
    ]);
    await decideApplication(context, held, ApplicationStatus.REJECTED, 'REJECTED', requireReason(reason));
    return { id: held.id };
  }
}
