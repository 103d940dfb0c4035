import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MeasureQualifier } from '../../../shared/figure/measure';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { Decimal } from './decimal';

const version = {
  description:
    'The `version` of the indicator that was read. When somebody has changed it or its periods since, the answer is the code `VERSION_CONFLICT` and the indicator as it is now.',
} as const;
const start = { description: 'First day.' } as const;
const end = { description: 'Last day. No day belongs to two periods of one indicator.' } as const;

@InputType({ description: 'A period of an indicator, to be given a target and an actual figure.' })
export class IndicatorPeriodAddInput extends CreatingInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicator!: string;

  @Field(() => Int, version)
  version!: number;

  @Field(() => GraphQLLocalDate, start)
  start!: string;

  @Field(() => GraphQLLocalDate, end)
  end!: string;
}

@InputType({ description: 'Which period of an indicator of one’s own organisation, as one has read it.' })
export class IndicatorPeriodInput {
  @Field(() => ID, { description: 'The period.' })
  period!: string;

  @Field(() => Int, version)
  version!: number;
}

@InputType({ description: 'The days that a period is to have.' })
export class IndicatorPeriodUpdateInput extends IndicatorPeriodInput {
  @Field(() => GraphQLLocalDate, start)
  start!: string;

  @Field(() => GraphQLLocalDate, end)
  end!: string;
}

@InputType({ description: 'A document behind a figure.' })
export class IndicatorDocumentInput {
  @Field(() => [TranslationInput], { description: 'What it is called.' })
  title!: TranslationInput[];

  @Field({ description: 'Where it is: an address that begins with `https:` or `http:`.' })
  url!: string;

  @Field({ description: 'The language that it is written in, as a BCP 47 tag.' })
  language!: string;
}

@InputType({ description: 'What of a figure falls to one category of a dimension.' })
export class IndicatorPartInput {
  @Field({ description: 'Code of what it is split by (taxonomy `figureDimensions`).' })
  dimension!: string;

  @Field({
    description:
      'Code of the category: a country (taxonomy `countries`) of the dimensions COUNTRY and NATIONALITY, else a term of `figureMembers`.',
  })
  category!: string;

  @Field(() => Decimal, { description: 'In the unit of the indicator.' })
  value!: string;
}

@InputType({ description: 'A target or an actual figure. It replaces all that was said about it before.' })
export class IndicatorFigureInput extends IndicatorPeriodInput {
  @Field(() => Decimal, {
    nullable: true,
    description: 'The number, from 0 where a UNIT is counted; none for QUALITATIVE, null for none.',
  })
  value?: string | null;

  @Field(() => MeasureQualifier, {
    defaultValue: MeasureQualifier.EXACT,
    description: 'How exact the number is.',
  })
  qualifier: MeasureQualifier = MeasureQualifier.EXACT;

  @Field(() => [TranslationInput], { nullable: true, description: 'What there is to say to it.' })
  comment?: TranslationInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of where it was counted, or is to be (taxonomy `places`).',
  })
  place?: string | null;

  @Field(() => [IndicatorDocumentInput], { nullable: true, description: 'At most 20 documents.' })
  documents?: IndicatorDocumentInput[];

  @Field(() => [IndicatorPartInput], {
    nullable: true,
    description:
      'How it splits, at most 50 parts. Where an exact number of an indicator is given that may be added up, the parts of each dimension add up to it; they may also stand without a number for the whole.',
  })
  parts?: IndicatorPartInput[];
}
