import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';

@ObjectType({
  description:
    'One thing an organisation says about itself: a goal, a challenge, an impact it seeks, what its members do, what donations pay for, a plan.',
})
@Entity({ schema: 'members', name: 'strategy_item' })
export class StrategyItem extends ChildRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  /** Taxonomy list and code of what is said. */
  @Column('text')
  list!: string;

  @Column('text')
  code!: string;
}
