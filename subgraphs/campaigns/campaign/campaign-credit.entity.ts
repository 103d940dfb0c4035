import { Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';

export type CreditRole = 'PARTNER' | 'FUNDER';

/** An organisation that the source credits with a part in a campaign. Public credit, not a working partnership. */
@Entity({ schema: 'campaigns', name: 'campaign_credit' })
export class CampaignCredit extends ChildRow {
  @PrimaryColumn('text')
  role!: CreditRole;

  /** The organisation that is credited. */
  @PrimaryColumn('text', { name: 'credited_id' })
  creditedId!: string;
}
