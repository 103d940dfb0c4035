import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import { MeasureQualifier } from '../../../shared/figure/measure';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { Decimal } from './decimal';

/** `subjectId` is its period. */
@ObjectType({
  description:
    'What stood in the place of an actual figure until it was corrected after the end of its campaign.',
})
@Entity({ schema: 'campaigns', name: 'indicator_correction' })
export class IndicatorCorrection extends ChildRow {
  @Field(() => Decimal, { nullable: true, description: 'The number before; null where there was none.' })
  @Column('numeric', { nullable: true })
  value!: string | null;

  @Field(() => MeasureQualifier, { description: 'How exact it was.' })
  @Column('text')
  qualifier!: MeasureQualifier;

  @Field(() => LocalizedText, { description: 'Why it was corrected.' })
  @Column('jsonb')
  reason!: Translations;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz', { name: 'corrected_at' })
  correctedAt!: Date;
}
