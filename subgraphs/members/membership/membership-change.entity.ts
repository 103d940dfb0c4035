import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description:
    'A decision about a membership. The organisation’s own people and the coalition’s staff see it.',
})
@Entity({ schema: 'members', name: 'membership_change' })
export class MembershipChange {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `mch`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('text')
  status!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who decided.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => ID, { description: 'The person who decided.' })
  @Column('text', { name: 'decided_by' })
  decidedBy!: string;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz')
  at!: Date;
}
