import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';

/** What people say about an activity, besides its kind and description. */
@InputType()
export abstract class ActivityParts extends CreatingInput {
  @Field(() => Float, {
    nullable: true,
    description: 'How much or how many are planned, from 0; null for no number.',
  })
  planned?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much or how many are done, from 0; null for no number.',
  })
  done?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of what both are counted in (taxonomy `units`); needed where there is a number.',
  })
  progressUnit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that does it: the lead, or one that has joined; null for nobody yet.',
  })
  assignee?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day for it; null for none.' })
  dueOn?: string | null;
}

@InputType({ description: 'An activity of a campaign of one’s own organisation.' })
export class ActivityCreateInput extends ActivityParts {
  @Field(() => ID, { description: 'The campaign.' })
  campaign!: string;

  @Field({ description: 'Code of its kind (taxonomy `activityKinds`).' })
  kind!: string;

  @Field(() => [TranslationInput], { description: 'What is done, in Arabic and in English at least.' })
  description!: TranslationInput[];
}

@InputType({ description: 'What to change about an activity. What is left out stays.' })
export class ActivityUpdateInput extends ActivityParts {
  @Field(() => ID, { description: 'The activity.' })
  activity!: string;

  @Field(() => Int, {
    description:
      'The `version` that was read. When somebody has changed the activity since, the answer is the code `VERSION_CONFLICT` and the activity as it is now.',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Code of its kind (taxonomy `activityKinds`).' })
  kind?: string;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What is done, in Arabic and in English at least.',
  })
  description?: TranslationInput[];
}

@InputType({ description: 'Which activity of a campaign of one’s own organisation.' })
export class ActivityInput {
  @Field(() => ID, { description: 'The activity.' })
  activity!: string;
}
