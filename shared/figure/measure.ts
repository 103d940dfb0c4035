import { GraphQLLocalDate } from 'graphql-scalars';
import {
  Directive,
  Field,
  FieldResolver,
  Float,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { type TermRecord, term } from '../taxonomy/term';
import { Term } from '../taxonomy/term.type';

/** How exact a number is. */
export enum MeasureQualifier {
  EXACT = 'EXACT',
  MORE_THAN = 'MORE_THAN',
  ALMOST = 'ALMOST',
  APPROXIMATE = 'APPROXIMATE',
}
registerEnumType(MeasureQualifier, {
  name: 'MeasureQualifier',
  description: 'How exact a number is, as its source words it (labels: taxonomy `qualifiers`).',
});

/** What a number rests on. */
export enum MeasureBasis {
  REPORTED = 'REPORTED',
  PLANNING_SHEET = 'PLANNING_SHEET',
  COMPUTED = 'COMPUTED',
}
registerEnumType(MeasureBasis, {
  name: 'MeasureBasis',
  description:
    'What a number rests on: reported as having happened, planned in a sheet that does not say whether it is done, or computed (labels: taxonomy `bases`).',
});

export interface MeasureRecord {
  readonly value: number | null;
  readonly unitCode: string;
  readonly qualifier: MeasureQualifier;
  readonly basis: MeasureBasis;
  readonly asOf: string | null;
  readonly suppressed: boolean;
}

@Directive('@shareable')
@ObjectType({ description: 'A number with what is needed to read it.' })
export class Measure {
  @Field(() => Float, { nullable: true, description: 'The number; null only when it is suppressed.' })
  value!: number | null;

  @Field(() => Term, { description: 'What is counted (`units`).' })
  unit!: TermRecord;

  @Field(() => MeasureQualifier, { description: 'How exact it is.' })
  qualifier!: MeasureQualifier;

  @Field(() => MeasureBasis, { description: 'What it rests on.' })
  basis!: MeasureBasis;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day that the number covers; null where the source gives none.',
  })
  asOf!: string | null;

  @Field({ description: 'True when the number is withheld because so few people stand behind it.' })
  suppressed!: boolean;
}

@Resolver(() => Measure)
export class MeasureResolver {
  @FieldResolver(() => Term)
  unit(@Root() measure: MeasureRecord): TermRecord {
    return term('units', measure.unitCode);
  }
}
