import type { Group } from '../permission/policy';

/** What an organisation decides about its own data and people; every subgraph keeps the part that it guards. */
export const orgPolicyGroup: Group = {
  ceiling: 'PRIVATE',
  standard: 'PRIVATE',
  cells: {
    ORG_ADMIN: 'ru s@T/-',
    CASEWORKER: 'r/-',
    CAMPAIGNER: 'r/-',
    VIEWER: 'r/-',
    COALITION_STAFF: 'r/-',
    TOOL: '-/-',
    PUBLIC: '-/-',
  },
  secondFactor: ['s'],
};
