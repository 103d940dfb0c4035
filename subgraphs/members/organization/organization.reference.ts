import { loadById } from '../../../shared/database/load-rows';
import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { Organization } from './organization.entity';

export const organizationReference: ReferenceResolver = (ref, context) =>
  isId('Organization', ref) ? loadById(context, Organization, ref) : null;
