import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A sign-in of one’s own: a device that has tokens.' })
@Entity({ schema: 'members', name: 'sign_in' })
export class SignIn {
  @Field(() => ID, { description: 'TypeID with the prefix `sgn`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'organization_id' })
  organizationId!: string;

  /** Which refresh token is the last; see `tokens.ts`. */
  @Column('integer')
  generation!: number;

  @Field(() => Date, { description: 'When it began.' })
  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Field(() => Date, { description: 'When it last got new tokens.' })
  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt!: Date;

  @Field(() => Date, { description: 'When it ends in any case.' })
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'second_factor_at', nullable: true })
  secondFactorAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: string | null;
}
