import type { Policy } from '../../shared/permission/policy';
import { connectionFields } from '../../shared/permission/value-types';

/** Accounts, roles, invitations and the directory of people: the part of the policy that says who may let whom in. */
export const peopleGroups: Policy['groups'] = {
  'user.account': {
    ceiling: 'PRIVATE',
    standard: 'PRIVATE',
    cells: {
      ORG_ADMIN: 'ru@U/-',
      CASEWORKER: 'ru@U/-',
      CAMPAIGNER: 'ru@U/-',
      VIEWER: 'ru@U/-',
      COALITION_STAFF: 'ru@U/-',
      TOOL: '-/-',
      PUBLIC: '-/c@U',
    },
  },
  'user.role': {
    ceiling: 'PRIVATE',
    standard: 'PRIVATE',
    cells: {
      ORG_ADMIN: 'rcud/-',
      CASEWORKER: 'r@U/-',
      CAMPAIGNER: 'r@U/-',
      VIEWER: 'r@U/-',
      COALITION_STAFF: 'r@U/-',
      TOOL: '-/-',
      PUBLIC: '-/-',
    },
    secondFactor: ['c', 'u', 'd'],
  },
  'user.role.sensitive': {
    ceiling: 'PRIVATE',
    standard: 'PRIVATE',
    cells: {
      ORG_ADMIN: 'rd c@T/-',
      CASEWORKER: 'r@U/-',
      CAMPAIGNER: 'r@U/-',
      VIEWER: 'r@U/-',
      COALITION_STAFF: 'r@U/-',
      TOOL: '-/-',
      PUBLIC: '-/-',
    },
    secondFactor: ['c', 'u', 'd'],
  },
  'user.invitation': {
    ceiling: 'PRIVATE',
    standard: 'PRIVATE',
    cells: {
      ORG_ADMIN: 'rcd/-',
      CASEWORKER: '-/-',
      CAMPAIGNER: '-/-',
      VIEWER: '-/-',
      COALITION_STAFF: '-/rcd@Y',
      TOOL: '-/-',
      PUBLIC: '-/ru@U',
    },
    secondFactor: ['c', 'u', 'd'],
  },
  'member.directory': {
    ceiling: 'COALITION',
    standard: 'PRIVATE',
    cells: {
      ORG_ADMIN: 'rcudxs/r@S',
      CASEWORKER: 'r/r@S',
      CAMPAIGNER: 'r/r@S',
      VIEWER: 'r/r@S',
      COALITION_STAFF: 'rcudx/r@S',
      TOOL: 'r@K/r@K&C',
      PUBLIC: '-/-',
    },
  },
};

export const peopleMutations: Policy['fields'][string] = {
  'user.account:c': ['signIn', 'tokenRefresh', 'externalIdentityLink', 'recoveryComplete'],
  'user.account:u': [
    'signInEnd',
    'signOut',
    'signOutEverywhere',
    'organizationSwitch',
    'passwordChange',
    'secondFactorStart',
    'secondFactorConfirm',
    'secondFactorRemove',
    'recoveryCodesRenew',
    'externalIdentityUnlink',
    'noticeDismiss',
  ],
  'user.invitation:c': ['invitationCreate', 'recoveryRequestCreate', 'recoveryRequestApprove'],
  'user.invitation:d': ['invitationRevoke', 'recoveryRequestDismiss'],
  'user.invitation:u': ['invitationAccept'],
  'user.role:c': ['roleGrant'],
  'user.role:d': ['roleRevoke', 'accountDeactivate'],
  'user.role.sensitive:c': [
    'roleProposalCreate',
    'roleProposalApprove',
    'roleProposalApply',
    'roleProposalDismiss',
  ],
};

export const peopleOfOrganization: Policy['fields'][string] = {
  'member.directory': ['people'],
  'user.invitation': ['invitations', 'recoveryRequests'],
  'user.role.sensitive': ['roleProposals'],
};

export const peopleFields: Policy['fields'] = {
  Viewer: {
    'user.role': ['organization', 'roles'],
    'user.account': ['name', 'organizations', 'secondFactor', 'secondFactorAt', 'signIns', 'notices'],
  },
  SignIn: {
    'user.account': ['id', 'organization', 'startedAt', 'lastUsedAt', 'expiresAt', 'current'],
  },
  Notice: {
    'user.account': ['id', 'kind', 'about', 'role', 'effectiveAt', 'at', 'message', 'organization'],
  },
  Colleague: {
    'member.directory': ['id', 'ref', 'name', 'joinedAt', 'leftAt'],
    'user.role': ['roles'],
    'user.role.sensitive': ['sensitiveRoles'],
  },
  RoleProposal: {
    'user.role.sensitive': [
      'id',
      'role',
      'state',
      'proposedAt',
      'effectiveAt',
      'decidedAt',
      'person',
      'proposer',
    ],
  },
  Invitation: {
    'user.invitation': [
      'id',
      'email',
      'roles',
      'language',
      'firstAdmin',
      'invitedAt',
      'expiresAt',
      'organization',
      'state',
    ],
  },
  RecoveryRequest: {
    'user.invitation': ['id', 'kind', 'email', 'reason', 'state', 'requestedAt', 'effectiveAt', 'decidedAt'],
  },
  ...connectionFields('Colleague', 'Invitation', 'RoleProposal', 'RecoveryRequest'),
  Tokens: { open: ['accessToken', 'refreshToken', 'expiresAt'] },
  ServedOrganization: { open: ['organization', 'roles'] },
  ...payloads({
    SignInPayload: ['tokens', 'organization', 'organizations', 'retryAfter'],
    TokenRefreshPayload: ['tokens'],
    SignInEndPayload: [],
    SignOutPayload: [],
    SignOutEverywherePayload: [],
    OrganizationSwitchPayload: ['tokens', 'organization'],
    PasswordChangePayload: ['tokens', 'retryAfter'],
    SecondFactorStartPayload: ['secret', 'uri', 'retryAfter'],
    SecondFactorConfirmPayload: ['tokens', 'recoveryCodes', 'retryAfter'],
    SecondFactorRemovePayload: ['tokens', 'retryAfter'],
    RecoveryCodesRenewPayload: ['recoveryCodes', 'retryAfter'],
    ExternalIdentityLinkPayload: ['retryAfter'],
    ExternalIdentityUnlinkPayload: [],
    NoticeDismissPayload: [],
    InvitationCreatePayload: ['link', 'invitation'],
    InvitationRevokePayload: ['invitation'],
    InvitationAcceptPayload: ['organization', 'waiting'],
    RoleGrantPayload: ['person'],
    RoleRevokePayload: ['person'],
    AccountDeactivatePayload: ['person'],
    RoleProposalCreatePayload: ['proposal'],
    RoleProposalApprovePayload: ['proposal'],
    RoleProposalApplyPayload: ['proposal'],
    RoleProposalDismissPayload: ['proposal'],
    RecoveryRequestCreatePayload: ['request'],
    RecoveryRequestApprovePayload: ['request', 'link'],
    RecoveryRequestDismissPayload: ['request'],
    RecoveryCompletePayload: [],
  }),
};

/** Payloads are open: what stands in them is guarded by its own type. */
function payloads(fields: Readonly<Record<string, readonly string[]>>): Policy['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([type, names]) => [type, { open: [...names, 'userErrors'] }]),
  );
}
