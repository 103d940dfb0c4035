import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { loadService } from './service.repository';

export const serviceReference: ReferenceResolver = (ref, context) =>
  isId('Service', ref) ? loadService(context, ref) : null;
