import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { loadEvent } from './event.repository';

export const eventReference: ReferenceResolver = (ref, context) =>
  isId('Event', ref) ? loadEvent(context, ref) : null;
