import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

export enum IndicatorMeasure {
  UNIT = 'UNIT',
  PERCENTAGE = 'PERCENTAGE',
  NOMINAL = 'NOMINAL',
  ORDINAL = 'ORDINAL',
  QUALITATIVE = 'QUALITATIVE',
}
registerEnumType(IndicatorMeasure, {
  name: 'IndicatorMeasure',
  description: 'What kind of value an indicator has, by the names of IATI 2.03 (IndicatorMeasure).',
  valuesConfig: {
    UNIT: { description: 'So many of a unit.' },
    PERCENTAGE: { description: 'A share in percent.' },
    NOMINAL: { description: 'The number of a category; categories have no order.' },
    ORDINAL: { description: 'The number of a rank.' },
    QUALITATIVE: { description: 'No number: what is said in comments.' },
  },
});

/** `subjectId` is its campaign. */
@ObjectType({
  description:
    'What tells whether a campaign, or one of its results, gets where it wants to. What it counts, and whether it may be added up, stays as it was said first: figures and contributions rest on it.',
})
@Entity({ schema: 'campaigns', name: 'indicator' })
export class Indicator extends ChildRow {
  @Field(() => ID, { description: 'TypeID with the prefix `ind`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'result_id', nullable: true })
  resultId!: string | null;

  @Field(() => LocalizedText, { description: 'What is counted or observed.' })
  @Column('jsonb')
  title!: Translations;

  @Field(() => IndicatorMeasure, { description: 'What kind of value it has.' })
  @Column('text')
  measure!: IndicatorMeasure;

  @Column('text', { nullable: true })
  unit!: string | null;

  @Field({ description: 'True where more is better, false where less is.' })
  @Column('boolean')
  ascending!: boolean;

  @Field({
    description: 'False says “do not sum”: it is never added up with others. True for a UNIT only.',
  })
  @Column('boolean')
  aggregable!: boolean;

  @Column('numeric', { name: 'baseline_value', nullable: true })
  baselineValue!: string | null;

  @Column('integer', { name: 'baseline_year', nullable: true })
  baselineYear!: number | null;

  @Column('date', { name: 'baseline_on', nullable: true })
  baselineOn!: string | null;

  @Column('jsonb', { name: 'baseline_comment', nullable: true })
  baselineComment!: Translations | null;

  @Field(() => [SourceReference], { description: 'Where it is written; empty for what people said here.' })
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @Column('jsonb', { nullable: true })
  note!: Translations | null;

  @Field(() => Date, { nullable: true, description: 'When it was put away.' })
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Field(() => Int, {
    description:
      'Counts the changes to it and to its periods; what the mutations that change these want to be told.',
  })
  @Column('integer')
  version!: number;
}

/** That an indicator counts towards another one, which may be anybody's. */
@Entity({ schema: 'campaigns', name: 'indicator_link' })
export class IndicatorLink extends ChildRow {
  /** The one that it counts towards. */
  @PrimaryColumn('text', { name: 'indicator_id' })
  indicatorId!: string;
}
