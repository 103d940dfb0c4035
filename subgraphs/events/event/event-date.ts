import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { type TermRecord, term } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { dateLabel } from './date-label';
import type { Event } from './event.entity';

@ObjectType({
  description: 'When an event takes place, as exactly as its source says; `precision` tells how exactly.',
})
export class EventDate {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'First day; where the source gives a year alone, the first of January. Null without either.',
  })
  start!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day; where the source gives a year alone, the last of December. Null without either.',
  })
  end!: string | null;

  @Field(() => Int, { nullable: true, description: 'Calendar year; null where the source gives none.' })
  year!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Month and day as `MM-DD`, which may be known where the year is not.',
  })
  monthDay!: string | null;

  @Field(() => Term, { description: 'How exact the date is (`datePrecisions`).' })
  precision!: TermRecord;

  @Field(() => LocalizedText, {
    description: 'The date as people read it: `30 May 2025`, `2025`, `11 June, year not stated`.',
  })
  label!: Translations;
}

export const dateOf = (event: Event): EventDate => ({
  start: event.startDate,
  end: event.endDate,
  year: event.year,
  monthDay: event.monthDay,
  precision: term('datePrecisions', event.datePrecision),
  label: event.dateLabel ?? dateLabel(event),
});
