import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { NeededFor } from '../../../shared/database/columns-asked';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';
import { EventOccurrence, EventStatus } from './event-state';

/** One row counts once, however many organisations stand behind it: the organiser owns it, the others are named. */
@Directive('@key(fields: "ref")')
@ObjectType({
  description:
    'Something that takes place: a summit, a workshop, a campaign, a flight, a milestone of an office; or a series of such occasions.',
})
@Entity({ schema: 'events', name: 'event' })
export class Event extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `evt`.' })
  declare id: string;

  @Field({ description: 'Readable handle, unique among the events of its organiser.' })
  @NeededFor('slug')
  @Column('text')
  slug!: string;

  @Field(() => LocalizedText, { description: 'Its title.' })
  @NeededFor('title')
  @Column('jsonb')
  title!: Translations;

  @NeededFor('kind')
  @Column('text')
  kind!: string;

  @Field(() => EventStatus, {
    nullable: true,
    description: 'How it stands to its announcement; null where the sources do not say.',
  })
  @NeededFor('status')
  @Column('text', { nullable: true })
  status!: EventStatus | null;

  @Field(() => EventOccurrence, { description: 'Whether it has taken place, as far as the sources say.' })
  @NeededFor('occurrence', 'credits')
  @Column('text')
  occurrence!: EventOccurrence;

  @Field({ description: 'True for a series of occasions, false for a single one.' })
  @NeededFor('series')
  @Column('boolean')
  series!: boolean;

  @NeededFor('date')
  @Column('date', { name: 'start_date', nullable: true })
  startDate!: string | null;

  @NeededFor('date')
  @Column('date', { name: 'end_date', nullable: true })
  endDate!: string | null;

  @NeededFor('date')
  @Column('integer', { nullable: true })
  year!: number | null;

  @NeededFor('date')
  @Column('text', { name: 'month_day', nullable: true })
  monthDay!: string | null;

  @NeededFor('date')
  @Column('text', { name: 'date_precision' })
  datePrecision!: string;

  /** The source's words, where the parts above cannot say them: "spring 2025". */
  @NeededFor('date')
  @Column('jsonb', { name: 'date_label', nullable: true })
  dateLabel!: Translations | null;

  /** The span that the event's document reports on, for events without a year of their own. */
  @NeededFor()
  @Column('date', { name: 'reported_start', nullable: true })
  reportedStart!: string | null;

  @NeededFor()
  @Column('date', { name: 'reported_end', nullable: true })
  reportedEnd!: string | null;

  @NeededFor('place')
  @Column('text', { nullable: true })
  place!: string | null;

  @NeededFor('country')
  @Column('text', { nullable: true })
  country!: string | null;

  @NeededFor('venue')
  @Column('text', { name: 'venue_id', nullable: true })
  venueId!: string | null;

  @Field(() => [SourceReference], { description: 'Where it is written about.' })
  @NeededFor('sources')
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @NeededFor('note')
  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}
