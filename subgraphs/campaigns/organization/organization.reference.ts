import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';

/** Whether it exists is for members to say; here it is only what campaigns hang on. */
export const organizationReference: ReferenceResolver = (ref) => (isId('Organization', ref) ? { ref } : null);
