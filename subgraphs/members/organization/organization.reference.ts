import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { loadOrganization } from './organization.repository';

export const organizationReference: ReferenceResolver = (ref, context) =>
  isId('Organization', ref) ? loadOrganization(context, ref) : null;
