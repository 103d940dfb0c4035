import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';

/** That somebody signed. The organisation that brought the person owns it. */
@ObjectType({
  description: 'What one has signed oneself, as the private link shows it.',
})
@Entity({ schema: 'campaigns', name: 'signing' })
export class Signing extends OwnedRow {
  @Column('text', { name: 'lead_id' })
  leadId!: string;

  @Column('text', { name: 'call_id' })
  callId!: string;

  @Column('text', { name: 'person_key' })
  personKey!: string;

  @Column('text', { name: 'link_key' })
  linkKey!: string;

  @Field(() => Date, { description: 'When it was signed.' })
  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was confirmed by the private link.' })
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  /** Set for the rest of the day on which it was withdrawn; then the row goes. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}

/** What one organisation may know of who signed; name, address, place and comment are sealed. */
@ObjectType({
  description:
    'Somebody who signed and agreed that one’s own organisation knows it and may answer. Other organisations see nothing of it, also those that bring the same call.',
})
@Entity({ schema: 'campaigns', name: 'signature' })
export class Signature {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `sig`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'bringer_id' })
  bringerId!: string;

  @Column('text', { name: 'signing_id' })
  signingId!: string;

  @Column('text', { name: 'lead_id' })
  leadId!: string;

  @Column('text', { name: 'call_id' })
  callId!: string;

  @Column('date', { name: 'contacts_until' })
  contactsUntil!: string;

  @Column('text', { name: 'person_key' })
  personKey!: string;

  @Column('text', { name: 'link_key' })
  linkKey!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Field({ description: 'BCP 47 tag of the language in which the person wants to be answered.' })
  @Column('text')
  language!: string;

  @Field({ description: 'The version of the text on consent that the person agreed to.' })
  @Column('text', { name: 'consent_version' })
  consentVersion!: string;

  @Field(() => Date, { description: 'When it was signed.' })
  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;
}
