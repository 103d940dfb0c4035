import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { timeZoneDescription, today } from '../../../shared/schema/calendar';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Decimal, shareOf } from './decimal';
import { Indicator, IndicatorMeasure } from './indicator.entity';
import { IndicatorPeriod } from './indicator-period.entity';
import { ProgressState, progressOf } from './progress';

registerEnumType(ProgressState, {
  name: 'IndicatorProgressState',
  description:
    'How an actual figure stands to its target. Numbers are compared as they are written, whatever their qualifier.',
  valuesConfig: {
    NO_TARGET: { description: 'There is no number to reach.' },
    NOT_COMPARABLE: { description: 'Values of this measure are not more or less than each other.' },
    NOT_REPORTED: { description: 'Nobody has said yet what came of it.' },
    REACHED: {
      description:
        'As much as was wanted, or more; where less is better, not more when the period had ended.',
    },
    ON_TRACK: { description: 'Not there yet, and the period has not ended.' },
    BEHIND: {
      description:
        'The period has ended short of the target; or it runs, and a count is short of the target’s share for the days that are over; or, where less is better, it is more already.',
    },
    UNDATED: { description: 'Short of the target, and the source names no days by which to judge that.' },
  },
});

@ObjectType({ description: 'What was reached of what was wanted in one period.' })
export class IndicatorProgress {
  @Field(() => ProgressState, { description: 'How the two stand to each other.' })
  state!: ProgressState;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'The actual figure as a share of the target, to four decimal places: `0.7500` is three quarters. Null where one of them is missing, the target is zero, or the measure is neither UNIT nor PERCENTAGE.',
  })
  share!: string | null;
}

const divisible: readonly IndicatorMeasure[] = [IndicatorMeasure.UNIT, IndicatorMeasure.PERCENTAGE];

@Resolver(() => IndicatorPeriod)
export class IndicatorProgressResolver {
  @FieldResolver(() => IndicatorProgress, { description: 'The target and the actual figure, compared.' })
  async progress(
    @Root() period: IndicatorPeriod,
    @Ctx() context: SubgraphContext,
    @Arg('timeZone', () => String, { defaultValue: 'UTC', description: timeZoneDescription })
    timeZone: string,
  ): Promise<IndicatorProgress> {
    const day = today(timeZone);
    const { targetValue, actualValue } = period;
    // Whoever sees a period sees what it belongs to.
    const indicator = (await loadById(context, Indicator, period.subjectId))!;
    const hasShare = targetValue !== null && actualValue !== null && divisible.includes(indicator.measure);
    return {
      state: progressOf(indicator, period, day),
      share: hasShare ? shareOf(actualValue, targetValue) : null,
    };
  }
}
