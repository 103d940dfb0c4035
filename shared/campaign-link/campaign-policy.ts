import type { Group } from '../permission/policy';

/**
 * Campaigns, and in every subgraph the links that lead to them: shared inside the coalition unless their
 * organisation says otherwise.
 */
export const campaignSummary: Group = {
  ceiling: 'PUBLIC',
  standard: 'COALITION_SUMMARY',
  cells: {
    ORG_ADMIN: 'rcudxs/r@S',
    CASEWORKER: 'r/r@S',
    CAMPAIGNER: 'rcudxs/r@S',
    VIEWER: 'r/r@S',
    COALITION_STAFF: 'rcudxs/r@S',
    TOOL: 'r@K/r@K&S',
    PUBLIC: '-/r@P',
  },
};
