import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { RecordFilter, RecordParts, versionDescription } from '../record/record.inputs';
import { MediaItemKind } from './media-item.entity';

@InputType({ description: 'Narrows a list of media items; all given conditions hold.' })
export class MediaItemFilter extends RecordFilter {
  @Field(() => MediaItemKind, { nullable: true, description: 'Only those of this kind.' })
  kind?: MediaItemKind;
}

@InputType()
abstract class MediaItemParts extends RecordParts {
  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'The paper, channel or site; null for none.',
  })
  outlet?: TranslationInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47 tag of the language that it is in; null for not said.',
  })
  language?: string | null;
}

@InputType({ description: 'A media item of one’s own organisation.' })
export class MediaItemCreateInput extends MediaItemParts {
  @Field(() => [TranslationInput], { description: 'What it is called, in Arabic and in English at least.' })
  title!: TranslationInput[];

  @Field(() => MediaItemKind, { description: 'What kind of thing it is.' })
  kind!: MediaItemKind;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it came out, not one to come.' })
  publishedOn!: string;
}

@InputType({ description: 'What to change about a media item. What is left out stays.' })
export class MediaItemUpdateInput extends MediaItemParts {
  @Field(() => ID, { description: 'The media item.' })
  mediaItem!: string;

  @Field(() => Int, { description: versionDescription })
  version!: number;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'What it is called, in Arabic and in English at least.',
  })
  title?: TranslationInput[];

  @Field(() => MediaItemKind, { nullable: true, description: 'What kind of thing it is.' })
  kind?: MediaItemKind;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which it came out, not one to come.',
  })
  publishedOn?: string;
}

@InputType({ description: 'Which media item of one’s own organisation.' })
export class MediaItemInput {
  @Field(() => ID, { description: 'The media item.' })
  mediaItem!: string;
}
