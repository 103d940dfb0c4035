import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { Decimal } from './decimal';
import { IndicatorMeasure } from './indicator.entity';

const contributesTo = {
  nullable: true,
  description:
    'Indicators that its figures count towards: one’s own, and those of campaigns that one’s own organisation has joined. Both count the same UNIT and may be added up (else `NOT_ADDABLE`), and none counts towards this one (`CONTRIBUTES_TO_ITSELF`).',
} as const;

@InputType({ description: 'An indicator of a campaign of one’s own organisation.' })
export class IndicatorCreateInput extends CreatingInput {
  @Field(() => ID, { description: 'The campaign.' })
  campaign!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The result that it tells about; without one, the campaign as a whole.',
  })
  result?: string | null;

  @Field(() => [TranslationInput], {
    description: 'What is counted or observed, in Arabic and in English at least.',
  })
  title!: TranslationInput[];

  @Field(() => IndicatorMeasure, { description: 'What kind of value it has; it stays.' })
  measure!: IndicatorMeasure;

  @Field(() => String, {
    nullable: true,
    description: 'Code of what is counted (taxonomy `units`); for a UNIT, and for nothing else. It stays.',
  })
  unit?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'True where more is better.' })
  ascending: boolean = true;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True where its figures may be added up with others; for a UNIT only. Without it: “do not sum”. It stays.',
  })
  aggregable: boolean = false;

  @Field(() => [ID], contributesTo)
  contributesTo?: string[];
}

@InputType({
  description: 'Which indicator of a campaign of one’s own organisation, as one has read it.',
})
export class IndicatorInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicator!: string;

  @Field(() => Int, {
    description:
      'Its `version` that was read. When somebody has changed it or its periods since, the answer is the code `VERSION_CONFLICT` and the indicator as it is now.',
  })
  version!: number;
}

@InputType({ description: 'What to change about an indicator. What is left out stays.' })
export class IndicatorUpdateInput extends IndicatorInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The result of the same campaign that it tells about; null for the campaign as a whole.',
  })
  result?: string | null;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What is counted or observed, in Arabic and in English at least.',
  })
  title?: TranslationInput[];

  @Field(() => Boolean, { nullable: true, description: 'True where more is better.' })
  ascending?: boolean;

  @Field(() => [ID], contributesTo)
  contributesTo?: string[];
}

@InputType({ description: 'Where an indicator stood before. It replaces what was said about that.' })
export class IndicatorBaselineSetInput extends IndicatorInput {
  @Field(() => Decimal, { nullable: true, description: 'The number; none for QUALITATIVE.' })
  value?: string | null;

  @Field(() => Int, { nullable: true, description: 'The year that it is of, from 1000 to 9999.' })
  year?: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day that it is of; then the year may be left out.',
  })
  date?: string | null;

  @Field(() => [TranslationInput], { nullable: true, description: 'What there is to say to it.' })
  comment?: TranslationInput[] | null;
}
