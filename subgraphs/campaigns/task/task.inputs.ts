import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { timeZoneDescription } from '../../../shared/schema/calendar';
import { TaskState } from './task.entity';

@InputType({ description: 'Narrows a list of tasks; all given conditions hold.' })
export class CampaignTaskFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this campaign.' })
  campaign?: string;

  @Field(() => TaskState, { nullable: true, description: 'Only those in this state.' })
  state?: TaskState;

  @Field(() => ID, { nullable: true, description: 'Only those that this organisation is to do.' })
  owner?: string;

  @Field(() => ID, { nullable: true, description: 'Only those that this person is to do.' })
  person?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those whose last day has passed and that are neither done nor cancelled. False: all but those.',
  })
  overdue?: boolean;

  @Field(() => String, { defaultValue: 'UTC', description: timeZoneDescription })
  timeZone: string = 'UTC';
}

/** What people say about a task, besides its title. */
@InputType()
export abstract class TaskParts extends CreatingInput {
  @Field(() => [TranslationInput], { nullable: true, description: 'More about it; null for nothing.' })
  description?: TranslationInput[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The person who is to do it, of the organisation that is; null for nobody yet, as after a change of the organisation. Somebody of another organisation is shown to nobody.',
  })
  person?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day for it; null for none.' })
  dueOn?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Tasks of the same campaign that must be done first. None may wait for this one.',
  })
  blockedBy?: string[];
}

@InputType({ description: 'A task in a campaign that one’s own organisation leads or has joined.' })
export class CampaignTaskCreateInput extends TaskParts {
  @Field(() => ID, { description: 'The campaign.' })
  campaign!: string;

  @Field(() => [TranslationInput], { description: 'What is to be done.' })
  title!: TranslationInput[];

  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation that is to do it: the lead, or one that has joined. One’s own when missing.',
  })
  owner?: string;
}

@InputType({ description: 'What to change about a task. What is left out stays.' })
export class CampaignTaskUpdateInput extends TaskParts {
  @Field(() => ID, { description: 'The task.' })
  task!: string;

  @Field(() => Int, {
    description:
      'The `version` that was read. When somebody has changed the task since, the answer is the code `VERSION_CONFLICT` and the task as it is now.',
  })
  version!: number;

  @Field(() => [TranslationInput], { nullable: true, description: 'What is to be done.' })
  title?: TranslationInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that is to do it: the lead, or one that has joined.',
  })
  owner?: string;
}

@InputType({ description: 'Where to put a task on the board.' })
export class CampaignTaskMoveInput {
  @Field(() => ID, { description: 'The task.' })
  task!: string;

  @Field(() => TaskState, {
    description: 'Its new state. What waits for others can be neither begun nor done.',
  })
  state!: TaskState;
}
