import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { Decimal } from './decimal';

@ObjectType({ description: 'Where an indicator stood before the campaign did anything about it.' })
export class IndicatorBaseline {
  @Field(() => Decimal, {
    nullable: true,
    description: 'The number, in the unit of the indicator; null where there is none.',
  })
  value!: string | null;

  @Field(() => Int, { description: 'The year that it is of.' })
  year!: number;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day, where it is known.' })
  date!: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What there is to say to it.' })
  comment!: Translations | null;
}
