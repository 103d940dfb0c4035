import { Account } from './account/account.entity';
import { ExternalIdentity } from './account/external-identity.entity';
import { ExternalIdentityLinkResolver } from './account/external-identity-link';
import { ExternalIdentityUnlinkResolver } from './account/external-identity-unlink';
import { PasswordChangeResolver, PasswordChangeTokensResolver } from './account/password-change';
import { RecoveryCodesRenewCodesResolver, RecoveryCodesRenewResolver } from './account/recovery-codes-renew';
import {
  SecondFactorConfirmCodesResolver,
  SecondFactorConfirmResolver,
  SecondFactorConfirmTokensResolver,
} from './account/second-factor-confirm';
import { SecondFactorRemoveResolver, SecondFactorRemoveTokensResolver } from './account/second-factor-remove';
import { SecondFactorStartResolver } from './account/second-factor-start';
import { Invitation } from './invitation/invitation.entity';
import { InvitationResolver, OrganizationInvitationsResolver } from './invitation/invitation.resolver';
import { InvitationAcceptResolver } from './invitation/invitation-accept';
import { InvitationCreateResolver } from './invitation/invitation-create';
import { InvitationRevokeResolver } from './invitation/invitation-revoke';
import { AccountDeactivatePersonResolver, AccountDeactivateResolver } from './person/account-deactivate';
import { Colleague } from './person/colleague.entity';
import { ColleagueResolver, OrganizationPeopleResolver } from './person/colleague.resolver';
import { Person } from './person/person.entity';
import { ViewerResolver } from './person/viewer.resolver';
import { SignInRowResolver, ViewerAccountResolver } from './person/viewer-account.resolver';
import { RecoveryCompleteResolver } from './recovery/recovery-complete';
import { RecoveryRequest } from './recovery/recovery-request.entity';
import { OrganizationRecoveryRequestsResolver } from './recovery/recovery-request.resolver';
import {
  RecoveryRequestApproveRequestResolver,
  RecoveryRequestApproveResolver,
} from './recovery/recovery-request-approve';
import {
  RecoveryRequestCreateRequestResolver,
  RecoveryRequestCreateResolver,
} from './recovery/recovery-request-create';
import {
  RecoveryRequestDismissRequestResolver,
  RecoveryRequestDismissResolver,
} from './recovery/recovery-request-dismiss';
import { Notice } from './role/notice.entity';
import { NoticeResolver } from './role/notice.resolver';
import { NoticeDismissResolver } from './role/notice-dismiss';
import { RoleGrantPersonResolver, RoleGrantResolver } from './role/role-grant';
import { RoleGrant, SensitiveRoleGrant } from './role/role-grant.entity';
import { RoleProposal } from './role/role-proposal.entity';
import { OrganizationRoleProposalsResolver, RoleProposalResolver } from './role/role-proposal.resolver';
import { RoleProposalApplyProposalResolver, RoleProposalApplyResolver } from './role/role-proposal-apply';
import {
  RoleProposalApproveProposalResolver,
  RoleProposalApproveResolver,
} from './role/role-proposal-approve';
import { RoleProposalCreateProposalResolver, RoleProposalCreateResolver } from './role/role-proposal-create';
import {
  RoleProposalDismissProposalResolver,
  RoleProposalDismissResolver,
} from './role/role-proposal-dismiss';
import { RoleRevokePersonResolver, RoleRevokeResolver } from './role/role-revoke';
import { OrganizationSwitchResolver, OrganizationSwitchTokensResolver } from './sign-in/organization-switch';
import { ServedOrganizationResolver } from './sign-in/served-organization';
import { SignInResolver, SignInTokensResolver } from './sign-in/sign-in';
import { SignIn } from './sign-in/sign-in.entity';
import { SignInEndResolver } from './sign-in/sign-in-end';
import { SignOutResolver } from './sign-in/sign-out';
import { SignOutEverywhereResolver } from './sign-in/sign-out-everywhere';
import { TokenRefreshResolver, TokenRefreshTokensResolver } from './sign-in/token-refresh';

/** The contents of the folders about people: person, account, sign-in, invitation, role, recovery. */
export const peopleEntities = [
  Account,
  ExternalIdentity,
  SignIn,
  Invitation,
  Notice,
  RoleGrant,
  SensitiveRoleGrant,
  RoleProposal,
  RecoveryRequest,
  Colleague,
  Person,
];

export const peopleResolvers = [
  ExternalIdentityLinkResolver,
  ExternalIdentityUnlinkResolver,
  PasswordChangeTokensResolver,
  PasswordChangeResolver,
  RecoveryCodesRenewCodesResolver,
  RecoveryCodesRenewResolver,
  SecondFactorConfirmTokensResolver,
  SecondFactorConfirmCodesResolver,
  SecondFactorConfirmResolver,
  SecondFactorRemoveTokensResolver,
  SecondFactorRemoveResolver,
  SecondFactorStartResolver,
  OrganizationSwitchTokensResolver,
  OrganizationSwitchResolver,
  ServedOrganizationResolver,
  SignInTokensResolver,
  SignInResolver,
  SignInEndResolver,
  SignOutEverywhereResolver,
  SignOutResolver,
  TokenRefreshTokensResolver,
  TokenRefreshResolver,
  InvitationAcceptResolver,
  InvitationCreateResolver,
  InvitationRevokeResolver,
  OrganizationInvitationsResolver,
  InvitationResolver,
  NoticeDismissResolver,
  NoticeResolver,
  RoleGrantPersonResolver,
  RoleGrantResolver,
  RoleProposalApplyProposalResolver,
  RoleProposalApplyResolver,
  RoleProposalApproveProposalResolver,
  RoleProposalApproveResolver,
  RoleProposalCreateProposalResolver,
  RoleProposalCreateResolver,
  RoleProposalDismissProposalResolver,
  RoleProposalDismissResolver,
  OrganizationRoleProposalsResolver,
  RoleProposalResolver,
  RoleRevokePersonResolver,
  RoleRevokeResolver,
  RecoveryCompleteResolver,
  RecoveryRequestApproveRequestResolver,
  RecoveryRequestApproveResolver,
  RecoveryRequestCreateRequestResolver,
  RecoveryRequestCreateResolver,
  RecoveryRequestDismissRequestResolver,
  RecoveryRequestDismissResolver,
  OrganizationRecoveryRequestsResolver,
  AccountDeactivatePersonResolver,
  AccountDeactivateResolver,
  OrganizationPeopleResolver,
  ColleagueResolver,
  ViewerAccountResolver,
  SignInRowResolver,
  ViewerResolver,
];
