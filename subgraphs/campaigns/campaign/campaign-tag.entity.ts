import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Vocabularies of which a campaign has several terms. */
export const tagLists = [
  'sdgTargets',
  'themes',
  'governmentLevels',
  'collaborationKinds',
  'audiences',
  'places',
  'instruments',
] as const;
export type TagList = (typeof tagLists)[number];

/** One term of one campaign. A table of its own, because row-level security can use its index and not an array's. */
@Entity({ schema: 'campaigns', name: 'campaign_tag' })
export class CampaignTag {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'sharing_level' })
  sharingLevel!: string;

  /** The campaign. */
  @PrimaryColumn('text', { name: 'subject_id' })
  subjectId!: string;

  @PrimaryColumn('text')
  list!: TagList;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;
}
