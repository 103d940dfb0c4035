import { Directive, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Translations } from '../language/localized-text';
import { PeriodInput } from '../schema/period';
import { type TermRecord } from '../taxonomy/term';
import { Term } from '../taxonomy/term.type';
import { MeasureBasis } from './measure';

@Directive('@shareable')
@ObjectType({ description: 'The share of a figure that falls to one member of a dimension.' })
export class FigurePart {
  @Field(() => Term, { description: 'What the figure is split by (`figureDimensions`).' })
  dimension!: TermRecord;

  @Field(() => Term, { description: 'The member: a country, or a term of `figureMembers`.' })
  member!: TermRecord;

  @Field(() => Float, {
    nullable: true,
    description: 'In the unit of the figure; null where the source names the member without a number.',
  })
  value!: number | null;
}

@Directive('@shareable')
@ObjectType({
  description:
    'How many of something a figure is spread over: minutes over 39 languages, clients over 13 countries.',
})
export class FigureSpan {
  @Field(() => Term, { description: 'What is counted (`figureSpans`).' })
  over!: TermRecord;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@InputType({ description: 'Narrows a list of figures; all given conditions hold.' })
export class FigureFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the label or of the organisation’s handle, in Arabic or English; each may be the start of a word.',
  })
  search?: string;

  @Field(() => ID, { nullable: true, description: 'The organisation the figure is about.' })
  organization?: string;

  @Field(() => ID, { nullable: true, description: 'The campaign or programme it belongs to.' })
  campaign?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The event it was counted at; in `eventFigures` only, INVALID_ARGUMENT elsewhere.',
  })
  event?: string;

  @Field(() => String, { nullable: true, description: 'Code of the unit (taxonomy `units`).' })
  unit?: string;

  @Field(() => MeasureBasis, { nullable: true, description: 'What the number rests on.' })
  basis?: MeasureBasis;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False leaves out figures that only repeat another one, rounded; true keeps only those.',
  })
  restatement?: boolean;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Figures whose period overlaps this one, and figures without dates from a document that reports on it.',
  })
  period?: PeriodInput;
}

/** A row of a subgraph's `figure` table. */
export interface FigureRow {
  readonly id: string;
  readonly organizationId: string;
  readonly sharingLevel: string;
  readonly slug: string;
  readonly label: Translations;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
  readonly basis: string;
  readonly restatement: boolean;
  readonly printedAs: string | null;
  readonly periodLabel: Translations | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly reportedStart: string | null;
  readonly reportedEnd: string | null;
  readonly eventId: string | null;
  readonly parts: readonly { dimension: string; member: string; value: number | null }[];
  readonly spans: readonly { dimension: string; count: number }[];
  readonly sources: readonly { document: string; lines: number[] }[];
  readonly note: Translations | null;
}
