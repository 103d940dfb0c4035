import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow, updateRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdPeriod } from './hold-indicator';
import { Indicator } from './indicator.entity';
import { IndicatorPayload } from './indicator.payload';
import { IndicatorPeriod } from './indicator-period.entity';
import { IndicatorPeriodUpdateInput } from './period.inputs';
import { readDays } from './period-days';

@Resolver()
export class IndicatorPeriodUpdateResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description:
      'Gives a period other days, or days where its source names none; `PERIODS_OVERLAP` where another one has some of them.',
  })
  async indicatorPeriodUpdate(
    @Arg('input', () => IndicatorPeriodUpdateInput, { description: 'Which days.' })
    input: IndicatorPeriodUpdateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { period, indicator } = await holdPeriod(context, input);
    await updateRow(context.session, IndicatorPeriod, readDays(input), sql`t.id = ${period.id}`);
    await reviseRow(context.session, Indicator, indicator, {});
    return { id: indicator.id };
  }
}
