import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { CampaignRecord } from '../record/campaign-record';
import type { RecordKind } from '../record/write-record';

export enum MediaItemKind {
  STATEMENT = 'STATEMENT',
  PRESS_RELEASE = 'PRESS_RELEASE',
  INTERVIEW = 'INTERVIEW',
  OP_ED = 'OP_ED',
  COVERAGE = 'COVERAGE',
}
registerEnumType(MediaItemKind, {
  name: 'MediaItemKind',
  description: 'What kind of thing it is.',
  valuesConfig: {
    STATEMENT: { description: 'What an organisation says in public.' },
    PRESS_RELEASE: { description: 'What it sends to the press.' },
    INTERVIEW: { description: 'What somebody of it is asked.' },
    OP_ED: { description: 'An opinion piece by somebody of it.' },
    COVERAGE: { description: 'What others report.' },
  },
});

@ObjectType({ description: 'What an organisation says in the media, or they say of it.' })
@Entity({ schema: 'campaigns', name: 'media_item' })
export class MediaItem extends CampaignRecord {
  @Field(() => ID, { description: 'TypeID with the prefix `med`.' })
  declare id: string;

  @Field(() => MediaItemKind, { description: 'What kind of thing it is.' })
  @Column('text')
  kind!: MediaItemKind;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it came out.' })
  @Column('date', { name: 'published_on' })
  publishedOn!: string;

  @Field(() => LocalizedText, { nullable: true, description: 'The paper, channel or site.' })
  @Column('jsonb', { nullable: true })
  outlet!: Translations | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language that it is in.' })
  @Column('text', { nullable: true })
  language!: string | null;
}

export const mediaItems: RecordKind<MediaItem> = {
  kind: 'MediaItem',
  entity: MediaItem,
  field: 'mediaItem',
};
