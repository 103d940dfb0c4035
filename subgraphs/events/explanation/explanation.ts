import { defineExplanation } from '../../../shared/explanation/define-explanation';
import { Event } from '../event/event.entity';
import { Figure } from '../figure/figures';
import { EventQuantity } from '../quantity/event-quantity.entity';
import { SharingVersion } from '../sharing/sharing';
import { Organization } from '../stubs';

/** Why records of this subgraph are visible or not. */
export const { explanationResolvers } = defineExplanation({
  schema: 'events',
  Organization,
  types: {
    Event: { kind: 'Event', entity: Event },
    EventQuantity: { kind: 'EventQuantity', entity: EventQuantity },
    ReportedFigure: { kind: 'ReportedFigure', entity: Figure },
    SharingVersion: { kind: 'SharingVersion', entity: SharingVersion },
  },
});
