import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

/** Where a campaign is in its life. */
export enum CampaignStatus {
  PLANNED = 'PLANNED',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(CampaignStatus, {
  name: 'CampaignStatus',
  description: 'Where a campaign or programme is in its life.',
});

/**
 * Something an organisation fights for or runs: a campaign, a programme, a fund, an area of work. Who leads it owns
 * the row.
 */
@Directive('@key(fields: "ref")')
@ObjectType({
  description:
    'A campaign or programme that an organisation leads: a city action programme, a service programme, a fund, an area of activity or collaboration.',
})
@Entity({ schema: 'campaigns', name: 'campaign' })
export class Campaign extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `cmp`.' })
  declare id: string;

  @Field({ description: 'Readable handle, unique among the campaigns of its organisation.' })
  @Column('text')
  slug!: string;

  @Column('text')
  kind!: string;

  @Field(() => LocalizedText, { description: 'Its title.' })
  @Column('jsonb')
  title!: Translations;

  @Field(() => LocalizedText, { nullable: true, description: 'Its subtitle or motto, where it has one.' })
  @Column('jsonb', { nullable: true })
  subtitle!: Translations | null;

  @Field(() => String, { nullable: true, description: 'Its acronym, as printed.' })
  @Column('text', { nullable: true })
  acronym!: string | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What it is for; null where the source does not say.',
  })
  @Column('jsonb', { nullable: true })
  objective!: Translations | null;

  @Field(() => [SourceReference], {
    description: 'Where the objective is written; empty where there is none.',
  })
  @Column('jsonb', { name: 'objective_sources' })
  objectiveSources!: SourceRecord[];

  @Field(() => CampaignStatus, {
    nullable: true,
    description: 'Where it is in its life; null where the source does not say.',
  })
  @Column('text', { nullable: true })
  status!: CampaignStatus | null;

  @Column('text', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text', { name: 'column_reading' })
  columnReading!: string;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('jsonb', { name: 'period_label', nullable: true })
  periodLabel!: Translations | null;

  @Column('date', { name: 'period_start', nullable: true })
  periodStart!: string | null;

  @Column('date', { name: 'period_end', nullable: true })
  periodEnd!: string | null;

  /** The span that its document reports on, for campaigns without dates of their own. */
  @Column('date', { name: 'reported_start', nullable: true })
  reportedStart!: string | null;

  @Column('date', { name: 'reported_end', nullable: true })
  reportedEnd!: string | null;

  @Field(() => [SourceReference], { description: 'Where it is written about.' })
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @Column('jsonb', { nullable: true })
  note!: Translations | null;

  @Field(() => Int, { description: 'Counts its changes; what `campaignUpdate` wants to be told.' })
  @Column('integer')
  version!: number;
}
