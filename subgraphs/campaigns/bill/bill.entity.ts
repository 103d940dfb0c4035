import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { tagEntity } from '../../../shared/database/tags';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SponsorshipRecord, VersionRecord } from './bill-parts.type';

/** A bill, named as in Open Civic Data. The coalition owns its row, whoever entered it. */
@ObjectType({ description: 'A bill or resolution of a legislature. Named as in Open Civic Data.' })
@Entity({ schema: 'campaigns', name: 'bill' })
export class Bill extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `bil`.' })
  declare id: string;

  @Column('text', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @Field({ description: 'The legislative session, by the identifier that its jurisdiction uses.' })
  @Column('text', { name: 'legislative_session' })
  legislativeSession!: string;

  @Field({ description: 'What the legislature calls it, such as `HB 74`.' })
  @Column('text')
  identifier!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its Open Civic Data id, `ocd-bill/…`; null until it is imported.',
  })
  @Column('text', { name: 'ocd_id', nullable: true })
  ocdId!: string | null;

  @Field(() => LocalizedText, { description: 'Its title.' })
  @Column('jsonb')
  title!: Translations;

  @Column('text', { nullable: true })
  chamber!: string | null;

  @Column('text', { array: true })
  classification!: string[];

  @Column('jsonb')
  versions!: VersionRecord[];

  @Column('jsonb')
  sponsorships!: SponsorshipRecord[];

  @Field(() => String, { nullable: true, description: 'Where its source shows it.' })
  @Column('text', { name: 'source_url', nullable: true })
  sourceUrl!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the source was read that it comes from; null where people entered it here.',
  })
  @Column('timestamptz', { name: 'as_of', nullable: true })
  asOf!: Date | null;

  @Column('text', { name: 'content_hash', nullable: true })
  contentHash!: string | null;

  @Field(() => Int, {
    description: 'Counts its changes, those by imports too; what `billUpdate` wants to be told.',
  })
  @Column('integer')
  version!: number;
}

/** What a bill is about, in the words of its legislature (list `subjects`). */
export const BillTag = tagEntity('campaigns', 'bill');
