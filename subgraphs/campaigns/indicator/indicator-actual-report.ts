import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { IndicatorPayload } from './indicator.payload';
import { IndicatorFigureInput } from './period.inputs';
import { writeFigure } from './write-figure';

@Resolver()
export class IndicatorActualReportResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description: 'Reports what an indicator has reached in a period, while its campaign is not over.',
  })
  indicatorActualReport(
    @Arg('input', () => IndicatorFigureInput, { description: 'The actual figure.' })
    input: IndicatorFigureInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return writeFigure(context, 'actual', input);
  }
}
