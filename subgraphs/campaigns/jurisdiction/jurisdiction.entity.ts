import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

@ObjectType({
  description: 'Where bills become law: a state, a city, a country. Named as in Open Civic Data.',
})
@Entity({ schema: 'campaigns', name: 'jurisdiction' })
export class Jurisdiction extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `jur`.' })
  declare id: string;

  @Field({ description: 'Its Open Civic Data id, `ocd-jurisdiction/…`.' })
  @Column('text', { name: 'ocd_id' })
  ocdId!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  @Column('jsonb')
  name!: Translations;

  @Column('text')
  classification!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the source was read that it comes from; null where people entered it here.',
  })
  @Column('timestamptz', { name: 'as_of', nullable: true })
  asOf!: Date | null;
}
