import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { NeededFor } from '../../../shared/database/columns-asked';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';
import { CampaignLine } from '../activity/campaign-line';

export enum ResultType {
  OUTPUT = 'OUTPUT',
  OUTCOME = 'OUTCOME',
  IMPACT = 'IMPACT',
}
registerEnumType(ResultType, {
  name: 'ResultType',
  description: 'How far a result reaches, by the names of IATI 2.03 (ResultType).',
  valuesConfig: {
    OUTPUT: { description: 'What the activities themselves produce.' },
    OUTCOME: { description: 'What follows from that for people and institutions.' },
    IMPACT: { description: 'What changes in the long run.' },
  },
});

@ObjectType({ description: 'What came, or is to come, of a campaign or programme.' })
@Entity({ schema: 'campaigns', name: 'result' })
export class Result extends CampaignLine {
  @Field(() => ID, { description: 'TypeID with the prefix `res`.' })
  declare id: string;

  @Field(() => ResultType, {
    nullable: true,
    description: 'How far it reaches; null where the source does not say.',
  })
  @Column('text', { nullable: true })
  type!: ResultType | null;

  @Field(() => LocalizedText, { description: 'What is reached.' })
  @NeededFor('description')
  @Column('jsonb')
  description!: Translations;

  @Field(() => [SourceReference], { description: 'Where it is written.' })
  @NeededFor('sources')
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @NeededFor('note')
  @Column('jsonb', { nullable: true })
  note!: Translations | null;

  @Field(() => Date, { nullable: true, description: 'When it was put away.' })
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; what `resultUpdate` wants to be told.' })
  @NeededFor('version')
  @Column('integer')
  version!: number;
}
