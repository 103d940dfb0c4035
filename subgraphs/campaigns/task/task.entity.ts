import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

export enum TaskState {
  NEEDS_ACTION = 'NEEDS_ACTION',
  IN_PROCESS = 'IN_PROCESS',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(TaskState, {
  name: 'CampaignTaskState',
  description: 'Where a task stands on the board, by the names of iCalendar (RFC 5545, STATUS of a VTODO).',
  valuesConfig: {
    NEEDS_ACTION: { description: 'Nobody has begun.' },
    IN_PROCESS: { description: 'Somebody is at it.' },
    COMPLETED: { description: 'It is done.' },
    CANCELLED: { description: 'It need not be done any more.' },
  },
});

/** The lead of the campaign owns the row, whoever is to do it. */
@ObjectType({
  description:
    'Something to do in a campaign. The organisations that work on the campaign see it and move it on; others under a sharing agreement only, and every read is logged.',
})
@Entity({ schema: 'campaigns', name: 'campaign_task' })
export class CampaignTask extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `tsk`.' })
  declare id: string;

  @Column('text', { name: 'campaign_id' })
  campaignId!: string;

  /** How far the campaign is shared: nothing about it is shared further. Follows the campaign. */
  @Column('text', { name: 'campaign_level' })
  campaignLevel!: string;

  @Field(() => LocalizedText, { description: 'What is to be done.' })
  @Column('jsonb')
  title!: Translations;

  @Field(() => LocalizedText, { nullable: true, description: 'More about it.' })
  @Column('jsonb', { nullable: true })
  description!: Translations | null;

  @Column('text', { name: 'owner_organization_id' })
  ownerOrganizationId!: string;

  @Column('text', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Field(() => TaskState, { description: 'Where it stands on the board.' })
  @Column('text')
  state!: TaskState;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day for it.' })
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was done.' })
  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('text', { name: 'blocker_ids', array: true })
  blockerIds!: string[];

  @Field(() => Int, { description: 'Counts its changes; what `campaignTaskUpdate` wants to be told.' })
  @Column('integer')
  version!: number;
}
