import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { PeriodInput } from '../../../shared/schema/period';
import { EventOccurrence } from './event-state';

export enum EventOrder {
  START = 'START',
  NAME = 'NAME',
}
registerEnumType(EventOrder, {
  name: 'EventOrder',
  description: 'Orders of a list of events.',
  valuesConfig: {
    START: {
      description:
        'By first day, earliest first; where only the year is known, by its first day; without a year last.',
    },
    NAME: { description: 'By title, in the language you read.' },
  },
});

@InputType({ description: 'Narrows a list of events; all given conditions hold.' })
export class EventFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the title, the handle, the kind, the place or the country, or of the organiser’s handle, in Arabic or English; each may be the start of a word, and Arabic spelling variants count as one.',
  })
  search?: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that organises it.' })
  organizer?: string;

  @Field(() => ID, { nullable: true, description: 'An organisation that organises it with the organiser.' })
  coOrganizer?: string;

  @Field(() => ID, { nullable: true, description: 'The organisation it takes place at.' })
  venue?: string;

  @Field(() => ID, { nullable: true, description: 'The campaign or programme it belongs to.' })
  campaign?: string;

  @Field(() => String, { nullable: true, description: 'Code of the kind (taxonomy `eventKinds`).' })
  kind?: string;

  @Field(() => EventOccurrence, { nullable: true, description: 'Whether it has taken place.' })
  occurrence?: EventOccurrence;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for series of occasions only, false for single ones only.',
  })
  series?: boolean;

  @Field(() => String, { nullable: true, description: 'Code of whom it is for (taxonomy `audiences`).' })
  audience?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a place (see `places`); places inside it count too.',
  })
  place?: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of the country (taxonomy `countries`).',
  })
  country?: string;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Events that share a day with this span. One known by its year alone counts for the whole year; one without a year is left out.',
  })
  period?: PeriodInput;

  @Field(() => String, {
    nullable: true,
    description: 'Code of how exact the date is (taxonomy `datePrecisions`).',
  })
  precision?: string;
}

/** Arguments of every list of events. */
@ArgsType()
export class EventListArguments extends PageArguments {
  @Field(() => EventFilter, filterArgument)
  filter?: EventFilter;

  @Field(() => EventOrder, { defaultValue: EventOrder.START, description: 'In which order.' })
  orderBy: EventOrder = EventOrder.START;
}
