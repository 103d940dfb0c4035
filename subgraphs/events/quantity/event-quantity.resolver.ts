import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { Measure, type MeasureRecord } from '../../../shared/figure/measure';
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
    return loadChildren(context, EventQuantity, event.id);
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
