import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { MeasureQualifier } from '../../../shared/figure/measure';
import { type Days, daysOf, PeriodInput } from '../../../shared/schema/period';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Decimal } from './decimal';
import { Indicator } from './indicator.entity';

export enum RollUpGap {
  NOT_AGGREGABLE = 'NOT_AGGREGABLE',
  NOTHING_REPORTED = 'NOTHING_REPORTED',
}
registerEnumType(RollUpGap, {
  name: 'IndicatorRollUpGap',
  description: 'Why there is no sum.',
  valuesConfig: {
    NOT_AGGREGABLE: { description: 'The indicator says “do not sum”.' },
    NOTHING_REPORTED: { description: 'There is no actual figure in these days that you may see.' },
  },
});

@ObjectType({
  description:
    'The actual figures of an indicator and of all that count towards it, directly or through others, added up: each indicator once, and only those that you may see.',
})
export class IndicatorRollUp {
  @Field(() => Decimal, { nullable: true, description: 'The sum; null where there is none.' })
  value!: string | null;

  @Field(() => MeasureQualifier, {
    nullable: true,
    description: 'How exact the sum is, by the least exact of its figures; null where there is none.',
  })
  qualifier!: MeasureQualifier | null;

  @Field(() => RollUpGap, { nullable: true, description: 'Why there is no sum; null where there is one.' })
  gap!: RollUpGap | null;

  @Field(() => Int, { description: 'How many indicators the sum is made of.' })
  contributingIndicators!: number;

  @Field(() => Int, {
    description:
      'How many actual figures are of periods that lie in these days in part only: they are not counted.',
  })
  partlyOutside!: number;
}

@Resolver(() => Indicator)
export class IndicatorRollUpResolver {
  @FieldResolver(() => IndicatorRollUp, {
    description:
      'What it and all that count towards it have reached in some days together. A figure belongs to them when its whole period does.',
  })
  rollUp(
    @Root() { id, aggregable }: Indicator,
    @Ctx() context: SubgraphContext,
    @Arg('period', () => PeriodInput, { description: 'Which days.' }) period: PeriodInput,
  ): Promise<IndicatorRollUp> | IndicatorRollUp {
    const days = daysOf(period);
    return aggregable ? addUp(context, id, days) : noSum(RollUpGap.NOT_AGGREGABLE);
  }
}

interface Sum {
  readonly root: string;
  readonly value: string | null;
  readonly qualifiers: MeasureQualifier[] | null;
  readonly contributingIndicators: number;
  readonly partlyOutside: number;
}

/** All sums of a tick are one statement. `union` keeps each indicator once, by however many ways it is reached. */
function addUp(context: SubgraphContext, id: string, { start, end }: Days): Promise<IndicatorRollUp> {
  return context
    .loader<string, IndicatorRollUp>(`indicator sums ${start} ${end}`, async (ids) => {
      const sums = await context.session.rows<Sum>(sql`
with recursive counted(root, id) as (
  select i.id, i.id from campaigns.indicator i where i.id = any(${ids})
  union
  select counted.root, i.id from counted
  join campaigns.indicator_link l on l.indicator_id = counted.id
  join campaigns.indicator i on i.id = l.subject_id and i.archived_at is null),
found as (
  select counted.root, p.subject_id, p.actual_value as value, p.actual_qualifier as qualifier,
    p.starts_on >= ${start}::date and p.ends_on <= ${end}::date as inside
  from counted join campaigns.indicator_period p on p.subject_id = counted.id
  where p.actual_value is not null and p.starts_on <= ${end}::date and p.ends_on >= ${start}::date)
select root, sum(value) filter (where inside) as value,
  array_agg(distinct qualifier) filter (where inside) as qualifiers,
  (count(distinct subject_id) filter (where inside))::int as "contributingIndicators",
  (count(*) filter (where not inside))::int as "partlyOutside"
from found group by root`);
      const byRoot = new Map(sums.map((sum) => [sum.root, sum]));
      return ids.map((root) => answerOf(byRoot.get(root)));
    })
    .load(id);
}

function answerOf(sum: Sum | undefined): IndicatorRollUp {
  if (!sum?.qualifiers)
    return { ...noSum(RollUpGap.NOTHING_REPORTED), partlyOutside: sum?.partlyOutside ?? 0 };
  const { value, qualifiers, contributingIndicators, partlyOutside } = sum;
  return { value, qualifier: leastExact(qualifiers), gap: null, contributingIndicators, partlyOutside };
}

const noSum = (gap: RollUpGap): IndicatorRollUp => ({
  ...{ value: null, qualifier: null, gap, contributingIndicators: 0, partlyOutside: 0 },
});

/** More than one number and exactly another make more than their sum; numbers that err to both sides make about it. */
function leastExact(qualifiers: readonly MeasureQualifier[]): MeasureQualifier {
  const inexact = qualifiers.filter((qualifier) => qualifier !== MeasureQualifier.EXACT);
  if (inexact.length > 1) return MeasureQualifier.APPROXIMATE;
  return inexact[0] ?? MeasureQualifier.EXACT;
}
