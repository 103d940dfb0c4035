import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'Something that a person should know before it happens.' })
@Entity({ schema: 'members', name: 'notice' })
export class Notice {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Field({
    description:
      'ROLE_PROPOSED: somebody is to get a role without a second approver, once the time has passed. RECOVERY_REQUESTED: the coalition was asked to let somebody in again.',
  })
  @Column('text')
  kind!: string;

  @Column('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => String, { nullable: true, description: 'Whom it is about: a name, or an e-mail address.' })
  @Column('text', { nullable: true })
  about!: string | null;

  @Field(() => String, { nullable: true, description: 'The role it is about.' })
  @Column('text', { nullable: true })
  role!: string | null;

  @Field(() => Date, { nullable: true, description: 'From when on it may happen.' })
  @Column('timestamptz', { name: 'effective_at', nullable: true })
  effectiveAt!: Date | null;

  @Field(() => Date, { description: 'When it was written.' })
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { name: 'dismissed_at', nullable: true })
  dismissedAt!: Date | null;
}
