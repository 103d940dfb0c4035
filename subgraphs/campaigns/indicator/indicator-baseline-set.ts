import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import { toTranslations } from '../../../shared/language/translation-input';
import { givenDay } from '../../../shared/mutation/input-values';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { givenNumber } from './figure-content';
import { holdIndicator } from './hold-indicator';
import { Indicator } from './indicator.entity';
import { IndicatorBaselineSetInput } from './indicator.inputs';
import { IndicatorPayload } from './indicator.payload';

@Resolver()
export class IndicatorBaselineSetResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description: 'Says where an indicator of a campaign that is not over stood before.',
  })
  async indicatorBaselineSet(
    @Arg('input', () => IndicatorBaselineSetInput, { description: 'Where it stood, and when.' })
    input: IndicatorBaselineSetInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const indicator = await holdIndicator(context, input);
    const { value, comment } = input;
    await reviseRow(context.session, Indicator, indicator, {
      baselineValue: value == null ? null : givenNumber(indicator, value, 'value'),
      ...readTime(input),
      baselineComment: comment ? toTranslations(comment, 'comment') : null,
    });
    return { id: indicator.id };
  }
}

/** @throws Refusal REQUIRED without year and day; INVALID where the day is of another year */
function readTime({ year, date }: IndicatorBaselineSetInput): Partial<Indicator> {
  if (date == null) {
    if (year == null) refuse('REQUIRED', 'year');
    if (year < 1000 || year > 9999) refuse('INVALID', 'year');
    return { baselineYear: year, baselineOn: null };
  }
  const yearOfDay = Number(givenDay(date, 'date').slice(0, 4));
  if (year != null && year !== yearOfDay) refuse('INVALID', 'year');
  return { baselineYear: yearOfDay, baselineOn: date };
}
