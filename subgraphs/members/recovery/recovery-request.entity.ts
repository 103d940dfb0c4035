import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description:
    'The coalition is asked to let somebody in again, or to find an organisation a new administrator.',
})
@Entity({ schema: 'members', name: 'recovery_request' })
export class RecoveryRequest {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `rcv`.' })
  @PrimaryColumn('text')
  id!: string;

  @Field({ description: 'LOST_FACTOR or LOST_ADMIN.' })
  @Column('text')
  kind!: string;

  @Field({ description: 'The e-mail address of whoever is to be let in.' })
  @Column('text')
  email!: string;

  @Column('text', { name: 'email_keys', array: true })
  emailKeys!: string[];

  @Field({ description: 'How it is known that the request is theirs.' })
  @Column('text')
  reason!: string;

  @Field({ description: 'PROPOSED, APPROVED or DISMISSED.' })
  @Column('text')
  state!: string;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Field(() => Date, { description: 'When it was asked for.' })
  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Field(() => Date, { description: 'From when on whoever asked may carry it out without a second person.' })
  @Column('timestamptz', { name: 'effective_at' })
  effectiveAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved or dismissed.' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'link_key', nullable: true })
  linkKey!: string | null;

  @Column('timestamptz', { name: 'link_expires_at', nullable: true })
  linkExpiresAt!: Date | null;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
