import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Application, ApplicationStatus } from './application.entity';
import { MembershipApplicationUpdateInput } from './application.inputs';
import { MembershipApplicationPayload } from './application.resolver';
import { readContent } from './application-content';
import { requireByLink } from './application-link';

@Resolver()
export class MembershipApplicationUpdateResolver {
  @Mutation(() => MembershipApplicationPayload, {
    nullable: true,
    description: 'Changes an application by its private link, while nobody reviews it.',
  })
  async membershipApplicationUpdate(
    @Arg('input', () => MembershipApplicationUpdateInput, { description: 'What to change.' })
    { link, ...content }: MembershipApplicationUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { id, status } = await requireByLink(context, link);
    if (status !== ApplicationStatus.APPLIED) refuse('INVALID_STATE', 'link');
    const changes = readContent(content);
    if (Object.keys(changes).length === 0) refuse('REQUIRED');
    await updateRow(context.session, Application, changes, sql`t.id = ${id} and t.status = 'APPLIED'`);
    return { id };
  }
}
