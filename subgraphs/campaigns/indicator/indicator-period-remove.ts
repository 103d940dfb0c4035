import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reviseRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdPeriod } from './hold-indicator';
import { Indicator } from './indicator.entity';
import { IndicatorPayload } from './indicator.payload';
import { IndicatorPeriodInput } from './period.inputs';

@Resolver()
export class IndicatorPeriodRemoveResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description: 'Removes a period of an indicator of a campaign that is not over, with its figures.',
  })
  async indicatorPeriodRemove(
    @Arg('input', () => IndicatorPeriodInput, { description: 'Which period.' }) input: IndicatorPeriodInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { period, indicator } = await holdPeriod(context, input);
    await context.session.rows(sql`
delete from campaigns.indicator_period t where t.id = ${period.id} and t.organization_id = ${period.organizationId}`);
    await reviseRow(context.session, Indicator, indicator, {});
    return { id: indicator.id };
  }
}
