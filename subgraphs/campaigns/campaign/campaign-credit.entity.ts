import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CreditRole = 'PARTNER' | 'FUNDER';

/** An organisation that the source credits with a part in a campaign. Public credit, not a working partnership. */
@Entity({ schema: 'campaigns', name: 'campaign_credit' })
export class CampaignCredit {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'sharing_level' })
  sharingLevel!: string;

  /** The campaign. */
  @PrimaryColumn('text', { name: 'subject_id' })
  subjectId!: string;

  @PrimaryColumn('text')
  role!: CreditRole;

  /** The organisation that is credited. */
  @PrimaryColumn('text', { name: 'credited_id' })
  creditedId!: string;

  @Column('integer')
  position!: number;
}
