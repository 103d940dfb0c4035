import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description: 'An invitation to serve an organisation; whoever has its link may take it up, once.',
})
@Entity({ schema: 'members', name: 'invitation' })
export class Invitation {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `inv`.' })
  @PrimaryColumn('text')
  id!: string;

  @Field({ description: 'The e-mail address that the account will have.' })
  @Column('text')
  email!: string;

  @Field(() => [String], {
    description:
      'Roles it leads to: ordinary ones at once, ORG_ADMIN and CASEWORKER once a second person approves.',
  })
  @Column('text', { array: true })
  roles!: string[];

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language to write to them in.' })
  @Column('text', { nullable: true })
  language!: string | null;

  @Field({
    description: 'Whether it is for an organisation’s first administrator, who needs nobody’s approval.',
  })
  @Column('boolean', { name: 'first_admin' })
  firstAdmin!: boolean;

  /** The recovery that it follows from. */
  @Column('text', { name: 'recovery_id', nullable: true })
  recoveryId!: string | null;

  /** Keyed hash of the link. */
  @Column('text', { name: 'link_key' })
  linkKey!: string;

  @Column('text', { name: 'invited_by', nullable: true })
  invitedBy!: string | null;

  @Field(() => Date, { description: 'When it was written.' })
  @Column('timestamptz', { name: 'invited_at' })
  invitedAt!: Date;

  @Field(() => Date, { description: 'Until when it can be taken up.' })
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @Column('text', { name: 'accepted_by', nullable: true })
  acceptedBy!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
