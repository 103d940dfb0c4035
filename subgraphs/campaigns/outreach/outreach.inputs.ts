import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { PeriodInput } from '../../../shared/schema/period';
import { OutreachChannel } from './outreach-contact.entity';

@InputType({ description: 'Narrows a list of contacts; all given conditions hold.' })
export class OutreachContactFilter {
  @Field(() => ID, { nullable: true, description: 'Only those for this campaign.' })
  campaign?: string;

  @Field(() => ID, { nullable: true, description: 'Only those about this bill.' })
  bill?: string;

  @Field(() => ID, { nullable: true, description: 'Only those with this legislator.' })
  legislator?: string;

  @Field(() => OutreachChannel, { nullable: true, description: 'Only those by this way.' })
  channel?: OutreachChannel;

  @Field(() => PeriodInput, { nullable: true, description: 'Only those of these days.' })
  period?: PeriodInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: those that were put away. False: all but those.',
  })
  archived: boolean = false;
}

/** What people say about a contact, besides when, how and with whom. */
@InputType()
export abstract class OutreachContactParts extends CreatingInput {
  @Field(() => String, {
    nullable: true,
    description: 'BCP 47 tag of the language that was spoken or written; null for not said.',
  })
  language?: string | null;

  @Field(() => [TranslationInput], { nullable: true, description: 'What came of it; null for nothing yet.' })
  outcome?: TranslationInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The campaign that it was for; null for none.' })
  campaign?: string | null;

  @Field(() => ID, { nullable: true, description: 'The bill that it was about; null for none.' })
  bill?: string | null;

  @Field(() => ID, { nullable: true, description: 'The legislator that it was with; null for none.' })
  legislator?: string | null;
}

@InputType({ description: 'A contact to note.' })
export class OutreachContactCreateInput extends OutreachContactParts {
  @Field(() => OutreachChannel, { description: 'By what way.' })
  channel!: OutreachChannel;

  @Field(() => GraphQLLocalDate, { description: 'The day, not one to come.' })
  contactedOn!: string;

  @Field(() => [TranslationInput], { description: 'With whom, in words.' })
  withWhom!: TranslationInput[];
}

@InputType({ description: 'What to change about a contact. What is left out stays.' })
export class OutreachContactUpdateInput extends OutreachContactParts {
  @Field(() => ID, { description: 'The contact.' })
  contact!: string;

  @Field(() => Int, {
    description:
      'The `version` that was read. When somebody has changed the contact since, the answer is the code `VERSION_CONFLICT` and the contact as it is now.',
  })
  version!: number;

  @Field(() => OutreachChannel, { nullable: true, description: 'By what way.' })
  channel?: OutreachChannel;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day, not one to come.' })
  contactedOn?: string;

  @Field(() => [TranslationInput], { nullable: true, description: 'With whom, in words.' })
  withWhom?: TranslationInput[];
}

@InputType({ description: 'Which contact of one’s own organisation.' })
export class OutreachContactInput {
  @Field(() => ID, { description: 'The contact.' })
  contact!: string;
}
