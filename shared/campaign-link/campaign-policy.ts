import { everyRole, type Group } from '../permission/policy';

/**
 * Campaigns, and in every subgraph the links that lead to them: shared inside the coalition unless their
 * organisation says otherwise.
 */
export const campaignSummary: Group = {
  ceiling: 'PUBLIC',
  standard: 'COALITION_SUMMARY',
  own: everyRole,
  others: { from: 'COALITION_SUMMARY', roles: everyRole },
  public: true,
};
