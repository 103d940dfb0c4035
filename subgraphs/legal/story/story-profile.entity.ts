import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { GuardedRow, OwnedRow } from '../../../shared/database/rows';
import { tagEntity } from '../../../shared/database/tags';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';

/**
 * Behind each profile stands a living person. The organisation whose programme helped owns the row, which holds
 * neither a handle nor a source: with the lines of the document one could read their name.
 */
@Directive('@key(fields: "ref")')
@ObjectType({
  description:
    'The story of somebody a programme helped, without anything that names them. It has no source: the document beside it would.',
})
@Entity({ schema: 'legal', name: 'story_profile' })
export class StoryProfile extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `sto`.' })
  declare id: string;

  @Field(() => LocalizedText, { description: 'The story in a line.' })
  @Column('jsonb')
  label!: Translations;

  @Column('text', { nullable: true })
  nationality!: string | null;

  @Column('text', { name: 'lived_in' })
  livedIn!: string;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'The kind of work they did; null where it is not told.',
  })
  @Column('jsonb', { nullable: true })
  occupation!: Translations | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many children they provide for; null where it is not told.',
  })
  @Column('integer', { nullable: true })
  dependants!: number | null;

  @Field(() => LocalizedText, { description: 'What they were facing.' })
  @Column('jsonb')
  situation!: Translations;

  @Field(() => LocalizedText, { description: 'What came of it.' })
  @Column('jsonb')
  outcome!: Translations;

  @Column('text', { name: 'event_id', nullable: true })
  eventId!: string | null;
}

/** Lists of a profile: `needs` (codes of service categories) and `services` (ids). */
export const StoryProfileTag = tagEntity('legal', 'story_profile');

/** Where a story is written and how it was made anonymous. Never read by the hub: no role but the migrator's may. */
@Entity({ schema: 'legal', name: 'story_profile_source' })
export class StoryProfileSource extends GuardedRow {
  @PrimaryColumn('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('jsonb')
  sources!: SourceRecord[];

  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}
