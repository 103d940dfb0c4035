import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { RecordFilter, RecordParts, versionDescription } from '../record/record.inputs';
import { PublicationKind } from './publication.entity';

@InputType({ description: 'Narrows a list of publications; all given conditions hold.' })
export class PublicationFilter extends RecordFilter {
  @Field(() => PublicationKind, { nullable: true, description: 'Only those of this kind.' })
  kind?: PublicationKind;
}

@InputType()
abstract class PublicationParts extends RecordParts {
  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What it says, in short, in Arabic and in English at least; null for nothing.',
  })
  summary?: TranslationInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'BCP 47 tags of the languages that it can be read in.',
  })
  languages?: string[];
}

@InputType({ description: 'A publication of one’s own organisation.' })
export class PublicationCreateInput extends PublicationParts {
  @Field(() => [TranslationInput], { description: 'What it is called, in Arabic and in English at least.' })
  title!: TranslationInput[];

  @Field(() => PublicationKind, { description: 'What kind of publication it is.' })
  kind!: PublicationKind;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it came out, not one to come.' })
  publishedOn!: string;
}

@InputType({ description: 'What to change about a publication. What is left out stays.' })
export class PublicationUpdateInput extends PublicationParts {
  @Field(() => ID, { description: 'The publication.' })
  publication!: string;

  @Field(() => Int, { description: versionDescription })
  version!: number;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What it is called, in Arabic and in English at least.',
  })
  title?: TranslationInput[];

  @Field(() => PublicationKind, { nullable: true, description: 'What kind of publication it is.' })
  kind?: PublicationKind;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which it came out, not one to come.',
  })
  publishedOn?: string;
}

@InputType({ description: 'Which publication of one’s own organisation.' })
export class PublicationInput {
  @Field(() => ID, { description: 'The publication.' })
  publication!: string;
}
