import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';
import { CampaignLine } from './campaign-line';

@ObjectType({ description: 'Something a campaign or programme does.' })
@Entity({ schema: 'campaigns', name: 'activity' })
export class Activity extends CampaignLine {
  @Field(() => ID, { description: 'TypeID with the prefix `act`.' })
  declare id: string;

  @Column('text')
  kind!: string;

  @Field(() => LocalizedText, { description: 'What is done.' })
  @Column('jsonb')
  description!: Translations;

  @Field(() => [SourceReference], { description: 'Where it is written.' })
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}
