import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

/** `id` is the person's: one row for each organisation that they serve. */
@Directive('@key(fields: "ref")')
@ObjectType({ description: 'A person of an organisation, as colleagues see them.' })
@Entity({ schema: 'members', name: 'colleague' })
export class Colleague extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `per`.' })
  declare id: string;

  @Field(() => LocalizedText, { description: 'Their name.' })
  @Column('jsonb')
  name!: Translations;

  @Field(() => Date, { description: 'Since when they are here.' })
  @Column('timestamptz', { name: 'joined_at' })
  joinedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When they left; null for those who are here.' })
  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;
}
