import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description:
    'That somebody follows a campaign, a bill or a legislator. For the follower alone, and the admins of the organisation.',
})
@Entity({ schema: 'campaigns', name: 'follow' })
export class Follow {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `fol`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'follower_id' })
  followerId!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Field(() => Date, { description: 'Since when.' })
  @Column('timestamptz', { name: 'followed_at' })
  followedAt!: Date;

  /** With `sequence` how far its follower has acknowledged: compared in SQL only, and too large for JavaScript's numbers. */
  @Column('bigint')
  horizon!: string;

  @Column('bigint')
  sequence!: string;
}
