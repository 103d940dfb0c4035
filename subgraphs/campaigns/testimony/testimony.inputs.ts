import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';

@InputType({ description: 'Testimony to draft.' })
export class TestimonyCreateInput extends CreatingInput {
  @Field(() => ID, { description: 'The bill that it is about.' })
  bill!: string;

  @Field(() => [TranslationInput], { description: 'What it says, in each language in which it is given.' })
  text!: TranslationInput[];
}

@InputType({ description: 'Which testimony, as one has read it.' })
export class TestimonyInput {
  @Field(() => ID, { description: 'The testimony.' })
  testimony!: string;

  @Field(() => Int, { description: 'The version that one has read. Another one is a conflict.' })
  version!: number;
}

@InputType({ description: 'What a draft is to say.' })
export class TestimonyUpdateInput extends TestimonyInput {
  @Field(() => [TranslationInput], { description: 'The whole text, in each language in which it is given.' })
  text!: TranslationInput[];
}

@InputType({ description: 'When testimony was delivered.' })
export class TestimonyDeliverInput extends TestimonyInput {
  @Field(() => GraphQLLocalDate, { description: 'The day: not before it was approved, and not to come.' })
  deliveredOn!: string;
}
