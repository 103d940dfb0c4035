import { coalitionId } from '../../../shared/coalition';
import type { GuardedTable, PolicyPart } from '../../../shared/permission/policy';

/** Roles count in active members only, so that whoever has one is of an active member. */
const byMember = '(select hub.viewer_organization()) is not null';

const record = {
  group: 'bill.record',
  conditions: { Y: byMember },
  // Whoever enters a bill, the coalition keeps it.
  check: `(organization_id = '${coalitionId}')`,
} as const satisfies Partial<GuardedTable>;

const part: GuardedTable = {
  ...record,
  writes: { insert: 'c', delete: 'd' },
  unlogged: 'written with their bill, whose entry tells of it',
};

/** Bills, what legislatures do with them, and who votes. */
export const billPolicy: PolicyPart = {
  groups: {
    'bill.record': {
      ceiling: 'PUBLIC',
      standard: 'PUBLIC',
      cells: {
        ORG_ADMIN: 'r/r@S',
        CASEWORKER: 'r/r@S',
        CAMPAIGNER: 'r/r@S c@Y',
        VIEWER: 'r/r@S',
        COALITION_STAFF: 'rcudx/r@S',
        TOOL: 'r@K/r@K&S',
        PUBLIC: '-/r@P',
      },
    },
  },
  mutations: {
    'bill.record:c': ['billAdd'],
    'bill.record:u': ['billUpdate', 'billsImport', 'legislativeSessionSet'],
  },
  fields: {
    Jurisdiction: {
      'bill.record': ['id', 'ocdId', 'name', 'classification', 'asOf', 'isStale', 'sessions', 'bills'],
    },
    Legislator: {
      'bill.record': [
        'id',
        'ocdId',
        'name',
        'party',
        'chamber',
        'district',
        'jurisdiction',
        'asOf',
        'isStale',
      ],
      'bill.position': ['scorecard'],
    },
    Bill: {
      'bill.record': [
        'id',
        'ocdId',
        'jurisdiction',
        'legislativeSession',
        'identifier',
        'title',
        'chamber',
        'classification',
        'subject',
        'status',
        'actions',
        'nextAction',
        'versions',
        'sponsorships',
        'votes',
        'relatedBills',
        'sourceUrl',
        'asOf',
        'isStale',
        'session',
        'version',
      ],
      'bill.position': ['positions', 'positionCounts', 'position', 'testimonies'],
    },
    BillAction: {
      'bill.record': ['date', 'organizationName', 'organizationKind', 'description', 'classification'],
    },
    BillVersion: { 'bill.record': ['note', 'date', 'url'] },
    BillSponsorship: { 'bill.record': ['name', 'primary', 'classification', 'legislator'] },
    BillRelation: { 'bill.record': ['relationType', 'legislativeSession', 'identifier', 'bill'] },
    VoteEvent: {
      'bill.record': [
        'id',
        'ocdId',
        'startDate',
        'motionText',
        'motionClassification',
        'result',
        'organizationName',
        'organizationKind',
        'counts',
        'votes',
      ],
    },
    VoteCount: { 'bill.record': ['option', 'value'] },
    Vote: { 'bill.record': ['option', 'voterName', 'legislator'] },
    LegislativeSession: { 'bill.record': ['identifier', 'name', 'startDate', 'endDate'] },
    LegislativeSessionPayload: { open: ['jurisdiction', 'userErrors'] },
    BillPayload: { open: ['bill', 'userErrors'] },
    BillsImportPayload: { open: ['created', 'updated', 'unchanged', 'failures', 'userErrors'] },
    BillImportFailure: { open: ['index', 'error'] },
  },
  tables: {
    jurisdiction: { ...record, writes: { insert: 'c', update: 'u' } },
    legislator: { ...record, writes: { insert: 'c', update: 'u' } },
    bill: { ...record, writes: { insert: 'c', update: 'u' } },
    legislative_session: { ...record, writes: { insert: 'c', update: 'u' } },
    bill_search: part,
    bill_tag: part,
    bill_action: part,
    bill_relation: part,
    vote_event: part,
    vote: part,
  },
};
