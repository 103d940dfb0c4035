import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { NeededFor } from '../../../shared/database/columns-asked';
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
  @NeededFor('slug')
  @Column('text')
  slug!: string;

  @NeededFor('kind')
  @Column('text')
  kind!: string;

  @Field(() => LocalizedText, { description: 'Its title.' })
  @NeededFor('title')
  @Column('jsonb')
  title!: Translations;

  @Field(() => LocalizedText, { nullable: true, description: 'Its subtitle or motto, where it has one.' })
  @NeededFor('subtitle')
  @Column('jsonb', { nullable: true })
  subtitle!: Translations | null;

  @Field(() => String, { nullable: true, description: 'Its acronym, as printed.' })
  @NeededFor('acronym')
  @Column('text', { nullable: true })
  acronym!: string | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What it is for; null where the source does not say.',
  })
  @NeededFor('objective')
  @Column('jsonb', { nullable: true })
  objective!: Translations | null;

  @Field(() => [SourceReference], {
    description: 'Where the objective is written; empty where there is none.',
  })
  @NeededFor('objectiveSources')
  @Column('jsonb', { name: 'objective_sources' })
  objectiveSources!: SourceRecord[];

  @Field(() => CampaignStatus, {
    nullable: true,
    description: 'Where it is in its life; null where the source does not say.',
  })
  @NeededFor('status', 'credits')
  @Column('text', { nullable: true })
  status!: CampaignStatus | null;

  @NeededFor('parent')
  @Column('text', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @NeededFor('columnReading')
  @Column('text', { name: 'column_reading' })
  columnReading!: string;

  @NeededFor('country')
  @Column('text', { nullable: true })
  country!: string | null;

  @NeededFor('period')
  @Column('jsonb', { name: 'period_label', nullable: true })
  periodLabel!: Translations | null;

  @NeededFor('period')
  @Column('date', { name: 'period_start', nullable: true })
  periodStart!: string | null;

  @NeededFor('period')
  @Column('date', { name: 'period_end', nullable: true })
  periodEnd!: string | null;

  /** The span that its document reports on, for campaigns without dates of their own. */
  @NeededFor()
  @Column('date', { name: 'reported_start', nullable: true })
  reportedStart!: string | null;

  @NeededFor()
  @Column('date', { name: 'reported_end', nullable: true })
  reportedEnd!: string | null;

  @Field(() => [SourceReference], { description: 'Where it is written about.' })
  @NeededFor('sources')
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @NeededFor('note')
  @Column('jsonb', { nullable: true })
  note!: Translations | null;

  @Field(() => Int, { description: 'Counts its changes; what `campaignUpdate` wants to be told.' })
  @Column('integer')
  version!: number;
}
