import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description:
    'One thing an organisation says about itself: a goal, a challenge, an impact it seeks, what its members do, what donations pay for, a plan.',
})
@Entity({ schema: 'members', name: 'strategy_item' })
export class StrategyItem {
  @PrimaryColumn('text')
  id!: string;

  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'sharing_level' })
  sharingLevel!: string;

  /** The organisation that says so. */
  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  kind!: string;

  /** Taxonomy list and code of what is said. */
  @Column('text')
  list!: string;

  @Column('text')
  code!: string;
}
