import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { CampaignRecord } from '../record/campaign-record';
import type { RecordKind } from '../record/write-record';

export enum PublicationKind {
  RESEARCH = 'RESEARCH',
  DATA_BRIEF = 'DATA_BRIEF',
  TOOLKIT = 'TOOLKIT',
  POLICY_PAPER = 'POLICY_PAPER',
  REPORT = 'REPORT',
}
registerEnumType(PublicationKind, {
  name: 'PublicationKind',
  description: 'What kind of publication it is.',
  valuesConfig: {
    RESEARCH: { description: 'A study.' },
    DATA_BRIEF: { description: 'Figures, and what they say, on a few pages.' },
    TOOLKIT: { description: 'How others can do it.' },
    POLICY_PAPER: { description: 'What should be done, and why.' },
    REPORT: { description: 'What was done.' },
  },
});

@ObjectType({ description: 'What an organisation publishes: research, a data brief, a toolkit.' })
@Entity({ schema: 'campaigns', name: 'publication' })
export class Publication extends CampaignRecord {
  @Field(() => ID, { description: 'TypeID with the prefix `pub`.' })
  declare id: string;

  @Field(() => PublicationKind, { description: 'What kind of publication it is.' })
  @Column('text')
  kind!: PublicationKind;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it came out.' })
  @Column('date', { name: 'published_on' })
  publishedOn!: string;

  @Field(() => LocalizedText, { nullable: true, description: 'What it says, in short.' })
  @Column('jsonb', { nullable: true })
  summary!: Translations | null;

  @Field(() => [String], { description: 'BCP 47 tags of the languages that it can be read in.' })
  @Column('text', { array: true })
  languages!: string[];
}

export const publications: RecordKind<Publication> = {
  kind: 'Publication',
  entity: Publication,
  field: 'publication',
};
