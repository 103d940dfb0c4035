import type { PolicyPart } from '../../../shared/permission/policy';

/** Who brings a call to action: invitations have the group of partnerships, with which their mutations stand; who has joined is part of the call. */
export const sponsorshipPolicy: Pick<PolicyPart, 'fields' | 'tables'> = {
  fields: {
    ActionCallSponsorship: {
      'campaign.partner': ['id', 'state', 'partner', 'invitedAt', 'joinedAt', 'endedAt'],
      'campaign.summary': ['actionCall'],
    },
    ActionCallSponsorshipPayload: { open: ['sponsorship', 'userErrors'] },
  },
  tables: {
    action_call_sponsorship: {
      group: 'campaign.partner',
      writes: { insert: 'c', update: 'ud' },
      inserts: ['organization_id', 'id', 'call_id', 'partner_id'],
      updates: ['state'],
      conditions: { Y: 'partner_id = (select hub.viewer_organization())' },
    },
    action_call_sponsor: { group: 'campaign.summary', auditor: 'select, insert, delete' },
  },
};
