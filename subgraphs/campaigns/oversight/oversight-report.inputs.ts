import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { RecordFilter, RecordParts, versionDescription } from '../record/record.inputs';

@InputType({ description: 'Narrows a list of oversight reports; all given conditions hold.' })
export class OversightReportFilter extends RecordFilter {}

@InputType()
abstract class OversightReportParts extends RecordParts {
  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What the government answered, in Arabic and in English at least; null for nothing yet.',
  })
  response?: TranslationInput[] | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which to look at it again, not before it was found; null for never.',
  })
  followUpOn?: string | null;
}

@InputType({ description: 'An oversight report of one’s own organisation.' })
export class OversightReportCreateInput extends OversightReportParts {
  @Field(() => [TranslationInput], { description: 'What it is called, in Arabic and in English at least.' })
  title!: TranslationInput[];

  @Field(() => [TranslationInput], {
    description: 'What the government did, or did not do, in Arabic and in English at least.',
  })
  governmentAction!: TranslationInput[];

  @Field(() => [TranslationInput], { description: 'What was found, in Arabic and in English at least.' })
  finding!: TranslationInput[];

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was found, not one to come.' })
  foundOn!: string;
}

@InputType({ description: 'What to change about an oversight report. What is left out stays.' })
export class OversightReportUpdateInput extends OversightReportParts {
  @Field(() => ID, { description: 'The oversight report.' })
  oversightReport!: string;

  @Field(() => Int, { description: versionDescription })
  version!: number;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What it is called, in Arabic and in English at least.',
  })
  title?: TranslationInput[];

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What the government did, or did not do, in Arabic and in English at least.',
  })
  governmentAction?: TranslationInput[];

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What was found, in Arabic and in English at least.',
  })
  finding?: TranslationInput[];

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which it was found, not one to come.',
  })
  foundOn?: string;
}

@InputType({ description: 'Which oversight report of one’s own organisation.' })
export class OversightReportInput {
  @Field(() => ID, { description: 'The oversight report.' })
  oversightReport!: string;
}
