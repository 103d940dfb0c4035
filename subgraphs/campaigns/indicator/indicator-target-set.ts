import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { IndicatorPayload } from './indicator.payload';
import { IndicatorFigureInput } from './period.inputs';
import { writeFigure } from './write-figure';

@Resolver()
export class IndicatorTargetSetResolver {
  @Mutation(() => IndicatorPayload, {
    nullable: true,
    description: 'Sets what an indicator is to reach in a period, while its campaign is not over.',
  })
  indicatorTargetSet(
    @Arg('input', () => IndicatorFigureInput, { description: 'The target.' }) input: IndicatorFigureInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    return writeFigure(context, 'target', input);
  }
}
