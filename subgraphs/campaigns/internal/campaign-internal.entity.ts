import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

/** `id` is the campaign's own: one row each, with a level of its own, reached through the campaign only. */
@ObjectType({
  description:
    'What a campaign keeps to those who run it. Other organisations read it under a sharing agreement only, and every read is logged.',
})
@Entity({ schema: 'campaigns', name: 'campaign_internal' })
export class CampaignInternal extends OwnedRow {
  @Field(() => LocalizedText, { nullable: true, description: 'How the campaign means to reach its aim.' })
  @Column('jsonb', { nullable: true })
  strategy!: Translations | null;

  @Field(() => LocalizedText, { nullable: true, description: 'Notes on its money.' })
  @Column('jsonb', { name: 'budget_notes', nullable: true })
  budgetNotes!: Translations | null;

  @Field({ description: 'How far it is shared: PRIVATE, AGGREGATE_ONLY, COALITION_SUMMARY or COALITION.' })
  declare sharingLevel: string;
}
