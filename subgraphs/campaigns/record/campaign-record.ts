import { Field, Int, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

/** What an organisation keeps on record for a campaign of its own, a bill, or neither: the parts that all kinds have. */
@ObjectType()
export abstract class CampaignRecord extends OwnedRow {
  @Field(() => LocalizedText, { description: 'What it is called.' })
  @Column('jsonb')
  title!: Translations;

  @Column('text', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  /** How far that campaign is shared: nothing about it is shared further. Follows the campaign. */
  @Column('text', { name: 'campaign_level', nullable: true })
  campaignLevel!: string | null;

  @Column('text', { name: 'bill_id', nullable: true })
  billId!: string | null;

  @Field(() => [String], { description: 'Where it can be read, seen or heard: `http` or `https` URLs.' })
  @Column('text', { array: true })
  links!: string[];

  @Field(() => Date, { nullable: true, description: 'When it was put away.' })
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; what its update wants to be told.' })
  @Column('integer')
  version!: number;
}
