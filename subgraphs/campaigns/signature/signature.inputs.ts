import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../../shared/mutation/idempotency';

@InputType({
  description: 'Somebody who signs a petition, makes a pledge, or does what else a call asks for.',
})
export class ActionCallSignInput extends CreatingInput {
  @Field(() => ID, { description: 'The call; open, PUBLIC, and between its first and its last day.' })
  actionCall!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation through which the person came, one of those that bring the call: it is credited. The lead when it is left out.',
  })
  via?: string;

  @Field({ description: 'The person’s name.' })
  name!: string;

  @Field({ description: 'Their e-mail address; by it a person counts once.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Where they live, in their own words.' })
  place?: string;

  @Field(() => String, { nullable: true, description: 'Why they sign, in their own words.' })
  comment?: string;

  @Field({ description: 'BCP 47 tag of the language in which they want to be answered, such as `ar`.' })
  language!: string;

  @Field(() => [ID], {
    description:
      'The organisations that may know who they are and answer them, of those that bring the call. For nobody else, and for nobody where it is empty, are name, address, place and comment kept.',
  })
  contactBy!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The version of the text on consent that they read; required with `contactBy`.',
  })
  consentVersion?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A trap for programs that fill in every field: forms hide it from people. With anything in it nothing is kept, and the answer is the same.',
  })
  website?: string;
}

@InputType({ description: 'Which signature, by its private link.' })
export class SignatureLinkInput {
  @Field({ description: 'The private link.' })
  link!: string;
}

@InputType({ description: 'What to change about a signature. What is left out stays.' })
export class SignatureUpdateInput extends SignatureLinkInput {
  @Field(() => String, { nullable: true, description: 'The person’s name.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'Where they live; null for nothing.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Why they sign; null for nothing.' })
  comment?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The organisations that still may know who they are. What another one kept is erased at once; to add one is to sign again.',
  })
  contactBy?: string[];
}
