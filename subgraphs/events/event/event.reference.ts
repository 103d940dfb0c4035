import { loadById } from '../../../shared/database/load-rows';
import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { Event } from './event.entity';

export const eventReference: ReferenceResolver = (ref, context) =>
  isId('Event', ref) ? loadById(context, Event, ref) : null;
