import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { ResultType } from './result.entity';

@InputType({ description: 'A result that a campaign of one’s own organisation is to reach.' })
export class ResultCreateInput extends CreatingInput {
  @Field(() => ID, { description: 'The campaign.' })
  campaign!: string;

  @Field(() => ResultType, { description: 'How far it reaches.' })
  type!: ResultType;

  @Field(() => [TranslationInput], { description: 'What is reached, in Arabic and in English at least.' })
  description!: TranslationInput[];
}

@InputType({ description: 'What to change about a result. What is left out stays.' })
export class ResultUpdateInput {
  @Field(() => ID, { description: 'The result.' })
  result!: string;

  @Field(() => Int, {
    description:
      'The `version` that was read. When somebody has changed the result since, the answer is the code `VERSION_CONFLICT` and the result as it is now.',
  })
  version!: number;

  @Field(() => ResultType, { nullable: true, description: 'How far it reaches.' })
  type?: ResultType;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What is reached, in Arabic and in English at least.',
  })
  description?: TranslationInput[];
}

@InputType({ description: 'Which result of a campaign of one’s own organisation, as one has read it.' })
export class ResultInput {
  @Field(() => ID, { description: 'The result.' })
  result!: string;

  @Field(() => Int, { description: 'The version that one has read. Another one is a conflict.' })
  version!: number;
}
