import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRows } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Application, ApplicationStatus } from './application.entity';
import { ApplicationLinkInput } from './application.inputs';
import { MembershipApplicationPayload } from './application.resolver';
import { requireByLink } from './application-link';

@Resolver()
export class MembershipApplicationWithdrawResolver {
  @Mutation(() => MembershipApplicationPayload, {
    nullable: true,
    description: 'Takes an application back by its private link, while it is not decided.',
  })
  async membershipApplicationWithdraw(
    @Arg('input', () => ApplicationLinkInput, { description: 'Which application.' }) {
      link,
    }: ApplicationLinkInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { id } = await requireByLink(context, link);
    const changed = await updateRows(
      context.session,
      Application,
      { status: ApplicationStatus.WITHDRAWN, decidedAt: new Date() },
      sql`t.id = ${id} and t.status in ('APPLIED', 'UNDER_REVIEW')`,
    );
    if (changed === 0) refuse('INVALID_STATE', 'link');
    return { id };
  }
}
