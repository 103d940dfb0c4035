import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';
import { CampaignLine } from './campaign-line';

@ObjectType({ description: 'What came, or is to come, of a campaign or programme.' })
@Entity({ schema: 'campaigns', name: 'result' })
export class Result extends CampaignLine {
  @Field(() => ID, { description: 'TypeID with the prefix `res`.' })
  declare id: string;

  @Field(() => LocalizedText, { description: 'What is reached.' })
  @Column('jsonb')
  description!: Translations;

  @Field(() => [SourceReference], { description: 'Where it is written.' })
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}
