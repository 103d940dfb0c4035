import type { PolicyPart } from '../../../shared/permission/policy';

/** Whoever shows the private link of a signature. */
const holdsLink = 'link_key = any ((select hub.viewer_records())::text[])';

/** A call that is for everybody and can be signed today. */
const ofOpenCall = `(lead_id, call_id) in (select c.organization_id, c.id from campaigns.action_call c
    where c.state = 'OPEN' and c.sharing_level = 'PUBLIC'
      and current_date between coalesce(c.opens_on, current_date) and coalesce(c.closes_on, current_date))`;

const conditions = { U: holdsLink, O: ofOpenCall };

/** Who signs a call to action: counted for many, known to the organisations that the person chose. */
export const signaturePolicy: PolicyPart = {
  groups: {
    'campaign.supporters': {
      ceiling: 'AGGREGATE_ONLY',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcudxns/n@N',
        CASEWORKER: '-/-',
        CAMPAIGNER: 'rcudxn/n@N',
        VIEWER: 'n/n@N',
        COALITION_STAFF: 'rcudxn/n@N',
        TOOL: 'cn@K/n@K&N c@K&O',
        PUBLIC: '-/c@O n@O rud@U',
      },
    },
  },
  mutations: {
    'campaign.supporters:c': ['actionCallSign'],
    'campaign.supporters:u': ['signatureConfirm', 'signatureUpdate'],
    'campaign.supporters:d': ['signatureWithdraw'],
  },
  fields: {
    Signature: {
      'campaign.supporters': [
        ...['id', 'name', 'email', 'place', 'comment', 'language', 'consentVersion', 'signedAt'],
      ],
      'campaign.summary': ['actionCall'],
    },
    Signing: {
      'campaign.supporters': [
        ...['signedAt', 'confirmedAt', 'via', 'contactBy', 'name', 'email', 'place', 'comment'],
      ],
      'campaign.summary': ['actionCall'],
    },
    SignatureCounts: {
      'campaign.supporters:n': ['total', 'isRounded', 'own', 'ownConfirmed', 'byOrganization', 'growth'],
    },
    OrganizationSignatureCount: { 'campaign.supporters:n': ['organization', 'count', 'isRounded'] },
    SignatureGrowth: { 'campaign.supporters:n': ['start', 'count'] },
    ActionCallSignPayload: { open: ['link', 'userErrors'] },
    SigningPayload: { open: ['signing', 'userErrors'] },
  },
  tables: {
    signing: {
      group: 'campaign.supporters',
      writes: { insert: 'c', update: 'us', delete: 'd' },
      inserts: ['organization_id', 'sharing_level', 'id', 'lead_id', 'call_id', 'person_key', 'link_key'],
      updates: ['confirmed_at', 'sharing_level', 'chosen_level'],
      conditions,
      despiteHidden: holdsLink,
      counted: [
        ...['organization_id', 'sharing_level', 'lead_id', 'call_id', 'person_key'],
        ...['signed_at', 'confirmed_at', 'withdrawn_at'],
      ],
      // Takes the link from what is withdrawn, and erases it when the day is over.
      auditor: 'select, update, delete',
    },
    signature: {
      group: 'campaign.supporters',
      writes: { insert: 'c', update: 'u', delete: 'd' },
      inserts: [
        ...['organization_id', 'id', 'bringer_id', 'signing_id', 'lead_id', 'call_id'],
        ...['person_key', 'link_key', 'name', 'email', 'comment', 'place', 'language', 'consent_version'],
      ],
      updates: ['name', 'place', 'comment'],
      conditions,
      despiteHidden: holdsLink,
      // Erases what is over.
      auditor: 'select, delete',
    },
    signing_count: {
      closed: 'how often a call was signed today, at all and from an address, by keyed hash',
      upkeep: {
        holder: 'key = any ((select hub.viewer_records())::text[])',
        commands: 'select, insert, update',
      },
    },
  },
};
