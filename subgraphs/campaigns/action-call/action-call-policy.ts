import type { PolicyPart } from '../../../shared/permission/policy';

/** Calls to action; group and mutations stand with campaigns. */
export const actionCallPolicy: Pick<PolicyPart, 'fields' | 'tables'> = {
  fields: {
    ActionCall: {
      'campaign.summary': [
        ...['id', 'kind', 'state', 'title', 'text', 'addressee', 'organization', 'campaign'],
        ...['opensOn', 'closesOn', 'goal', 'version', 'sponsors', 'contactsUntil'],
      ],
      'campaign.supporters': ['signatures'],
      'campaign.supporters:n': ['signatureCounts'],
      'bill.record': ['bill', 'legislators'],
    },
    ActionCallPayload: { open: ['actionCall', 'userErrors'] },
  },
  tables: {
    action_call: {
      group: 'campaign.summary',
      writes: { insert: 'c', update: 'us' },
      counted: ['organization_id', 'id', 'sharing_level', 'state', 'opens_on', 'closes_on'],
      // Erases keys whose time is over.
      auditor: 'select, update',
      updates: [
        ...['sharing_level', 'chosen_level', 'campaign_id', 'kind', 'state', 'title', 'text', 'addressee'],
        ...['bill_id', 'legislator_ids', 'opens_on', 'closes_on', 'goal', 'version', 'contact_key'],
      ],
    },
  },
};
