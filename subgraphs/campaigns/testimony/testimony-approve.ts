import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../../../shared/mutation/user-errors';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { TestimonyState } from './testimony.entity';
import { TestimonyInput } from './testimony.inputs';
import { TestimonyPayload } from './testimony.payload';
import { holdTestimony } from './testimony.repository';

@Resolver()
export class TestimonyApproveResolver {
  @Mutation(() => TestimonyPayload, {
    nullable: true,
    description:
      'Approves a draft: from now on its text stays, and it is shared as the organisation shares its positions.',
  })
  async testimonyApprove(
    @Arg('input', () => TestimonyInput, { description: 'Which draft.' }) input: TestimonyInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { id } = await holdTestimony(context, input, TestimonyState.DRAFT);
    const level = await standardLevel(context, 'bill.position');
    const changed = await context.session.rows(sql`
update campaigns.testimony t set state = 'APPROVED', approved_on = current_date, version = t.version + 1,
  sharing_level = ${level}, chosen_level = null
where t.id = ${id} returning 1`);
    if (changed.length === 0) refuse('NOT_FOUND', 'testimony');
    return { id };
  }
}
