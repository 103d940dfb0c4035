import sql from 'sql-template-tag';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { childOf } from '../../../shared/database/rows';
import { insertRow, reviseRow, updateRow } from '../../../shared/database/write-rows';
import { TranslationInput, toTranslations } from '../../../shared/language/translation-input';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { readFigure } from './figure-content';
import { holdPeriod } from './hold-indicator';
import { Indicator } from './indicator.entity';
import { IndicatorPayload } from './indicator.payload';
import { IndicatorCorrection } from './indicator-correction.entity';
import { IndicatorPeriod } from './indicator-period.entity';
import { IndicatorFigureInput } from './period.inputs';

@InputType({ description: 'An actual figure of a campaign that is over, as it should have been.' })
export class IndicatorActualCorrectInput extends IndicatorFigureInput {
  @Field(() => [TranslationInput], { description: 'Why it is corrected.' })
  reason!: TranslationInput[];
}

@Resolver()
export class IndicatorActualCorrectResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description:
      'Corrects an actual figure of a campaign that is completed or cancelled; what stood before stays readable. Nothing else of its framework changes any more.',
  })
  async indicatorActualCorrect(
    @Arg('input', () => IndicatorActualCorrectInput, { description: 'The figure, and why.' })
    input: IndicatorActualCorrectInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { period, indicator } = await holdPeriod(context, input, 'OVER');
    const figure = readFigure(indicator, 'actual', input);
    const before = await loadChildren(context, IndicatorCorrection, period.id);
    await insertRow(context.session, IndicatorCorrection, {
      ...childOf(period),
      position: before.length,
      value: period.actualValue,
      qualifier: period.actualQualifier,
      reason: toTranslations(input.reason, 'reason'),
    });
    await updateRow(context.session, IndicatorPeriod, figure, sql`t.id = ${period.id}`);
    await reviseRow(context.session, Indicator, indicator, {});
    return { id: indicator.id };
  }
}
