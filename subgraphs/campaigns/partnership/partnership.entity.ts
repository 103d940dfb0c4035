import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

export enum PartnershipState {
  INVITED = 'INVITED',
  JOINED = 'JOINED',
  DECLINED = 'DECLINED',
  LEFT = 'LEFT',
  REMOVED = 'REMOVED',
}
registerEnumType(PartnershipState, {
  name: 'PartnershipState',
  description: 'Where a working partnership is in its life.',
  valuesConfig: {
    INVITED: { description: 'Waits for the answer of the organisation that was invited.' },
    JOINED: { description: 'It works on the campaign, and reads what the campaign keeps to itself.' },
    DECLINED: { description: 'It did not want to.' },
    LEFT: { description: 'It worked on the campaign until it left.' },
    REMOVED: { description: 'The lead took the invitation back, or ended the partnership.' },
  },
});

/** The lead of the campaign owns the row; the organisation that it invites is party to it. */
@ObjectType({
  description:
    'A working partnership: an organisation that is invited to work on a campaign of another one, and its answer. Both of them see it, and nobody else.',
})
@Entity({ schema: 'campaigns', name: 'campaign_partnership' })
export class CampaignPartnership {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `cpa`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'campaign_id' })
  campaignId!: string;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  @Field(() => PartnershipState, { description: 'Where it is in its life.' })
  @Column('text')
  state!: PartnershipState;

  @Field(() => LocalizedText, { nullable: true, description: 'What the lead wrote with the invitation.' })
  @Column('jsonb', { nullable: true })
  message!: Translations | null;

  @Field(() => Date, { description: 'When it was invited.' })
  @Column('timestamptz', { name: 'invited_at' })
  invitedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it joined or declined.' })
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it left or was removed.' })
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
