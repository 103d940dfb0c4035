import type { PolicyPart } from '../../../shared/permission/policy';

/**
 * What the condition `Y` means for rows that hang on a campaign: the viewer's organisation has joined it, at this moment.
 * @param campaign the column with the campaign's id
 */
export const joinedCampaign = (
  campaign: string,
): string => `(organization_id, ${campaign}) in (select joined.organization_id, joined.campaign_id
    from campaigns.campaign_partnership joined
    where joined.partner_id = (select hub.viewer_organization()) and joined.state = 'JOINED')`;

/** Working partnerships: who may invite, and who sees and answers an invitation. */
export const partnershipPolicy: PolicyPart = {
  groups: {
    'campaign.partner': {
      ceiling: 'COALITION',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcud/ru@Y',
        CASEWORKER: '-/-',
        CAMPAIGNER: 'rcud/ru@Y',
        VIEWER: 'r/r@Y',
        COALITION_STAFF: 'rcud/ru@Y',
        TOOL: '-/-',
        PUBLIC: '-/-',
      },
    },
  },
  mutations: {
    'campaign.partner:c': ['campaignPartnerInvite', 'actionCallSponsorInvite'],
    'campaign.partner:u': [
      ...['campaignPartnerJoin', 'campaignPartnerDecline', 'campaignPartnerLeave'],
      ...['actionCallSponsorJoin', 'actionCallSponsorEnd'],
    ],
    'campaign.partner:d': ['campaignPartnerRemove'],
  },
  fields: {
    CampaignPartnership: {
      'campaign.partner': ['id', 'state', 'partner', 'message', 'invitedAt', 'answeredAt', 'endedAt'],
      'campaign.summary': ['campaign'],
    },
    CampaignPartnershipPayload: { open: ['partnership', 'userErrors'] },
  },
  tables: {
    campaign_partnership: {
      group: 'campaign.partner',
      writes: { insert: 'c', update: 'ud' },
      inserts: ['organization_id', 'id', 'campaign_id', 'partner_id', 'message'],
      updates: ['state'],
      conditions: { Y: 'partner_id = (select hub.viewer_organization())' },
    },
  },
};
