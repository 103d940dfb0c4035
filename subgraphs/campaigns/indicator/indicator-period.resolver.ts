import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Indicator } from './indicator.entity';
import { IndicatorCorrection } from './indicator-correction.entity';
import { figureOf, IndicatorFigure } from './indicator-figure.type';
import { IndicatorPeriod } from './indicator-period.entity';

@Resolver(() => IndicatorPeriod)
export class IndicatorPeriodResolver {
  @FieldResolver(() => Indicator, { nullable: true, description: 'The indicator.' })
  indicator(
    @Root() { subjectId }: IndicatorPeriod,
    @Ctx() context: SubgraphContext,
  ): Promise<Indicator | null> {
    return loadById(context, Indicator, subjectId);
  }

  @FieldResolver(() => IndicatorFigure, {
    nullable: true,
    description: 'What is wanted; null where nobody said anything about it.',
  })
  target(@Root() period: IndicatorPeriod): IndicatorFigure | null {
    return figureOf(period, 'target');
  }

  @FieldResolver(() => IndicatorFigure, {
    nullable: true,
    description: 'What came of it; null where nobody said anything about it.',
  })
  actual(@Root() period: IndicatorPeriod): IndicatorFigure | null {
    return figureOf(period, 'actual');
  }

  @FieldResolver(() => [IndicatorCorrection], {
    description:
      'What was corrected of the actual figure after the campaign was over, the first correction first.',
  })
  corrections(
    @Root() { id }: IndicatorPeriod,
    @Ctx() context: SubgraphContext,
  ): Promise<IndicatorCorrection[]> {
    return loadChildren(context, IndicatorCorrection, id);
  }
}
