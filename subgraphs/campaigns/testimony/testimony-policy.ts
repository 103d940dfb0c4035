import type { PolicyPart } from '../../../shared/permission/policy';

/** Testimony on bills; group and mutations stand with positions. */
export const testimonyPolicy: Pick<PolicyPart, 'fields' | 'tables'> = {
  fields: {
    Testimony: {
      'bill.position': ['id', 'organization', 'version', 'state', 'text', 'approvedOn', 'deliveredOn'],
      'bill.record': ['bills'],
    },
    TestimonyPayload: { open: ['testimony', 'userErrors'] },
  },
  tables: {
    testimony: {
      group: 'bill.position',
      writes: { insert: 'c', update: 'us' },
      updates: [
        ...['version', 'state', 'text', 'approved_on', 'delivered_on'],
        ...['sharing_level', 'chosen_level'],
      ],
    },
    testimony_bill: { group: 'bill.position', writes: { insert: 'c' } },
  },
};
