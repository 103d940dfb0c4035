import { isId } from '../schema/type-id';
import type { ReferenceResolver } from '../subgraph/definition';

/** The log behind a reference from another subgraph: that of the organisation with this id. */
export const logScope: ReferenceResolver = (ref) => (isId('Organization', ref) ? { ref } : null);
