import type { PolicyPart } from '../../../shared/permission/policy';

const content = [
  ...['channel', 'contacted_on', 'with_whom', 'language', 'outcome'],
  ...['campaign_id', 'bill_id', 'legislator_id'],
];

/** Contacts with people outside: for those of an organisation who campaign. Others at most count them (`n`). */
export const outreachPolicy: PolicyPart = {
  groups: {
    'outreach.log': {
      ceiling: 'AGGREGATE_ONLY',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcudxns/n@N',
        CASEWORKER: '-/-',
        CAMPAIGNER: 'rcudxn/n@N',
        VIEWER: 'n/n@N',
        COALITION_STAFF: 'rcudxn/n@N',
        TOOL: 'c@K/-',
        PUBLIC: '-/-',
      },
    },
  },
  mutations: {
    'outreach.log:c': ['outreachContactCreate'],
    'outreach.log:u': ['outreachContactUpdate'],
    'outreach.log:d': ['outreachContactArchive'],
  },
  fields: {
    OutreachContact: {
      'outreach.log': [
        ...['id', 'channel', 'contactedOn', 'withWhom', 'language', 'outcome', 'archivedAt', 'version'],
      ],
      'campaign.summary': ['campaign'],
      'bill.record': ['bill', 'legislator'],
    },
    OutreachCount: { 'outreach.log:n': ['organization', 'channel', 'count', 'isRounded'] },
    OutreachContactPayload: { open: ['contact', 'userErrors'] },
  },
  tables: {
    outreach_contact: {
      group: 'outreach.log',
      writes: { insert: 'c', update: 'uds' },
      inserts: ['organization_id', 'id', 'sharing_level', ...content],
      updates: ['sharing_level', 'chosen_level', ...content, 'archived_at', 'version'],
      counted: ['organization_id', 'sharing_level', 'channel', 'campaign_id', 'archived_at'],
    },
  },
};
