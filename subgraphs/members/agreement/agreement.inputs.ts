import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { SharingLevelName } from '../../../shared/permission/sharing-level.type';
import { AgreementState } from './agreement.entity';

@InputType({ description: 'Narrows a list of agreements; all given conditions hold.' })
export class AgreementFilter {
  @Field(() => AgreementState, { nullable: true, description: 'Only those in this state.' })
  state?: AgreementState;

  @Field(() => String, { nullable: true, description: 'Only those that name this permission group.' })
  group?: string;

  @Field(() => ID, { nullable: true, description: 'Only those with this organisation.' })
  partner?: string;
}

@InputType({ description: 'An agreement to propose. Proposing it signs it for one’s own organisation.' })
export class AgreementProposeInput extends CreatingInput {
  @Field(() => ID, { description: 'The other organisation, an active member.' })
  partner!: string;

  @Field(() => [TranslationInput], { description: 'What it is for.' })
  purpose!: TranslationInput[];

  @Field(() => [String], { description: 'Permission groups to open to each other.' })
  groups!: string[];

  @Field(() => SharingLevelName, { description: 'The widest level of data that it opens.' })
  maximumLevel!: SharingLevelName;

  @Field(() => GraphQLLocalDate, { description: 'First day; today or later.' })
  startsOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Last day; at most twelve months after the first.' })
  endsOn!: string;
}

@InputType({
  description:
    'New terms for an agreement. What is left out stays. They count once the other party has signed them; until then the present version does. The first day stays: an agreement that is to run longer than twelve months is a new one.',
})
export class AgreementAmendInput extends CreatingInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreement!: string;

  @Field(() => [TranslationInput], { nullable: true, description: 'What it is for.' })
  purpose?: TranslationInput[];

  @Field(() => [String], { nullable: true, description: 'Permission groups to open to each other.' })
  groups?: string[];

  @Field(() => SharingLevelName, { nullable: true, description: 'The widest level of data that it opens.' })
  maximumLevel?: SharingLevelName;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day.' })
  endsOn?: string;
}

@InputType({ description: 'Which agreement.' })
export class AgreementInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreement!: string;
}
