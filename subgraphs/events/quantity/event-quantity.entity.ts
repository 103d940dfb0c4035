import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import type { MeasureBasis, MeasureQualifier } from '../../../shared/figure/measure';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

/** What the event's own record says; the figure that reports the same number may live in another subgraph. */
@ObjectType({
  description:
    'A number in the record of an event: its participants, its speakers, its edition, the courses of a series. Figures elsewhere may report the same number, so do not add the two.',
})
@Entity({ schema: 'events', name: 'event_quantity' })
export class EventQuantity extends ChildRow {
  @Field(() => ID, { description: 'TypeID with the prefix `eqy`.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => LocalizedText, { description: 'What the number says.' })
  @Column('jsonb')
  label!: Translations;

  @Column('float8')
  value!: number;

  @Column('text')
  unit!: string;

  @Column('text')
  qualifier!: MeasureQualifier;

  @Column('text')
  basis!: MeasureBasis;

  /** Last day that the number covers. */
  @Column('date', { name: 'as_of', nullable: true })
  asOf!: string | null;
}
