import { ownLevel, type TableRights } from './table-rights';

export const membersRights: Readonly<Record<string, TableRights>> = {
  'members.engagement': ownLevel,
  'members.organization': {
    insert: { by: 'c' },
    update: { by: 'u', columns: ['organization_id'] },
    identity: ['id', 'kind'],
  },
  'members.organization_search': { insert: { by: 'c' }, unlogged: true },
  'members.organization_credit': { auditor: 'select, insert, update' },
  'members.membership': {
    insert: { by: 'c' },
    update: { by: 'u', columns: ['status', 'since'] },
    identity: ['organization_id', 'status'],
  },
  'members.membership_change': { insert: { by: 'u' } },
  'members.application': {
    insert: { by: 'c' },
    update: {
      by: 'u',
      columns: [
        ...['status', 'decided_at', 'decision_reason'],
        ...['name', 'kind', 'country', 'place', 'description', 'contact_name', 'contact_email', 'reason'],
      ],
    },
  },
  'members.application_count': { upkeep: 'select, insert, update' },
  'members.attempt': {
    identity: ['key', 'failures', 'counted_at', 'blocked_until'],
    identityWrites: { insert: 'all', update: 'all', delete: 'all' },
  },
  'members.person': {
    insert: { by: 'c', columns: ['id', 'name'] },
    identity: ['id', 'name', 'disabled_at'],
  },
  'members.account': {
    insert: { by: 'c', columns: ['person_id', 'email', 'email_key', 'password_hash'] },
    update: {
      by: 'u',
      columns: [
        ...['password_hash', 'password_changed_at'],
        ...['totp_secret', 'totp_pending', 'totp_last_step', 'recovery_keys'],
      ],
    },
    identity: ['person_id', 'email_key', 'password_hash', 'totp_secret', 'totp_last_step', 'recovery_keys'],
    identityWrites: { update: 'all' },
  },
  'members.sign_in': {
    insert: { by: 'c', columns: ['id', 'person_id', 'organization_id', 'second_factor_at'] },
    update: {
      by: 'u',
      columns: [
        ...['organization_id', 'generation', 'last_used_at', 'second_factor_at'],
        ...['ended_at', 'ended_because'],
      ],
    },
    identity: [
      ...['id', 'person_id', 'organization_id', 'generation'],
      ...['last_used_at', 'second_factor_at', 'ended_at', 'expires_at'],
    ],
    identityWrites: { update: 'all' },
  },
  'members.external_identity': {
    insert: { by: 'c', columns: ['organization_id', 'issuer', 'subject', 'person_id'] },
    delete: { by: 'u' },
    identity: ['organization_id', 'issuer', 'subject', 'person_id'],
  },
  'members.notice': {
    update: { by: 'u', columns: ['dismissed_at'] },
    identityWrites: { insert: 'all' },
    unlogged: true,
  },
  'members.role_grant': {
    insert: { by: 'c', columns: ['organization_id', 'person_id', 'role', 'granted_by'] },
    delete: { by: 'd' },
    identity: ['organization_id', 'person_id', 'role'],
    identityWrites: { insert: 'all' },
  },
  'members.sensitive_role_grant': {
    insert: { by: 'c', columns: ['organization_id', 'person_id', 'role', 'granted_by'] },
    delete: { by: 'd' },
    identity: ['organization_id', 'person_id', 'role'],
    identityWrites: { insert: 'all' },
  },
  'members.role_proposal': {
    insert: { by: 'c', columns: ['organization_id', 'id', 'person_id', 'role', 'proposed_by'] },
    update: { by: 'c', columns: ['state', 'decided_by'] },
    identityWrites: { insert: 'all' },
  },
  'members.invitation': {
    insert: {
      by: 'c',
      columns: [
        ...['organization_id', 'id', 'email', 'roles', 'language'],
        ...['first_admin', 'link_key', 'invited_by'],
      ],
    },
    update: { by: 'ud', columns: ['accepted_at', 'revoked_at'] },
    identity: [
      ...['organization_id', 'id', 'roles', 'invited_by', 'first_admin'],
      ...['recovery_id', 'link_key', 'accepted_at', 'revoked_at', 'expires_at'],
    ],
    identityWrites: { insert: 'all', update: 'all' },
  },
  'members.colleague': {
    update: { by: 'ud', columns: ['name', 'left_at'] },
    identity: ['organization_id', 'id', 'name'],
    identityWrites: { insert: 'all', update: 'all' },
  },
  'members.recovery_request': {
    insert: {
      by: 'c',
      columns: ['organization_id', 'id', 'kind', 'email', 'email_keys', 'reason', 'requested_by'],
    },
    update: { by: 'cd', columns: ['state', 'decided_by'] },
    identity: [
      ...['organization_id', 'id', 'kind', 'email', 'email_keys', 'state'],
      ...['decided_by', 'decided_at', 'link_key', 'link_expires_at', 'used_at'],
    ],
    identityWrites: { update: 'all' },
  },
  'members.agreement': {
    insert: { by: 'c' },
    update: {
      by: 'u',
      columns: [
        ...['partner_signed_by', 'partner_signed_at', 'suspended_at', 'suspended_by_organization'],
        ...['revoked_at', 'revoked_by_organization', 'replaced_at'],
      ],
    },
    identity: [
      ...['organization_id', 'partner_id', 'groups', 'maximum_level', 'starts_on', 'ends_on'],
      ...['signed_at', 'partner_signed_at', 'suspended_at', 'revoked_at', 'replaced_at'],
    ],
  },
  'members.api_client': {
    insert: { by: 'c' },
    update: { by: 'd', columns: ['revoked_at'] },
    identity: ['organization_id', 'id', 'revoked_at'],
  },
  'members.api_key': {
    insert: { by: 'c' },
    update: { by: 'd', columns: ['revoked_at'] },
    identity: [
      ...['organization_id', 'id', 'client_id', 'key_hash', 'scopes', 'addresses'],
      ...['granted_by', 'expires_at', 'last_used_at', 'revoked_at'],
    ],
    identityWrites: { update: ['last_used_at', 'key_hash'] },
  },
  'members.org_policy': {
    insert: { by: 'u' },
    update: { by: 'u', columns: ['state'] },
    identity: [
      ...['organization_id', 'state', 'narrowed', 'allowed_tools'],
      ...['suppression_threshold', 'in_aggregates'],
    ],
  },
};
