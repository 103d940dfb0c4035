import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

/**
 * A member organisation, which keeps its own row, or a directory entry that the coalition keeps about another one.
 * The spine of the graph: the other subgraphs add their fields to this type.
 */
@Directive('@key(fields: "ref")')
@ObjectType({
  description:
    'An organisation: a member of the coalition, or one that the coalition keeps in its directory.',
})
@Entity({ schema: 'members', name: 'organization' })
export class Organization extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `org`.' })
  declare id: string;

  @Field({ description: 'Readable handle, unique among the entries of its keeper.' })
  @Column('text')
  slug!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  @Column('jsonb')
  name!: Translations;

  @Field(() => String, { nullable: true, description: 'Its acronym, as printed.' })
  @Column('text', { nullable: true })
  acronym!: string | null;

  @Column('text')
  kind!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Field(() => LocalizedText, { description: 'What it is, in a sentence.' })
  @Column('jsonb')
  description!: Translations;

  @Column('text', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Field({ description: 'True for a group whose members the sources do not name.' })
  @Column('boolean')
  collective!: boolean;

  @Column('text')
  establishment!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar year since which it works; null where the sources do not say.',
  })
  @Column('integer', { name: 'active_since', nullable: true })
  activeSince!: number | null;

  @Field(() => [SourceReference], { description: 'Where it is written about.' })
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}
