import { Field, ID, InputType } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';

@InputType({ description: 'An application to join the coalition.' })
export class MembershipApplyInput extends CreatingInput {
  @Field(() => [TranslationInput], {
    description: 'The organisation’s name, in Arabic and in English at least.',
  })
  name!: TranslationInput[];

  @Field({ description: 'Code of its kind (taxonomy `organisationKinds`).' })
  kind!: string;

  @Field({ description: 'ISO 3166-1 alpha-2 code of its country (taxonomy `countries`).' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Code of the place it works in (see `places`).' })
  place?: string | null;

  @Field(() => [TranslationInput], { description: 'What it is, in a sentence.' })
  description!: TranslationInput[];

  @Field({ description: 'Whom to talk to.' })
  contactName!: string;

  @Field({ description: 'Their e-mail address.' })
  contactEmail!: string;

  @Field({ description: 'Why it wants to join.' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The entry of the directory that it is, if it stands there.',
  })
  entry?: string;
}

@InputType({
  description: 'What to change in an application that nobody reviews yet. What is left out stays.',
})
export class MembershipApplicationUpdateInput {
  @Field({ description: 'The private link.' })
  link!: string;

  @Field(() => [TranslationInput], { nullable: true, description: 'The organisation’s name.' })
  name?: TranslationInput[];

  @Field(() => String, { nullable: true, description: 'Code of its kind (taxonomy `organisationKinds`).' })
  kind?: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2 code of its country.' })
  country?: string;

  @Field(() => String, { nullable: true, description: 'Code of the place it works in; null for none.' })
  place?: string | null;

  @Field(() => [TranslationInput], { nullable: true, description: 'What it is, in a sentence.' })
  description?: TranslationInput[];

  @Field(() => String, { nullable: true, description: 'Whom to talk to.' })
  contactName?: string;

  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  contactEmail?: string;

  @Field(() => String, { nullable: true, description: 'Why it wants to join.' })
  reason?: string;
}

@InputType({ description: 'Which application, by its private link.' })
export class ApplicationLinkInput {
  @Field({ description: 'The private link.' })
  link!: string;
}

@InputType({ description: 'Which application.' })
export class ApplicationInput {
  @Field(() => ID, { description: 'The application.' })
  application!: string;
}

@InputType({ description: 'Which application to admit.' })
export class MembershipAdmitInput extends ApplicationInput {
  @Field({
    defaultValue: 'PARTNER',
    description:
      'Code of its part in the coalition’s work (`organisationRoles`), where it is new to the directory.',
  })
  role: string = 'PARTNER';
}

@InputType({ description: 'Which application to turn down, and why.' })
export class MembershipRejectInput extends ApplicationInput {
  @Field({ description: 'Why; whoever applied reads it.' })
  reason!: string;
}
