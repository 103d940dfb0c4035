import { Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { memberList } from '../../../shared/figure/figure-member';
import { MeasureQualifier } from '../../../shared/figure/measure';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import { type TermRecord, term, termOrNull } from '../../../shared/taxonomy/term';
import { Place, Term } from '../../../shared/taxonomy/term.type';
import { Decimal } from './decimal';
import type { DocumentRecord, IndicatorPeriod, PartRecord } from './indicator-period.entity';

@ObjectType({ description: 'A document behind a figure.' })
export class IndicatorDocument {
  @Field(() => LocalizedText, { description: 'What it is called.' })
  title!: Translations;

  @Field({ description: 'Where it is: an address that begins with `https:` or `http:`.' })
  url!: string;

  @Field({ description: 'The language that it is written in, as a BCP 47 tag.' })
  language!: string;
}

@ObjectType({ description: 'What of a figure falls to one category of a dimension.' })
export class IndicatorPart {
  @Field(() => Decimal, { description: 'In the unit of the indicator.' })
  value!: string;
}

/** A target or an actual figure, taken out of the period that it stands in. */
@ObjectType({ description: 'A target, or what was reached, with what is needed to read it.' })
export class IndicatorFigure {
  @Field(() => Decimal, {
    nullable: true,
    description: 'The number, in the unit of the indicator; null where there is none.',
  })
  value!: string | null;

  @Field(() => MeasureQualifier, { description: 'How exact the number is.' })
  qualifier!: MeasureQualifier;

  @Field(() => LocalizedText, { nullable: true, description: 'What people say to it.' })
  comment!: Translations | null;

  place!: string | null;

  @Field(() => [IndicatorDocument], { description: 'Documents that it rests on.' })
  documents!: DocumentRecord[];

  @Field(() => [IndicatorPart], {
    description:
      'How it splits. The exact number of an indicator that may be added up equals the sum of its parts, in each dimension.',
  })
  parts!: PartRecord[];

  @Field({ description: 'True where there are parts, but nobody gave the whole.' })
  lacksTotal!: boolean;
}

export type Side = 'target' | 'actual';

/** One side of a period; null where nobody said anything about it. */
export function figureOf(period: IndicatorPeriod, side: Side): IndicatorFigure | null {
  const value = period[`${side}Value`];
  const comment = period[`${side}Comment`];
  const place = period[`${side}Place`];
  const documents = period[`${side}Documents`];
  const parts = period[`${side}Parts`];
  const said = value !== null || comment !== null || place !== null || documents.length + parts.length > 0;
  if (!said) return null;
  const lacksTotal = value === null && parts.length > 0;
  return { value, qualifier: period[`${side}Qualifier`], comment, place, documents, parts, lacksTotal };
}

@Resolver(() => IndicatorFigure)
export class IndicatorFigureResolver {
  @FieldResolver(() => Place, { nullable: true, description: 'Where it was counted, or is to be.' })
  place(@Root() { place }: IndicatorFigure): TermRecord | null {
    return termOrNull('places', place);
  }
}

@Resolver(() => IndicatorPart)
export class IndicatorPartResolver {
  @FieldResolver(() => Term, { description: 'What it is split by (`figureDimensions`).' })
  dimension(@Root() { dimension }: PartRecord): TermRecord {
    return term('figureDimensions', dimension);
  }

  @FieldResolver(() => Term, { description: 'The category: a country, or a term of `figureMembers`.' })
  category(@Root() { dimension, category }: PartRecord): TermRecord {
    return term(memberList(dimension, category), category);
  }
}
