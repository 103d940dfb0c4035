import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { ActionCallKind, ActionCallState } from './action-call.entity';

@InputType({ description: 'Narrows a list of calls to action; all given conditions hold.' })
export class ActionCallFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this campaign.' })
  campaign?: string;

  @Field(() => ActionCallKind, { nullable: true, description: 'Only those that ask for this.' })
  kind?: ActionCallKind;

  @Field(() => ActionCallState, { nullable: true, description: 'Only those in this state.' })
  state?: ActionCallState;
}

/** What people say about a call to action, besides its kind, title and text. */
@InputType()
export abstract class ActionCallParts extends CreatingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A campaign that one’s own organisation leads or has joined; null for none.',
  })
  campaign?: string | null;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'Whom it is addressed to, by name; null for nobody besides legislators.',
  })
  addressee?: TranslationInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The bill that it is about; null for none.' })
  bill?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Legislators that it is addressed to.' })
  legislators?: string[];

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day on which people can act, in UTC; null for as soon as it is open.',
  })
  opensOn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which people can act, in UTC; null for until it is closed.',
  })
  closesOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people it wants to win; null for no number.' })
  goal?: number | null;
}

@InputType({ description: 'A call to action to draft.' })
export class ActionCallCreateInput extends ActionCallParts {
  @Field(() => ActionCallKind, { description: 'What it asks people for.' })
  kind!: ActionCallKind;

  @Field(() => [TranslationInput], { description: 'Its title, in Arabic and in English at least.' })
  title!: TranslationInput[];

  @Field(() => [TranslationInput], {
    description: 'What people put their name to, in Arabic and in English at least.',
  })
  text!: TranslationInput[];
}

@InputType({ description: 'Which call to action, as one has read it.' })
export class ActionCallInput {
  @Field(() => ID, { description: 'The call to action.' })
  actionCall!: string;

  @Field(() => Int, {
    description:
      'The `version` that was read. When somebody has changed it since, the answer is the code `VERSION_CONFLICT` and the call as it is now.',
  })
  version!: number;
}

@InputType({
  description:
    'What to change about a call to action; what is left out stays. Once it is open only its days and its goal can change.',
})
export class ActionCallUpdateInput extends ActionCallParts {
  @Field(() => ID, { description: 'The call to action.' })
  actionCall!: string;

  @Field(() => Int, { description: 'The `version` that was read; see `ActionCallInput`.' })
  version!: number;

  @Field(() => ActionCallKind, { nullable: true, description: 'What it asks people for.' })
  kind?: ActionCallKind;

  @Field(() => [TranslationInput], { nullable: true, description: 'Its title.' })
  title?: TranslationInput[];

  @Field(() => [TranslationInput], { nullable: true, description: 'What people put their name to.' })
  text?: TranslationInput[];
}
