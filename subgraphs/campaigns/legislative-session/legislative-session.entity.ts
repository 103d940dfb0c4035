import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

@ObjectType({ description: 'A session of a legislature. Named as in Open Civic Data.' })
@Entity({ schema: 'campaigns', name: 'legislative_session' })
export class LegislativeSession extends ChildRow {
  @Field({ description: 'What its jurisdiction calls it in identifiers, such as `2026`.' })
  @PrimaryColumn('text')
  identifier!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  @Column('jsonb')
  name!: Translations;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day.' })
  @Column('date', { name: 'start_date', nullable: true })
  startDate!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day.' })
  @Column('date', { name: 'end_date', nullable: true })
  endDate!: string | null;
}
