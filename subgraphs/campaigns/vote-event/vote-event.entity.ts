import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

@ObjectType({ description: 'A vote of a legislature on a bill.' })
@Entity({ schema: 'campaigns', name: 'vote_event' })
export class VoteEvent extends ChildRow {
  @Field(() => ID, { description: 'TypeID with the prefix `vte`.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its Open Civic Data id, where the source gives one.' })
  @Column('text', { name: 'ocd_id', nullable: true })
  ocdId!: string | null;

  @Field(() => GraphQLLocalDate, { description: 'The day of the vote.' })
  @Column('date', { name: 'date' })
  startDate!: string;

  @Field(() => LocalizedText, { description: 'What was voted on, in the words of the legislature.' })
  @Column('jsonb', { name: 'motion' })
  motionText!: Translations;

  @Column('text', { name: 'motion_classification', array: true })
  motionClassification!: string[];

  @Column('text')
  result!: string;

  @Field({ description: 'Who voted, as the source names it.' })
  @Column('text', { name: 'organization_name' })
  organizationName!: string;

  @Column('text', { name: 'organization_kind', nullable: true })
  organizationKind!: string | null;

  @Column('jsonb')
  counts!: CountRecord[];
}

/** How many chose an option, as stored. */
export interface CountRecord {
  readonly option: string;
  readonly value: number;
}

@ObjectType({ description: 'How many chose an option, as the legislature counted.' })
export class VoteCount {
  @Field(() => Int, { description: 'How many.' })
  value!: number;
}

@ObjectType({ description: 'What one legislator chose.' })
@Entity({ schema: 'campaigns', name: 'vote' })
export class Vote extends ChildRow {
  @Column('text')
  option!: string;

  @Field({ description: 'The name, as the source writes it.' })
  @Column('text', { name: 'voter_name' })
  voterName!: string;

  @Column('text', { name: 'legislator_id', nullable: true })
  legislatorId!: string | null;
}
