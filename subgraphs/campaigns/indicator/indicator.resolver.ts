import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, termOrNull } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Campaign } from '../campaign/campaign.entity';
import { Result } from '../result/result.entity';
import { Indicator } from './indicator.entity';
import { contributorList, loadIndicators, loadPeriods, loadServed } from './indicator.repository';
import { IndicatorBaseline } from './indicator-baseline.type';
import { IndicatorPeriod } from './indicator-period.entity';

/** Made once: every list of indicators answers with this type. */
export const IndicatorConnection = connectionType(Indicator, 'Indicator');

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => Indicator, {
    nullable: true,
    description: 'One indicator; null when there is none that you may see.',
  })
  indicator(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Indicator | null> {
    return loadById(context, Indicator, requireId('Indicator', id));
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign that it belongs to.' })
  campaign(@Root() { subjectId }: Indicator, @Ctx() context: SubgraphContext): Promise<Campaign | null> {
    return loadById(context, Campaign, subjectId);
  }

  @FieldResolver(() => Result, {
    nullable: true,
    description: 'The result that it tells about; null where it is about the campaign as a whole.',
  })
  result(@Root() { resultId }: Indicator, @Ctx() context: SubgraphContext): Promise<Result | null> | null {
    return resultId === null ? null : loadById(context, Result, resultId);
  }

  @FieldResolver(() => Term, { nullable: true, description: 'What is counted (`units`), of a UNIT.' })
  unit(@Root() { unit }: Indicator): TermRecord | null {
    return termOrNull('units', unit);
  }

  @FieldResolver(() => IndicatorBaseline, {
    nullable: true,
    description: 'Where it stood before; null where nobody said.',
  })
  baseline(@Root() { baselineValue, baselineYear, baselineOn, baselineComment }: Indicator) {
    if (baselineYear === null) return null;
    return { value: baselineValue, year: baselineYear, date: baselineOn, comment: baselineComment };
  }

  @FieldResolver(() => [IndicatorPeriod], {
    description: 'Its periods by their first day, after one without days.',
  })
  periods(@Root() { id }: Indicator, @Ctx() context: SubgraphContext): Promise<IndicatorPeriod[]> {
    return loadPeriods(context, id);
  }

  @FieldResolver(() => [Indicator], {
    description: 'Indicators that its figures count towards, as far as you see them.',
  })
  contributesTo(@Root() { id }: Indicator, @Ctx() context: SubgraphContext): Promise<Indicator[]> {
    return loadServed(context, id);
  }

  @FieldResolver(() => IndicatorConnection, {
    description: 'Indicators whose figures count towards it directly, as far as you see them.',
  })
  contributors(
    @Root() { id }: Indicator,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Indicator>> {
    return connectionUnder(context, contributorList, id, page);
  }
}

@Resolver(() => Campaign)
export class CampaignIndicatorsResolver {
  @FieldResolver(() => [Indicator], {
    description: 'Its indicators, those of its results among them, without what was put away.',
  })
  indicators(@Root() { id }: Campaign, @Ctx() context: SubgraphContext): Promise<Indicator[]> {
    return loadIndicators(context, id);
  }
}

@Resolver(() => Result)
export class ResultIndicatorsResolver {
  @FieldResolver(() => [Indicator], { description: 'What tells whether it is reached.' })
  async indicators(@Root() { id, subjectId }: Result, @Ctx() context: SubgraphContext): Promise<Indicator[]> {
    return (await loadIndicators(context, subjectId)).filter(({ resultId }) => resultId === id);
  }
}
