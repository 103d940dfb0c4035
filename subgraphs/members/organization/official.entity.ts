import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

@ObjectType({ description: 'Somebody in a public role; the only people the graph names.' })
@Entity({ schema: 'members', name: 'official' })
export class Official extends ChildRow {
  @Field(() => ID, { description: 'TypeID with the prefix `ofc`.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => LocalizedText, { description: 'Their name.' })
  @Column('jsonb')
  name!: Translations;

  @Field(() => LocalizedText, { description: 'The office they hold.' })
  @Column('jsonb')
  title!: Translations;

  @Field(() => [SourceReference], { description: 'Where it is written.' })
  @Column('jsonb')
  sources!: SourceRecord[];
}
