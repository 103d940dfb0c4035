import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';

/** `id` is the organisation's own: one row each. */
@ObjectType({ description: 'How an organisation stands to the coalition.' })
@Entity({ schema: 'members', name: 'membership' })
export class Membership extends OwnedRow {
  @Column('text')
  status!: string;

  @Field(() => Date, { description: 'Since when.' })
  @Column('timestamptz')
  since!: Date;
}
