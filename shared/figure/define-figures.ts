import sql from 'sql-template-tag';
import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { CampaignLinkRow } from '../campaign-link/campaign-link';
import { countContributors, figuresInScope } from '../impact/impact-figures';
import { type ImpactScope, impactReportType } from '../impact/impact-report';
import { type Connection, connection, connectionType, connectionUnder } from '../schema/connection';
import { filterArgument, PageArguments } from '../schema/page-arguments';
import type { SubgraphContext } from '../subgraph/context';
import { figureList } from './figure-list';
import { type FigureHomes, type FigureNeighbours, reportedFigureType } from './figure-resolver';
import { figureEntity } from './figure-table';
import { FigureFilter, type FigureRow } from './reported-figure';

export interface FigureOptions {
  /** Schema of the subgraph. */
  readonly schema: string;
  /** Name of the list, at the root and on `Organization`: `memberFigures`. */
  readonly list: string;
  /** What these figures are about, for the descriptions: "staff, volunteers, money". */
  readonly about: string;
  /** Name of the subgraph's part of an impact report and of its type: `members` and `MembersImpact`. */
  readonly part: { readonly field: string; readonly type: string };
  readonly neighbours: FigureNeighbours;
  /** The subgraph's links to campaigns, those of its figures among them. */
  readonly CampaignLink: ClassType<CampaignLinkRow>;
  /** How to read those neighbours that this subgraph keeps itself; at the others it only points. */
  readonly homes?: FigureHomes;
}

/**
 * Everything about figures in one subgraph: its table, its list at the root and under an organisation, and its
 * part of the impact report. A subgraph adds more to that part with a resolver of `ImpactPart`.
 */
export function defineFigures({
  schema,
  list,
  about,
  part,
  neighbours,
  CampaignLink,
  homes = {},
}: FigureOptions) {
  const Figure = figureEntity(schema);
  const { ReportedFigure, ReportedFigureResolver } = reportedFigureType(neighbours, homes, CampaignLink);
  const FigureConnection = connectionType(ReportedFigure, 'ReportedFigure');
  const { ImpactReport, ImpactReportResolver } = impactReportType(
    neighbours.Organization,
    homes.Organization,
  );

  @Resolver()
  class FigureListResolver {
    @Query(() => FigureConnection, { name: list, nullable: true, description: `Figures: ${about}.` })
    figures(
      @Ctx() context: SubgraphContext,
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => FigureFilter, filterArgument) filter?: FigureFilter,
    ): Promise<Connection<FigureRow>> {
      return connection(context, figureList(context, Figure, filter), page);
    }
  }

  @Resolver(() => neighbours.Organization)
  class OrganizationFigureResolver {
    @FieldResolver(() => FigureConnection, {
      name: list,
      nullable: true,
      description: `Its figures: ${about}.`,
    })
    figures(
      @Root() organization: { id?: string; ref?: string },
      @Ctx() context: SubgraphContext,
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => FigureFilter, filterArgument) filter?: FigureFilter,
    ): Promise<Connection<FigureRow>> {
      const figures = figureList(context, Figure, filter, sql`t.organization_id = parent.id`);
      return connectionUnder(context, figures, (organization.id ?? organization.ref)!, page);
    }
  }

  @ObjectType(part.type, { description: `What the ${schema} subgraph adds to an impact report: ${about}.` })
  class ImpactPart {}

  @Resolver(() => ImpactReport)
  class ImpactReportPartResolver {
    @FieldResolver(() => ImpactPart, {
      name: part.field,
      nullable: true,
      description: `The part of the ${schema} subgraph: ${about}. Null when it is missing.`,
    })
    part(@Root() scope: ImpactScope): ImpactScope {
      return scope;
    }
  }

  @Resolver(() => ImpactPart)
  class ImpactPartResolver {
    @FieldResolver(() => FigureConnection, { description: 'Figures of the report’s time, by handle.' })
    figures(
      @Root() scope: ImpactScope,
      @Ctx() context: SubgraphContext,
      @Args(() => PageArguments) page: PageArguments,
    ): Promise<Connection<FigureRow>> {
      return figuresInScope(context, Figure, scope, page);
    }

    @FieldResolver(() => Int, { description: 'How many organisations stand behind the figures.' })
    contributingOrganizations(@Root() scope: ImpactScope, @Ctx() context: SubgraphContext): Promise<number> {
      return countContributors(context, Figure, scope);
    }
  }

  return {
    Figure,
    FigureConnection,
    ImpactReport,
    ImpactPart,
    figureResolvers: [
      FigureListResolver,
      OrganizationFigureResolver,
      ReportedFigureResolver,
      ImpactReportResolver,
      ImpactReportPartResolver,
      ImpactPartResolver,
    ] as const,
  };
}
