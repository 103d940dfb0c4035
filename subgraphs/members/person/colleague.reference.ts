import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { loadColleague } from './load-colleague';

export const colleagueReference: ReferenceResolver = (ref, context) => {
  const [organizationId, personId] = ref.split(' ');
  return isId('Organization', organizationId) && isId('Person', personId)
    ? loadColleague(context, organizationId, personId)
    : null;
};
