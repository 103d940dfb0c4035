import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description: 'A role that opens client files or other people’s rights, and waits for a second person.',
})
@Entity({ schema: 'members', name: 'role_proposal' })
export class RoleProposal {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `rpr`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Field({ description: 'ORG_ADMIN or CASEWORKER.' })
  @Column('text')
  role!: string;

  @Field({ description: 'PROPOSED, APPROVED or DISMISSED.' })
  @Column('text')
  state!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Field(() => Date, { description: 'When it was proposed.' })
  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'Where nobody else could approve: from when on the proposer may apply it; everybody concerned has been told.',
  })
  @Column('timestamptz', { name: 'effective_at', nullable: true })
  effectiveAt!: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved or dismissed.' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
