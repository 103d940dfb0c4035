import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { Measure, type MeasureRecord } from '../../../shared/figure/measure';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { countedIn, measureOf, quantityField, unitArgument } from '../activity/line-quantity';
import { Campaign } from '../campaign/campaign.entity';
import { Result, ResultType } from './result.entity';

@Resolver(() => Campaign)
export class CampaignResultsResolver {
  @FieldResolver(() => [Result], {
    description: 'What came, or is to come, of it, in the order of its source, without what was put away.',
  })
  async results(
    @Root() campaign: Campaign,
    @Ctx() context: SubgraphContext,
    @Arg('unit', () => String, unitArgument) unit?: string,
    @Arg('type', () => ResultType, { nullable: true, description: 'Only those that reach that far.' })
    type?: ResultType,
  ): Promise<Result[]> {
    const results = await loadChildren(context, Result, campaign.id);
    return countedIn(unit, results).filter(
      (result) => result.archivedAt === null && (type == null || result.type === type),
    );
  }
}

@Resolver(() => Result)
export class ResultResolver {
  @FieldResolver(() => Measure, quantityField)
  quantity(@Root() result: Result): MeasureRecord | null {
    return measureOf(result);
  }
}
