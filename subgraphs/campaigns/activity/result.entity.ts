import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureBasis, MeasureQualifier } from '../../../shared/figure/measure';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

@ObjectType({ description: 'What came, or is to come, of a campaign or programme.' })
@Entity({ schema: 'campaigns', name: 'result' })
export class Result {
  @Field(() => ID, { description: 'TypeID with the prefix `res`.' })
  @PrimaryColumn('text')
  id!: string;

  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'sharing_level' })
  sharingLevel!: string;

  /** The campaign. */
  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('integer')
  position!: number;

  @Field(() => LocalizedText, { description: 'What is reached.' })
  @Column('jsonb')
  description!: Translations;

  @Column('float8', { nullable: true })
  quantity!: number | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  @Column('text', { nullable: true })
  qualifier!: MeasureQualifier | null;

  @Column('text', { nullable: true })
  basis!: MeasureBasis | null;

  @Column('date', { name: 'as_of', nullable: true })
  asOf!: string | null;

  @Field(() => [SourceReference], { description: 'Where it is written.' })
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}
