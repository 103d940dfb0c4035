import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import { MeasureQualifier } from '../../../shared/figure/measure';
import type { Translations } from '../../../shared/language/localized-text';

/** A document behind a figure, as it is stored. */
export interface DocumentRecord {
  readonly title: Translations;
  readonly url: string;
  readonly language: string;
}

/** What falls to one category, as it is stored: the number as text, which loses nothing. */
export interface PartRecord {
  readonly dimension: string;
  readonly category: string;
  readonly value: string;
}

/** `subjectId` is its indicator. */
@ObjectType({ description: 'A span of days for which an indicator has a target, an actual figure, or both.' })
@Entity({ schema: 'campaigns', name: 'indicator_period' })
export class IndicatorPeriod extends ChildRow {
  @Field(() => ID, { description: 'TypeID with the prefix `ipd`.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'First day; null, with `end`, where the source names no days.',
  })
  @Column('date', { name: 'starts_on', nullable: true })
  start!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day.' })
  @Column('date', { name: 'ends_on', nullable: true })
  end!: string | null;

  @Column('numeric', { name: 'target_value', nullable: true })
  targetValue!: string | null;

  @Column('text', { name: 'target_qualifier' })
  targetQualifier!: MeasureQualifier;

  @Column('jsonb', { name: 'target_comment', nullable: true })
  targetComment!: Translations | null;

  @Column('text', { name: 'target_place', nullable: true })
  targetPlace!: string | null;

  @Column('jsonb', { name: 'target_documents' })
  targetDocuments!: DocumentRecord[];

  @Column('jsonb', { name: 'target_parts' })
  targetParts!: PartRecord[];

  @Column('numeric', { name: 'actual_value', nullable: true })
  actualValue!: string | null;

  @Column('text', { name: 'actual_qualifier' })
  actualQualifier!: MeasureQualifier;

  @Column('jsonb', { name: 'actual_comment', nullable: true })
  actualComment!: Translations | null;

  @Column('text', { name: 'actual_place', nullable: true })
  actualPlace!: string | null;

  @Column('jsonb', { name: 'actual_documents' })
  actualDocuments!: DocumentRecord[];

  @Column('jsonb', { name: 'actual_parts' })
  actualParts!: PartRecord[];
}
