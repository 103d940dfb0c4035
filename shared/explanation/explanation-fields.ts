import type { Policy } from '../permission/policy';

/** Fields of the explanation's types, the same in every subgraph. */
export const explanationFields: Policy['fields'] = {
  AccessExplanation: { open: ['visible', 'reason', 'remedy'] },
  AccessReason: { open: ['code', 'message'] },
  AccessRemedy: { open: ['message', 'group', 'roles', 'organization'] },
};
