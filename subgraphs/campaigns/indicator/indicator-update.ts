import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { inBothLanguages } from '../../../shared/language/translation-input';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdIndicator } from './hold-indicator';
import { Indicator } from './indicator.entity';
import { IndicatorUpdateInput } from './indicator.inputs';
import { IndicatorPayload } from './indicator.payload';
import { givenResult, writeLinks } from './indicator-content';

@Resolver()
export class IndicatorUpdateResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description:
      'Changes an indicator of a campaign of one’s own organisation that is not over. One that is to count something else is another indicator.',
  })
  async indicatorUpdate(
    @Arg('input', () => IndicatorUpdateInput, { description: 'What to change.' })
    input: IndicatorUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { result, title, ascending, contributesTo } = input;
    const indicator = await holdIndicator(context, input);
    if (result === undefined && title == null && ascending == null && contributesTo == null)
      refuse('REQUIRED');
    await reviseRow(context.session, Indicator, indicator, {
      ...(result !== undefined && {
        resultId: result && (await givenResult(context, indicator.subjectId, result)),
      }),
      ...(title != null && { title: inBothLanguages(title, 'title') }),
      ...(ascending != null && { ascending }),
    });
    if (contributesTo != null) await writeLinks(context, indicator, contributesTo);
    return { id: indicator.id };
  }
}
