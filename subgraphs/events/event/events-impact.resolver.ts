import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { countRows, countRowsPerParent } from '../../../shared/database/page';
import type { ImpactScope } from '../../../shared/impact/impact-report';
import { listInScope } from '../../../shared/impact/list-in-scope';
import type { Connection } from '../../../shared/schema/connection';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ImpactPart } from '../figure/figures';
import type { Event } from './event.entity';
import { EventListArguments, EventOrder } from './event.inputs';
import { eventListUnder } from './event.repository';
import { EventConnection } from './event.resolver';
import { withinReport } from './event-conditions';
import { EventOccurrence } from './event-state';

/** Only what an organisation organises is in its report, so a co-hosted event counts once for the coalition. */
@Resolver(() => ImpactPart)
export class EventsImpactResolver {
  @FieldResolver(() => EventConnection, {
    nullable: true,
    description:
      'Events organised in the report’s time. One without a year is in when its document reports on that time.',
  })
  events(
    @Root() scope: ImpactScope,
    @Ctx() context: SubgraphContext,
    @Args(() => EventListArguments) list: EventListArguments,
  ): Promise<Connection<Event>> {
    return listInScope(context, eventsInScope(context, scope, list), scope, list);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many of these events are reported as held.' })
  held(@Root() scope: ImpactScope, @Ctx() context: SubgraphContext): Promise<number> {
    const filter = { occurrence: EventOccurrence.HELD };
    const events = eventsInScope(context, scope, { filter, orderBy: EventOrder.START });
    if (scope.organizationId === null) return countRows(context.session, events);
    const { start, end } = scope.days;
    return context
      .loader<string, number>(`held ${start} ${end}`, (ids) =>
        countRowsPerParent(context.session, events, ids),
      )
      .load(scope.organizationId);
  }
}

function eventsInScope(
  context: SubgraphContext,
  scope: ImpactScope,
  wanted: Pick<EventListArguments, 'filter' | 'orderBy'>,
) {
  const list = eventListUnder(context, wanted, sql`t.organization_id = parent.id`);
  return { ...list, where: [...list.where, withinReport(scope.days)] };
}
