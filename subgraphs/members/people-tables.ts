import { coalitionId } from '../../shared/coalition';
import type { Policy } from '../../shared/permission/policy';

const me = '(select hub.viewer_person())';
const ownPerson = `person_id = ${me}`;
const atCoalition = `(select hub.viewer_organization()) = '${coalitionId}'`;
const holdsLink = `link_key = any ((select hub.viewer_records())::text[])`;

/** What row-level security makes of the people's groups, table by table. */
export const peopleTables: Policy['tables'] = {
  attempt: {
    closed: 'how often somebody guessed, by keyed hashes of accounts and addresses',
    identityColumns: ['key', 'failures', 'counted_at', 'blocked_until'],
    identityWrites: 'insert, update, delete',
  },
  person: {
    group: 'user.account',
    personal: true,
    conditions: { U: `id = ${me}` },
    writes: { insert: 'c' },
    inserts: ['id', 'name'],
    identityColumns: ['id', 'name', 'disabled_at'],
  },
  account: {
    group: 'user.account',
    personal: true,
    conditions: { U: ownPerson },
    writes: { insert: 'c', update: 'u' },
    inserts: ['person_id', 'email', 'email_key', 'password_hash'],
    updates: [
      'password_hash',
      'password_changed_at',
      'totp_secret',
      'totp_pending',
      'totp_last_step',
      'recovery_keys',
    ],
    identityColumns: [
      'person_id',
      'email_key',
      'password_hash',
      'totp_secret',
      'totp_last_step',
      'recovery_keys',
    ],
    identityWrites: 'update',
  },
  sign_in: {
    group: 'user.account',
    personal: true,
    conditions: { U: ownPerson },
    writes: { insert: 'c', update: 'u' },
    inserts: ['id', 'person_id', 'organization_id', 'second_factor_at'],
    updates: [
      'organization_id',
      'generation',
      'last_used_at',
      'second_factor_at',
      'ended_at',
      'ended_because',
    ],
    identityColumns: [
      'id',
      'person_id',
      'organization_id',
      'generation',
      'last_used_at',
      'second_factor_at',
      'ended_at',
      'expires_at',
    ],
    identityWrites: 'update',
  },
  external_identity: {
    group: 'user.account',
    personal: true,
    conditions: { U: ownPerson },
    writes: { insert: 'c', delete: 'u' },
    inserts: ['organization_id', 'issuer', 'subject', 'person_id'],
    identityColumns: ['organization_id', 'issuer', 'subject', 'person_id'],
  },
  notice: {
    group: 'user.account',
    personal: true,
    conditions: { U: ownPerson },
    writes: { update: 'u' },
    updates: ['dismissed_at'],
    unlogged: 'that somebody took a notice off their own list',
    identityWrites: 'insert',
  },
  role_grant: {
    group: 'user.role',
    conditions: { U: ownPerson },
    writes: { insert: 'c', delete: 'd' },
    inserts: ['organization_id', 'person_id', 'role', 'granted_by'],
    check: `granted_by = ${me}`,
    identityColumns: ['organization_id', 'person_id', 'role'],
    identityWrites: 'insert',
  },
  sensitive_role_grant: {
    group: 'user.role.sensitive',
    conditions: {
      U: ownPerson,
      // Approved by somebody, in this very transaction: an approval of before opens nothing any more.
      T: `exists (select from members.role_proposal p where p.organization_id = sensitive_role_grant.organization_id
    and p.person_id = sensitive_role_grant.person_id and p.role = sensitive_role_grant.role
    and p.state = 'APPROVED' and p.decided_at = now() and p.decided_by = ${me})`,
    },
    writes: { insert: 'c', delete: 'd' },
    inserts: ['organization_id', 'person_id', 'role', 'granted_by'],
    check: `person_id <> ${me}`,
    identityColumns: ['organization_id', 'person_id', 'role'],
    identityWrites: 'insert',
  },
  role_proposal: {
    group: 'user.role.sensitive',
    conditions: {
      U: ownPerson,
      // A proposal grants nothing; what was decided stays. `check` says who may do what.
      T: `(state = 'PROPOSED' or decided_at = now())`,
    },
    writes: { insert: 'c', update: 'c' },
    inserts: ['organization_id', 'id', 'person_id', 'role', 'proposed_by'],
    updates: ['state', 'decided_by'],
    check: `case state when 'PROPOSED' then proposed_by = ${me} and person_id <> ${me}
    when 'DISMISSED' then decided_by = ${me}
    else decided_by = ${me} and person_id <> ${me} and (proposed_by <> ${me} or effective_at <= now()) end`,
    identityWrites: 'insert',
  },
  invitation: {
    group: 'user.invitation',
    conditions: { U: holdsLink, Y: 'first_admin' },
    writes: { insert: 'c', update: 'ud' },
    inserts: ['organization_id', 'id', 'email', 'roles', 'language', 'first_admin', 'link_key', 'invited_by'],
    updates: ['accepted_at', 'revoked_at'],
    // Whoever invites is the proposer of what the invitation leads to: nobody invites in another's name.
    check: `revoked_at is not null or accepted_at is not null
    or (invited_by = ${me} and (not first_admin or not members.has_admin(organization_id)))`,
    identityColumns: [
      'organization_id',
      'id',
      'roles',
      'invited_by',
      'first_admin',
      'recovery_id',
      'link_key',
      'accepted_at',
      'revoked_at',
      'expires_at',
    ],
    identityWrites: 'insert, update',
  },
  colleague: {
    group: 'member.directory',
    writes: { update: 'ud' },
    updates: ['name', 'left_at'],
    identityColumns: ['organization_id', 'id', 'name'],
    identityWrites: 'insert, update',
  },
  recovery_request: {
    group: 'user.invitation',
    conditions: { Y: atCoalition },
    writes: { insert: 'c', update: 'cd' },
    inserts: ['organization_id', 'id', 'kind', 'email', 'email_keys', 'reason', 'requested_by'],
    updates: ['state', 'decided_by'],
    check: `case state when 'PROPOSED' then requested_by = ${me} and ${atCoalition}
    when 'DISMISSED' then decided_by = ${me} and link_key is null
    else decided_by = ${me} and ${atCoalition} and (requested_by <> ${me} or effective_at <= now()) end`,
    identityColumns: [
      'organization_id',
      'id',
      'kind',
      'email',
      'email_keys',
      'state',
      'decided_by',
      'decided_at',
      'link_key',
      'link_expires_at',
      'used_at',
    ],
    identityWrites: 'update',
  },
};
