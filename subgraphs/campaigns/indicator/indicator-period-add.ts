import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { childOf } from '../../../shared/database/rows';
import { insertRow, reviseRow } from '../../../shared/database/write-rows';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdIndicator } from './hold-indicator';
import { Indicator } from './indicator.entity';
import { IndicatorPayload } from './indicator.payload';
import { IndicatorPeriod } from './indicator-period.entity';
import { IndicatorPeriodAddInput } from './period.inputs';
import { readDays } from './period-days';

@Resolver()
export class IndicatorPeriodAddResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description:
      'Adds a period to an indicator of a campaign that is not over; `PERIODS_OVERLAP` where another one has some of its days.',
  })
  async indicatorPeriodAdd(
    @Arg('input', () => IndicatorPeriodAddInput, { description: 'Which days.' })
    input: IndicatorPeriodAddInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const indicator = await holdIndicator(context, input);
    const days = readDays(input);
    const last = (await loadChildren(context, IndicatorPeriod, indicator.id)).at(-1);
    await insertRow(context.session, IndicatorPeriod, {
      ...childOf(indicator),
      id: newId('IndicatorPeriod'),
      position: last ? last.position + 1 : 0,
      ...days,
    });
    await reviseRow(context.session, Indicator, indicator, {});
    return { id: indicator.id };
  }
}
