import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { linkedToCampaign } from '../../../shared/campaign-link/campaign-link';
import { figureList } from '../../../shared/figure/figure-list';
import { FigureFilter, type FigureRow } from '../../../shared/figure/reported-figure';
import { type Connection, connectionUnder } from '../../../shared/schema/connection';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Event } from '../event/event.entity';
import { Campaign } from '../stubs';
import { Figure, FigureConnection } from './figures';

@Resolver(() => Event)
export class FiguresOfEventResolver {
  @FieldResolver(() => FigureConnection, {
    nullable: true,
    description: 'Reported figures that were counted at it, by handle.',
  })
  eventFigures(
    @Root() event: Event,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => FigureFilter, filterArgument) filter?: FigureFilter,
  ): Promise<Connection<FigureRow>> {
    const figures = figureList(context, Figure, filter, sql`t.event_id = parent.id`);
    return connectionUnder(context, figures, event.id, page);
  }
}

@Resolver(() => Campaign)
export class FiguresOfCampaignResolver {
  @FieldResolver(() => FigureConnection, {
    nullable: true,
    description: 'Figures of its events: participants, speakers, workshops, courses, outreach.',
  })
  eventFigures(
    @Root() { ref }: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => FigureFilter, filterArgument) filter?: FigureFilter,
  ): Promise<Connection<FigureRow>> {
    const figures = figureList(context, Figure, filter, linkedToCampaign('events', sql`parent.id`));
    return connectionUnder(context, figures, ref, page);
  }
}
