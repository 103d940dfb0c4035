import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { SharingLevelName } from '../../../shared/permission/sharing-level.type';

export enum AgreementState {
  PROPOSED = 'PROPOSED',
  SIGNED = 'SIGNED',
  IN_FORCE = 'IN_FORCE',
  SUSPENDED = 'SUSPENDED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
  REPLACED = 'REPLACED',
}
registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: 'Where a version of an agreement is in its life, by the clock of the hub’s database.',
  valuesConfig: {
    PROPOSED: { description: 'Waits for the signature of the other party.' },
    SIGNED: { description: 'Both have signed; its first day is still to come.' },
    IN_FORCE: { description: 'Opens what it names.' },
    SUSPENDED: { description: 'Opens nothing until the party that suspended it resumes it.' },
    REVOKED: { description: 'Ended for good by one of the parties.' },
    EXPIRED: { description: 'Its last day has passed.' },
    REPLACED: { description: 'A later version has taken its place.' },
  },
});

/** One version of what two organisations open to each other. Who proposed a version owns its row. */
@ObjectType({
  description:
    'What two member organisations open to each other: a version of it. Its terms never change; a change is a new version that both sign. Its parties see it, and nobody else.',
})
@Entity({ schema: 'members', name: 'agreement' })
export class Agreement {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `agr`; the same for all versions.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Counts from 1.' })
  @PrimaryColumn('integer')
  version!: number;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  @Field(() => LocalizedText, { description: 'What it is for.' })
  @Column('jsonb')
  purpose!: Translations;

  @Field(() => [String], { description: 'The permission groups that it opens, such as `campaign.internal`.' })
  @Column('text', { array: true })
  groups!: string[];

  @Field(() => SharingLevelName, { description: 'The widest level of data that it opens.' })
  @Column('text', { name: 'maximum_level' })
  maximumLevel!: string;

  @Field(() => GraphQLLocalDate, { description: 'First day.' })
  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Last day.' })
  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Field(() => Date, { description: 'When the version was proposed.' })
  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'signed_by', nullable: true })
  signedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When its proposer signed it.' })
  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  @Column('text', { name: 'partner_signed_by', nullable: true })
  partnerSignedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the other party signed it.' })
  @Column('timestamptz', { name: 'partner_signed_at', nullable: true })
  partnerSignedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is suspended.' })
  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt!: Date | null;

  @Column('text', { name: 'suspended_by_organization', nullable: true })
  suspendedByOrganization!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('text', { name: 'revoked_by_organization', nullable: true })
  revokedByOrganization!: string | null;

  @Field(() => Date, { nullable: true, description: 'When a later version took its place.' })
  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt!: Date | null;
}

/** A version as it is read: with the state that the database's clock gives it. */
export type AgreementRow = Agreement & { readonly state: AgreementState };
