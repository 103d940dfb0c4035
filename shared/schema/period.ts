import { GraphQLLocalDate } from 'graphql-scalars';
import sql, { type Sql } from 'sql-template-tag';
import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { HubError } from '../errors';
import { LocalizedText, type Translations } from '../language/localized-text';

@Directive('@shareable')
@ObjectType({
  description:
    'The time a fact is about. An end that is missing is open, or not stated: `label` has the source’s words.',
})
export class Period {
  @Field(() => LocalizedText, { description: 'The period as the source names it.' })
  label!: Translations;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day.' })
  start!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day.' })
  end!: string | null;
}

@InputType({ description: 'A span of days; either end may be left open.' })
export class PeriodInput {
  @Field(() => Int, { nullable: true, description: 'A whole calendar year; excludes `start` and `end`.' })
  year?: number;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day.' })
  start?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day.' })
  end?: string;
}

export interface Days {
  readonly start: string;
  readonly end: string;
}

/** Holds for a day that is in the period. */
export function withinPeriod(day: Sql, period: PeriodInput): Sql {
  const { start, end } = daysOf(period);
  return sql`${day} between ${start}::date and ${end}::date`;
}

/** First and last day; open ends are PostgreSQL's infinities. */
export function daysOf(period: PeriodInput): Days {
  if (period.year != null) {
    if (period.start || period.end)
      throw new HubError('INVALID_ARGUMENT', 'give "year" or "start" and "end", not both');
    if (period.year < 1000 || period.year > 9999)
      throw new HubError('INVALID_ARGUMENT', '"year" must have four digits');
    return { start: `${period.year}-01-01`, end: `${period.year}-12-31` };
  }
  for (const day of [period.start, period.end]) {
    if (day && !/^[1-9]\d{3}-/.test(day))
      throw new HubError('INVALID_ARGUMENT', 'years have four digits, from 1000');
  }
  if (period.start && period.end && period.end < period.start) {
    throw new HubError('INVALID_ARGUMENT', 'the period ends before it starts');
  }
  return { start: period.start ?? '-infinity', end: period.end ?? 'infinity' };
}
