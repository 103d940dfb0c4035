import type { PolicyPart } from '../../../shared/permission/policy';
import { joinedCampaign } from '../partnership/partnership-policy';

/** Tasks of a campaign: for those who lead it, and those who have joined it. */
export const taskPolicy: PolicyPart = {
  groups: {
    'campaign.task': {
      ceiling: 'COALITION',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcuds/r@C rcu@Y',
        CASEWORKER: '-/-',
        CAMPAIGNER: 'rcud/r@C rcu@Y',
        VIEWER: 'r/r@Y',
        COALITION_STAFF: 'rcud/r@C rcu@Y',
        TOOL: '-/-',
        PUBLIC: '-/-',
      },
      audited: true,
    },
  },
  mutations: {
    'campaign.task:c': ['campaignTaskCreate'],
    'campaign.task:u': ['campaignTaskUpdate', 'campaignTaskMove'],
  },
  fields: {
    CampaignTask: {
      'campaign.task': [
        'id',
        'campaign',
        'title',
        'description',
        'state',
        'owner',
        'person',
        'dueOn',
        'doneAt',
        'blockedBy',
        'isBlocked',
        'version',
      ],
    },
    CampaignTaskProgress: { 'campaign.task': ['total', 'done', 'cancelled', 'overdue', 'byOrganization'] },
    OrganizationTaskProgress: { 'campaign.task': ['organization', 'total', 'done', 'cancelled', 'overdue'] },
    CampaignTaskPayload: { open: ['task', 'userErrors'] },
  },
  tables: {
    campaign_task: {
      group: 'campaign.task',
      writes: { insert: 'c', update: 'us' },
      inserts: [
        'organization_id',
        'id',
        'sharing_level',
        'campaign_id',
        'campaign_level',
        'title',
        'description',
        'owner_organization_id',
        'person_id',
        'due_on',
        'blocker_ids',
      ],
      updates: [
        'sharing_level',
        'chosen_level',
        'title',
        'description',
        'owner_organization_id',
        'person_id',
        'state',
        'due_on',
        'blocker_ids',
        'version',
      ],
      conditions: { Y: joinedCampaign('campaign_id') },
      parentLevel: 'campaign_level',
    },
  },
};
