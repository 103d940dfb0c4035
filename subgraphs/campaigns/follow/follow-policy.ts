import type { PolicyPart } from '../../../shared/permission/policy';

const oneself = 'coalesce((select hub.viewer_tool()), (select hub.viewer_person()))';

/** Who follows what, and what changed about it: the outboxes are as open as what they tell of. */
export const followPolicy: PolicyPart = {
  groups: {
    follow: {
      ceiling: 'PRIVATE',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcud/-',
        CASEWORKER: 'rcud@U/-',
        CAMPAIGNER: 'rcud@U/-',
        VIEWER: 'rcud@U/-',
        COALITION_STAFF: 'rcud@U/-',
        TOOL: 'rcud@U/-',
        PUBLIC: '-/-',
      },
    },
  },
  mutations: {
    'follow:c': ['follow'],
    'follow:u': ['followAcknowledge'],
    'follow:d': ['unfollow'],
  },
  fields: {
    Follow: {
      follow: ['id', 'follower', 'followedAt'],
      'campaign.summary': ['campaign'],
      'bill.record': ['bill', 'legislator'],
    },
    FollowedChange: {
      follow: ['id', 'kind', 'at'],
      'campaign.summary': ['campaign'],
      'bill.record': ['bill', 'legislator'],
    },
    FollowPayload: { open: ['follow', 'userErrors'] },
    FollowAcknowledgePayload: { open: ['follows', 'userErrors'] },
  },
  tables: {
    follow: {
      group: 'follow',
      writes: { insert: 'c', update: 'u', delete: 'd' },
      inserts: ['organization_id', 'id', 'follower_id', 'subject_id'],
      updates: ['horizon', 'sequence'],
      conditions: { U: `follower_id = ${oneself}` },
      // An admin sees and ends what others follow, and neither follows nor reads in their name.
      check: `follower_id in (organization_id, ${oneself})`,
      unlogged: 'a list of one’s own, which moves on with every reading',
    },
    campaign_change: { group: 'campaign.summary', auditor: 'select, insert' },
    bill_change: { group: 'bill.record', auditor: 'select, insert' },
    legislator_change: { group: 'bill.record', auditor: 'select, insert' },
  },
};
