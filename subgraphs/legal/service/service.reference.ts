import { loadById } from '../../../shared/database/load-rows';
import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { Service } from './service.entity';

export const serviceReference: ReferenceResolver = (ref, context) =>
  isId('Service', ref) ? loadById(context, Service, ref) : null;
