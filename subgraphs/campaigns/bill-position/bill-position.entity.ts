import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

export enum BillStance {
  SUPPORT = 'SUPPORT',
  OPPOSE = 'OPPOSE',
  NEUTRAL = 'NEUTRAL',
  MONITOR = 'MONITOR',
  NO_POSITION = 'NO_POSITION',
}
registerEnumType(BillStance, {
  name: 'BillStance',
  description:
    'What an organisation thinks of a bill (taxonomy `billStances`). UN bodies and other intergovernmental organisations, consulates, national agencies and legislative bodies neither support nor oppose.',
});

/** One version of what an organisation thinks of a bill; the latest is the one that is not replaced. */
@ObjectType({
  description: 'What an organisation thinks of a bill. A change is a new version; what was stays.',
})
@Entity({ schema: 'campaigns', name: 'bill_position' })
export class BillPosition extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `pos`, of this version.' })
  declare id: string;

  @Column('text', { name: 'bill_id' })
  billId!: string;

  @Field(() => Int, { description: 'Counts from 1 for each organisation and bill.' })
  @Column('integer')
  version!: number;

  @Column('text')
  stance!: string;

  @Field(() => LocalizedText, { description: 'Why.' })
  @Column('jsonb')
  reason!: Translations;

  @Field(() => GraphQLLocalDate, { description: 'First day on which it is in force.' })
  @Column('date', { name: 'taken_on' })
  takenOn!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day from which the next version is in force; null for the present one.',
  })
  @Column('date', { name: 'replaced_on', nullable: true })
  replacedOn!: string | null;
}
