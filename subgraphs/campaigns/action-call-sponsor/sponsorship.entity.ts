import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';

export enum SponsorshipState {
  INVITED = 'INVITED',
  JOINED = 'JOINED',
  ENDED = 'ENDED',
}
registerEnumType(SponsorshipState, {
  name: 'SponsorshipState',
  description: 'Where an invitation to bring a call to action together is in its life.',
  valuesConfig: {
    INVITED: { description: 'Waits for the answer of the organisation that was invited.' },
    JOINED: { description: 'It brings the call, and is named with it.' },
    ENDED: { description: 'It was declined or taken back, or the organisation brings the call no more.' },
  },
});

/** The lead of the call owns the row; the organisation that it invites is party to it. */
@ObjectType({
  description:
    'An organisation that is invited to bring a call to action together with its lead, and its answer. Both of them see it, and nobody else.',
})
@Entity({ schema: 'campaigns', name: 'action_call_sponsorship' })
export class ActionCallSponsorship {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `spo`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'call_id' })
  callId!: string;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  @Field(() => SponsorshipState, { description: 'Where it is in its life.' })
  @Column('text')
  state!: SponsorshipState;

  @Field(() => Date, { description: 'When it was invited.' })
  @Column('timestamptz', { name: 'invited_at' })
  invitedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it joined.' })
  @Column('timestamptz', { name: 'joined_at', nullable: true })
  joinedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** An organisation that brings a call besides its lead. */
@Entity({ schema: 'campaigns', name: 'action_call_sponsor' })
export class ActionCallSponsor extends ChildRow {
  @PrimaryColumn('text', { name: 'sponsor_id' })
  sponsorId!: string;
}
