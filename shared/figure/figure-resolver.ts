import {
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { type CampaignLinkRow, loadCampaignRef } from '../campaign-link/campaign-link';
import { LocalizedText, type Translations } from '../language/localized-text';
import { pointOrRead } from '../schema/entity-stub';
import { Period } from '../schema/period';
import type { SubgraphContext } from '../subgraph/context';
import type { ReferenceResolver } from '../subgraph/definition';
import { term } from '../taxonomy/term';
import { SourceReference } from '../taxonomy/term.type';
import { memberList } from './figure-member';
import { Measure, type MeasureBasis, type MeasureQualifier, type MeasureRecord } from './measure';
import { FigurePart, type FigureRow, FigureSpan } from './reported-figure';

/** The types of the entities a figure points at, as this subgraph knows them. */
export interface FigureNeighbours {
  readonly Organization: ClassType;
  readonly Campaign: ClassType;
  readonly Event: ClassType;
}

/** Reference resolvers of those neighbours that live in this subgraph. */
export type FigureHomes = { readonly [Neighbour in keyof FigureNeighbours]?: ReferenceResolver };

/**
 * The `ReportedFigure` type of one subgraph and its resolver. The type is the same in every subgraph, but the
 * classes cannot be: each points at its own subgraph's stubs.
 */
export function reportedFigureType(
  { Organization, Campaign, Event }: FigureNeighbours,
  homes: FigureHomes,
  CampaignLink: ClassType<CampaignLinkRow>,
) {
  @Directive('@shareable')
  @ObjectType({
    description:
      'A number that an organisation reported, planned or that was counted in a document, with where it is written.',
  })
  class ReportedFigure {
    @Field(() => ID, { description: 'TypeID with the prefix `fig`.' })
    id!: string;

    @Field({ description: 'Readable handle, unique within its organisation.' })
    slug!: string;

    @Field(() => LocalizedText, { description: 'What the number says.' })
    label!: Translations;

    @Field({
      description: 'True when it only repeats another figure, rounded, as a heading does: do not count both.',
    })
    restatement!: boolean;

    @Field(() => String, {
      nullable: true,
      description: 'The digits as printed; null when the source writes words or the figure was counted.',
    })
    printedAs!: string | null;

    @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
    note!: Translations | null;

    @Field(() => [SourceReference], { description: 'Where it is written.' })
    sources!: FigureRow['sources'];
  }

  @Resolver(() => ReportedFigure)
  class ReportedFigureResolver {
    @FieldResolver(() => Measure, { description: 'The number.' })
    measure(@Root() figure: FigureRow): MeasureRecord {
      return {
        value: figure.value,
        unitCode: figure.unit,
        qualifier: figure.qualifier as MeasureQualifier,
        basis: figure.basis as MeasureBasis,
        asOf: figure.periodEnd ?? figure.reportedEnd,
        suppressed: false,
      };
    }

    @FieldResolver(() => Period, {
      nullable: true,
      description: 'The time it is about; null where the source gives none.',
    })
    period(@Root() figure: FigureRow): Period | null {
      if (!figure.periodLabel) return null;
      return { label: figure.periodLabel, start: figure.periodStart, end: figure.periodEnd };
    }

    @FieldResolver(() => [FigurePart], {
      description: 'How it splits, where the source says. Parts need not add up to the whole.',
    })
    parts(@Root() figure: FigureRow): FigurePart[] {
      return figure.parts.map(({ dimension, member, value }) => ({
        dimension: term('figureDimensions', dimension),
        member: term(memberList(dimension, member), member),
        value,
      }));
    }

    @FieldResolver(() => [FigureSpan], { description: 'What it is spread over, where the source says.' })
    spans(@Root() figure: FigureRow): FigureSpan[] {
      return figure.spans.map(({ dimension, count }) => ({ over: term('figureSpans', dimension), count }));
    }

    @FieldResolver(() => Organization, { nullable: true, description: 'The organisation it is about.' })
    organization(@Root() figure: FigureRow, @Ctx() context: SubgraphContext): unknown {
      return pointOrRead(figure.organizationId, context, homes.Organization);
    }

    @FieldResolver(() => Campaign, {
      nullable: true,
      description: 'The campaign or programme it belongs to.',
    })
    async campaign(@Root() figure: FigureRow, @Ctx() context: SubgraphContext): Promise<unknown> {
      const campaign = await loadCampaignRef(context, CampaignLink, figure.id);
      return pointOrRead(campaign?.ref ?? null, context, homes.Campaign);
    }

    @FieldResolver(() => Event, { nullable: true, description: 'The event it was counted at.' })
    event(@Root() figure: FigureRow, @Ctx() context: SubgraphContext): unknown {
      return pointOrRead(figure.eventId, context, homes.Event);
    }
  }

  return { ReportedFigure, ReportedFigureResolver };
}
