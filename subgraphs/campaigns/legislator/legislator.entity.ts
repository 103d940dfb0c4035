import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';

@ObjectType({ description: 'Somebody who votes on bills. Named as in Open Civic Data.' })
@Entity({ schema: 'campaigns', name: 'legislator' })
export class Legislator extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `leg`.' })
  declare id: string;

  @Field({ description: 'The Open Civic Data id, `ocd-person/…`.' })
  @Column('text', { name: 'ocd_id' })
  ocdId!: string;

  @Column('text', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @Field({ description: 'The name, as the legislature writes it.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'The party, as the source names it.' })
  @Column('text', { nullable: true })
  party!: string | null;

  @Column('text', { nullable: true })
  chamber!: string | null;

  @Field(() => String, { nullable: true, description: 'The district, as the source names it.' })
  @Column('text', { nullable: true })
  district!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the source was read.' })
  @Column('timestamptz', { name: 'as_of', nullable: true })
  asOf!: Date | null;
}
