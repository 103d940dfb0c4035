import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { NeededFor } from '../../../shared/database/columns-asked';
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
  @NeededFor('slug')
  @Column('text')
  slug!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  @NeededFor('name')
  @Column('jsonb')
  name!: Translations;

  @Field(() => String, { nullable: true, description: 'Its acronym, as printed.' })
  @NeededFor('acronym')
  @Column('text', { nullable: true })
  acronym!: string | null;

  @NeededFor('kind')
  @Column('text')
  kind!: string;

  @NeededFor('role')
  @Column('text')
  role!: string;

  @NeededFor('place')
  @Column('text', { nullable: true })
  place!: string | null;

  @NeededFor('country')
  @Column('text', { nullable: true })
  country!: string | null;

  @Field(() => LocalizedText, { description: 'What it is, in a sentence.' })
  @NeededFor('description')
  @Column('jsonb')
  description!: Translations;

  @NeededFor('parent')
  @Column('text', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Field({ description: 'True for a group whose members the sources do not name.' })
  @NeededFor('collective')
  @Column('boolean')
  collective!: boolean;

  @NeededFor('establishment')
  @Column('text')
  establishment!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar year since which it works; null where the sources do not say.',
  })
  @NeededFor('activeSince')
  @Column('integer', { name: 'active_since', nullable: true })
  activeSince!: number | null;

  @Field(() => [SourceReference], { description: 'Where it is written about.' })
  @NeededFor('sources')
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @NeededFor('note')
  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}
