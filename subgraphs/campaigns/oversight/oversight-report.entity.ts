import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { CampaignRecord } from '../record/campaign-record';
import type { RecordKind } from '../record/write-record';

@ObjectType({
  description:
    'What an organisation found when it watched something that a government does, and what it asks next.',
})
@Entity({ schema: 'campaigns', name: 'oversight_report' })
export class OversightReport extends CampaignRecord {
  @Field(() => ID, { description: 'TypeID with the prefix `ovr`.' })
  declare id: string;

  @Field(() => LocalizedText, { description: 'What the government did, or did not do.' })
  @Column('jsonb', { name: 'government_action' })
  governmentAction!: Translations;

  @Field(() => LocalizedText, { description: 'What was found.' })
  @Column('jsonb')
  finding!: Translations;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was found.' })
  @Column('date', { name: 'found_on' })
  foundOn!: string;

  @Field(() => LocalizedText, { nullable: true, description: 'What the government answered.' })
  @Column('jsonb', { nullable: true })
  response!: Translations | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which to look at it again; null where nothing is left to do.',
  })
  @Column('date', { name: 'follow_up_on', nullable: true })
  followUpOn!: string | null;
}

export const oversightReports: RecordKind<OversightReport> = {
  kind: 'OversightReport',
  entity: OversightReport,
  field: 'oversightReport',
};
