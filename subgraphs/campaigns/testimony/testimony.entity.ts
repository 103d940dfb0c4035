import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow, OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

export enum TestimonyState {
  DRAFT = 'DRAFT',
  APPROVED = 'APPROVED',
  DELIVERED = 'DELIVERED',
}

@ObjectType({
  description: 'What an organisation says to a legislature about bills. A draft is for its own people alone.',
})
@Entity({ schema: 'campaigns', name: 'testimony' })
export class Testimony extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `tst`.' })
  declare id: string;

  @Field(() => Int, { description: 'Counts its changes, from 1.' })
  @Column('integer')
  version!: number;

  @Column('text')
  state!: TestimonyState;

  @Field(() => LocalizedText, { description: 'What it says, in each language in which it is given.' })
  @Column('jsonb')
  text!: Translations;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was approved.' })
  @Column('date', { name: 'approved_on', nullable: true })
  approvedOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was delivered.' })
  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn!: string | null;
}

/** A bill that a testimony is about. The bill is the coalition's: no key points at it. */
@Entity({ schema: 'campaigns', name: 'testimony_bill' })
export class TestimonyBill extends ChildRow {
  @PrimaryColumn('text', { name: 'bill_id' })
  billId!: string;
}
