import sql from 'sql-template-tag';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { Measure, type MeasureRecord } from '../../../shared/figure/measure';
import { groupBy } from '../../../shared/group-by';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Event } from '../event/event.entity';
import { EventQuantity } from './event-quantity.entity';

@Resolver(() => Event)
export class EventQuantitiesResolver {
  @FieldResolver(() => [EventQuantity], {
    description:
      'Numbers of its record, in the order of the source; the edition of a summit is the one in the unit `edition`.',
  })
  quantities(@Root() event: Event, @Ctx() context: SubgraphContext): Promise<EventQuantity[]> {
    return loadQuantities(context, event.id);
  }
}

@Resolver(() => EventQuantity)
export class EventQuantityResolver {
  @FieldResolver(() => Measure, { description: 'The number.' })
  measure(@Root() quantity: EventQuantity): MeasureRecord {
    const { value, unit, qualifier, basis, asOf } = quantity;
    return { value, unitCode: unit, qualifier, basis, asOf, suppressed: false };
  }
}

function loadQuantities(context: SubgraphContext, eventId: string): Promise<EventQuantity[]> {
  return context
    .loader<string, EventQuantity[]>('quantities', async (ids) => {
      const rows = await context.session.rows<EventQuantity>(sql`
select ${columnsOf(EventQuantity)} from events.event_quantity t
where t.subject_id = any(${ids}) order by t.position`);
      const byEvent = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => byEvent.get(id) ?? []);
    })
    .load(eventId);
}
