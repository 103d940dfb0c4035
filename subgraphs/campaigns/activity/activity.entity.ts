import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { NeededFor } from '../../../shared/database/columns-asked';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';
import { CampaignLine } from './campaign-line';

@ObjectType({ description: 'Something a campaign or programme does.' })
@Entity({ schema: 'campaigns', name: 'activity' })
export class Activity extends CampaignLine {
  @Field(() => ID, { description: 'TypeID with the prefix `act`.' })
  declare id: string;

  @Column('text')
  kind!: string;

  @Field(() => LocalizedText, { description: 'What is done.' })
  @NeededFor('description')
  @Column('jsonb')
  description!: Translations;

  @Field(() => [SourceReference], { description: 'Where it is written.' })
  @NeededFor('sources')
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @NeededFor('note')
  @Column('jsonb', { nullable: true })
  note!: Translations | null;

  @Field(() => Float, { nullable: true, description: 'How much or how many its people plan.' })
  @NeededFor('planned')
  @Column('float8', { nullable: true })
  planned!: number | null;

  @Field(() => Float, { nullable: true, description: 'How much or how many of it they have done.' })
  @NeededFor('done')
  @Column('float8', { nullable: true })
  done!: number | null;

  @NeededFor('progressUnit')
  @Column('text', { name: 'progress_unit', nullable: true })
  progressUnit!: string | null;

  @NeededFor('assignee')
  @Column('text', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day for it.' })
  @NeededFor('dueOn')
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was put away.' })
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; what `activityUpdate` wants to be told.' })
  @NeededFor('version')
  @Column('integer')
  version!: number;
}
