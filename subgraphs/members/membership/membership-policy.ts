import { coalitionId } from '../../../shared/coalition';
import type { PolicyPart } from '../../../shared/permission/policy';

const byCoalition = `(select hub.viewer_organization()) = '${coalitionId}'`;
const byStaff = `(${byCoalition} and (select hub.viewer_may('{COALITION_STAFF}', 'membership.application:u')))`;
const byItself = 'organization_id = (select hub.viewer_organization())';
const holdsLink = 'link_key = any ((select hub.viewer_records())::text[])';
/** The entry of an organisation that staff are about to admit. */
export const toBeAdmitted = `(${byCoalition} and organization_id in (
    select a.organization_id from members.application a where a.status = 'UNDER_REVIEW'))`;

/** Who is a member, and who asks to become one. */
export const membershipPolicy: PolicyPart = {
  groups: {
    'membership.application': {
      ceiling: 'PRIVATE',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'ru/-',
        CASEWORKER: 'r/-',
        CAMPAIGNER: 'r/-',
        VIEWER: 'r/-',
        COALITION_STAFF: 'r/ru@Y',
        TOOL: '-/-',
        PUBLIC: '-/c@O rud@U',
      },
      whileDormant: true,
    },
  },
  mutations: {
    'membership.application:c': ['membershipApply'],
    'membership.application:u': [
      'membershipApplicationUpdate',
      'membershipApplicationWithdraw',
      'membershipReviewStart',
      'membershipAdmit',
      'membershipReject',
      'membershipSuspend',
      'membershipReactivate',
    ],
    'org.public:u': ['membershipLeave'],
  },
  fields: {
    Membership: {
      'org.public': ['status', 'since', 'organization', 'credit'],
      'membership.application': ['changes'],
    },
    MembershipChange: { 'membership.application': ['id', 'status', 'reason', 'decidedBy', 'at'] },
    MembershipPayload: { open: ['membership', 'userErrors'] },
    MembershipApplication: {
      'membership.application': [
        'id',
        'status',
        'isEntry',
        'name',
        'kind',
        'country',
        'place',
        'description',
        'contactName',
        'contactEmail',
        'reason',
        'organization',
        'appliedAt',
        'decidedAt',
        'decisionReason',
      ],
    },
    MembershipApplicationPayload: { open: ['application', 'userErrors'] },
    MembershipApplyPayload: { open: ['application', 'link', 'userErrors'] },
    OrganizationCredit: { 'org.public': ['ref', 'name', 'acronym', 'organization'] },
  },
  tables: {
    organization_credit: { group: 'org.public', auditor: 'select, insert, update' },
    membership: {
      group: 'org.public',
      writes: { insert: 'c', update: 'u' },
      updates: ['status', 'since'],
      conditions: { Y: byCoalition },
      check: `(${byStaff} or (status = 'LEFT' and ${byItself}))`,
      despiteHidden: byStaff,
      identityColumns: ['organization_id', 'status'],
    },
    membership_change: {
      group: 'membership.application',
      writes: { insert: 'u' },
      conditions: { Y: byCoalition },
      check: `(decided_by = (select hub.viewer_person()) and (${byStaff} or (status = 'LEFT' and ${byItself})))`,
      despiteHidden: byStaff,
    },
    application: {
      group: 'membership.application',
      writes: { insert: 'c', update: 'u' },
      updates: [
        'status',
        'name',
        'kind',
        'country',
        'place',
        'description',
        'contact_name',
        'contact_email',
        'reason',
        'decided_at',
        'decision_reason',
      ],
      conditions: { Y: byCoalition, U: holdsLink, O: `status = 'APPLIED'` },
      despiteHidden: `${byStaff} or ${holdsLink}`,
    },
    application_count: {
      closed: 'how many applications came today from an address or a contact, by keyed hash',
      upkeep: {
        holder: 'key = any ((select hub.viewer_records())::text[])',
        commands: 'select, insert, update',
      },
    },
  },
};
