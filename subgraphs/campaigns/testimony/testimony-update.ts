import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { toTranslations } from '../../../shared/language/translation-input';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Testimony, TestimonyState } from './testimony.entity';
import { TestimonyUpdateInput } from './testimony.inputs';
import { TestimonyPayload } from './testimony.payload';
import { holdTestimony } from './testimony.repository';

@Resolver()
export class TestimonyUpdateResolver {
  @Mutation(() => TestimonyPayload, {
    nullable: true,
    description: 'Changes what a draft says. What is approved stays as it is.',
  })
  async testimonyUpdate(
    @Arg('input', () => TestimonyUpdateInput, { description: 'What it is to say.' })
    input: TestimonyUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { id, version } = await holdTestimony(context, input, TestimonyState.DRAFT);
    const changes = { text: toTranslations(input.text, 'text'), version: version + 1 };
    await updateRow(context.session, Testimony, changes, sql`t.id = ${id}`);
    return { id };
  }
}
