import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Testimony, TestimonyState } from './testimony.entity';
import { TestimonyDeliverInput } from './testimony.inputs';
import { TestimonyPayload } from './testimony.payload';
import { holdTestimony } from './testimony.repository';

@Resolver()
export class TestimonyDeliverResolver {
  @Mutation(() => TestimonyPayload, {
    nullable: true,
    description: 'Notes that approved testimony was delivered.',
  })
  async testimonyDeliver(
    @Arg('input', () => TestimonyDeliverInput, { description: 'Which testimony, and when.' })
    input: TestimonyDeliverInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { id, version, approvedOn } = await holdTestimony(context, input, TestimonyState.APPROVED);
    const { deliveredOn } = input;
    const [{ isToCome } = { isToCome: true }] = await context.session.rows<{ isToCome: boolean }>(
      sql`select ${deliveredOn}::date > current_date as "isToCome"`,
    );
    if (isToCome) refuse('TIME_OUT_OF_RANGE', 'deliveredOn');
    if (deliveredOn < approvedOn!) refuse('DATES_CONTRADICT', 'deliveredOn');
    const changes = { state: TestimonyState.DELIVERED, deliveredOn, version: version + 1 };
    await updateRow(context.session, Testimony, changes, sql`t.id = ${id}`);
    return { id };
  }
}
