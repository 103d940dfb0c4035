import type { PolicyPart } from '../../../shared/permission/policy';

/** Sharing agreements: who may propose, sign and end them, and who sees them. */
export const agreementPolicy: PolicyPart = {
  groups: {
    agreement: {
      ceiling: 'PRIVATE',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcu/ru@Y',
        CASEWORKER: 'r/-',
        CAMPAIGNER: 'r/-',
        VIEWER: 'r/-',
        COALITION_STAFF: 'r/r@Y',
        TOOL: '-/-',
        PUBLIC: '-/-',
      },
      secondFactor: ['c', 'u'],
    },
  },
  mutations: {
    'agreement:c': ['agreementPropose', 'agreementAmend'],
    'agreement:u': ['agreementSign', 'agreementSuspend', 'agreementResume', 'agreementRevoke'],
  },
  fields: {
    Agreement: {
      agreement: [
        'id',
        'version',
        'state',
        'parties',
        'purpose',
        'groups',
        'maximumLevel',
        'startsOn',
        'endsOn',
        'proposedAt',
        'signedAt',
        'partnerSignedAt',
        'suspendedAt',
        'suspendedBy',
        'revokedAt',
        'revokedBy',
        'replacedAt',
        'versions',
      ],
    },
    AgreementPayload: { open: ['agreement', 'userErrors'] },
  },
  tables: {
    agreement: {
      group: 'agreement',
      writes: { insert: 'c', update: 'u' },
      updates: [
        'partner_signed_by',
        'partner_signed_at',
        'suspended_at',
        'suspended_by_organization',
        'revoked_at',
        'revoked_by_organization',
        'replaced_at',
      ],
      conditions: {
        Y: 'partner_id = (select hub.viewer_organization())',
      },
      check: '(select hub.viewer_organization()) in (organization_id, partner_id)',
      identityColumns: [
        'organization_id',
        'partner_id',
        'groups',
        'maximum_level',
        'starts_on',
        'ends_on',
        'signed_at',
        'partner_signed_at',
        'suspended_at',
        'revoked_at',
        'replaced_at',
      ],
    },
  },
};
