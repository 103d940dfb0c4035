import type { PolicyPart } from '../../../shared/permission/policy';

/** Positions of organisations on bills, their testimony, and what follows for those who vote. */
export const billPositionPolicy: PolicyPart = {
  groups: {
    'bill.position': {
      ceiling: 'PUBLIC',
      standard: 'COALITION_SUMMARY',
      cells: {
        ORG_ADMIN: 'rcudxs/r@S',
        CASEWORKER: 'r/r@S',
        CAMPAIGNER: 'rcudxs/r@S',
        VIEWER: 'r/r@S',
        COALITION_STAFF: 'rcudxs/r@S',
        TOOL: 'rcu@K/r@K&S',
        PUBLIC: '-/r@P',
      },
    },
  },
  mutations: {
    'bill.position:c': ['billPositionTake', 'testimonyCreate', 'testimonyShare'],
    'bill.position:u': ['testimonyUpdate', 'testimonyDeliver'],
    // It opens to others what was a draft.
    'bill.position:s': ['testimonyApprove'],
  },
  fields: {
    BillPosition: {
      'bill.position': [
        'id',
        'organization',
        'version',
        'stance',
        'reason',
        'takenOn',
        'replacedOn',
        'history',
      ],
      'bill.record': ['bill'],
    },
    BillPositionCount: { 'bill.position': ['stance', 'count'] },
    Scorecard: { 'bill.position': ['agreed', 'disagreed', 'notCast', 'votes'] },
    ScoredVote: {
      'bill.position': ['date', 'option', 'stance', 'agreement'],
      'bill.record': ['bill'],
    },
    BillPositionPayload: { open: ['position', 'userErrors'] },
  },
  tables: {
    bill_position: {
      group: 'bill.position',
      writes: { insert: 'c', update: 'us' },
      updates: ['replaced_on', 'sharing_level', 'chosen_level'],
    },
  },
};
