import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { inBothLanguages } from '../../../shared/language/translation-input';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { indexLines } from '../activity/index-lines';
import { holdResult } from './hold-result';
import { Result } from './result.entity';
import { ResultUpdateInput } from './result.inputs';
import { ResultPayload } from './result.payload';

@Resolver()
export class ResultUpdateResolver {
  @Mutation(() => ResultPayload, {
    nullable: true,
    description: 'Changes a result of a campaign of one’s own organisation that is not over.',
  })
  async resultUpdate(
    @Arg('input', () => ResultUpdateInput, { description: 'What to change.' }) input: ResultUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { type, description } = input;
    const { result, campaign } = await holdResult(context, input);
    if (type == null && description == null) refuse('REQUIRED');
    await reviseRow(context.session, Result, result, {
      ...(type != null && { type }),
      ...(description != null && { description: inBothLanguages(description, 'description') }),
    });
    await indexLines(context, campaign, result);
    return { id: result.id };
  }
}
