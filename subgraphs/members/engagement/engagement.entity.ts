import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

@ObjectType({
  description:
    'How an organisation works with stakeholders: government, companies, international bodies, media, donors.',
})
@Entity({ schema: 'members', name: 'engagement' })
export class Engagement extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `eng`.' })
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  kind!: string | null;

  /** Taxonomy code of stakeholders that the source does not name. */
  @Column('text', { name: 'stakeholder_group', nullable: true })
  stakeholderGroup!: string | null;

  @Column('text', { name: 'stakeholder_ids', array: true })
  stakeholderIds!: string[];

  /** A plain column: an engagement is never shared wider than a campaign, so the link needs no level of its own. */
  @Column('text', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Field(() => [SourceReference], { description: 'Where it is written.' })
  @Column('jsonb')
  sources!: SourceRecord[];
}
