import { logScope } from '../../shared/audit/log-scope';
import { impactScope } from '../../shared/impact/impact-report';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { Agreement } from './agreement/agreement.entity';
import { AgreementPayloadResolver } from './agreement/agreement.payload';
import { AgreementResolver, OrganizationAgreementsResolver } from './agreement/agreement.resolver';
import { AgreementAmendResolver } from './agreement/agreement-amend';
import { AgreementProposeResolver } from './agreement/agreement-propose';
import { AgreementResumeResolver } from './agreement/agreement-resume';
import { AgreementRevokeResolver } from './agreement/agreement-revoke';
import { AgreementSignResolver } from './agreement/agreement-sign';
import { AgreementSuspendResolver } from './agreement/agreement-suspend';
import { Application } from './application/application.entity';
import {
  ApplicationResolver,
  MembershipApplicationPayloadResolver,
  MembershipApplyPayloadResolver,
} from './application/application.resolver';
import { MembershipAdmitResolver } from './application/membership-admit';
import { MembershipApplicationUpdateResolver } from './application/membership-application-update';
import { MembershipApplicationWithdrawResolver } from './application/membership-application-withdraw';
import { MembershipApplyResolver } from './application/membership-apply';
import { MembershipRejectResolver } from './application/membership-reject';
import { MembershipReviewStartResolver } from './application/membership-review-start';
import { accessLogResolvers, auditEntities } from './audit/access-log';
import { CampaignLink } from './campaign-link';
import { OrganizationCredit } from './credit/organization-credit.entity';
import {
  OrganizationCreditResolver,
  organizationCreditReference,
} from './credit/organization-credit.resolver';
import { Engagement } from './engagement/engagement.entity';
import { EngagementResolver, OrganizationEngagementResolver } from './engagement/engagement.resolver';
import { explanationResolvers } from './explanation/explanation';
import { Figure, figureResolvers } from './figure/figures';
import { Membership } from './membership/membership.entity';
import { MembershipPayloadResolver } from './membership/membership.payload';
import {
  MembershipChangeResolver,
  MembershipResolver,
  OrganizationMembershipResolver,
} from './membership/membership.resolver';
import { MembershipChange } from './membership/membership-change.entity';
import { MembershipLeaveResolver } from './membership/membership-leave';
import { MembershipReactivateResolver } from './membership/membership-reactivate';
import { MembershipSuspendResolver } from './membership/membership-suspend';
import { Directory1 } from './migrations/1-directory';
import { People2 } from './migrations/2-people';
import { Membership3 } from './migrations/3-membership';
import { Sharing4 } from './migrations/4-sharing';
import { Tools5 } from './migrations/5-tools';
import { SharingVersions6 } from './migrations/6-sharing-versions';
import { Indexes7 } from './migrations/7-indexes';
import { Viewer9 } from './migrations/9-viewer';
import { ViewerKind20 } from './migrations/20-viewer-kind';
import { OrgPolicyVersion } from './org-policy/org-policy.entity';
import { OrgPolicyPayloadResolver } from './org-policy/org-policy.payload';
import { OrganizationPolicyResolver, OrgPolicyVersionResolver } from './org-policy/org-policy.resolver';
import { OrgPolicyApplyResolver } from './org-policy/org-policy-apply';
import { OrgPolicyApproveResolver } from './org-policy/org-policy-approve';
import { OrgPolicyDismissResolver } from './org-policy/org-policy-dismiss';
import { OrgPolicySetResolver } from './org-policy/org-policy-set';
import { Official } from './organization/official.entity';
import { Organization } from './organization/organization.entity';
import { organizationReference } from './organization/organization.reference';
import { OrganizationResolver, StrategyItemResolver } from './organization/organization.resolver';
import { OrganizationImpactResolver } from './organization/organization-impact.resolver';
import { StrategyItem } from './organization/strategy-item.entity';
import { peopleEntities, peopleResolvers } from './people';
import { colleagueReference } from './person/colleague.reference';
import { policy } from './policy';
import { removeDemoAccounts, writeDemoAccounts } from './seed/demo-accounts';
import { seed } from './seed/seed';
import { SharingVersion, sharingReference, sharingResolvers } from './sharing/sharing';
import { TaxonomyResolver } from './taxonomy/taxonomy.resolver';
import { ApiClient } from './tool/api-client.entity';
import { ApiClientCreateResolver } from './tool/api-client-create';
import { ApiClientRevokeResolver } from './tool/api-client-revoke';
import { ApiKey } from './tool/api-key.entity';
import { ApiKeyCreateResolver } from './tool/api-key-create';
import { ApiKeyRevokeResolver } from './tool/api-key-revoke';
import { ApiKeyRotateResolver } from './tool/api-key-rotate';
import {
  ApiClientPayloadResolver,
  ApiKeyPayloadResolver,
  ApiKeySecretPayloadResolver,
} from './tool/tool.payloads';
import { ApiClientResolver, OrganizationToolsResolver, ViewerToolResolver } from './tool/tool.resolver';

/** Who belongs to the coalition, who they are, and the vocabularies everybody shares. */
export const members: SubgraphDefinition = {
  name: 'members',
  resolvers: [
    OrganizationResolver,
    StrategyItemResolver,
    OrganizationMembershipResolver,
    MembershipResolver,
    MembershipChangeResolver,
    OrganizationEngagementResolver,
    EngagementResolver,
    ...figureResolvers,
    ...sharingResolvers,
    OrganizationImpactResolver,
    ...peopleResolvers,
    MembershipPayloadResolver,
    MembershipSuspendResolver,
    MembershipReactivateResolver,
    MembershipLeaveResolver,
    ApplicationResolver,
    MembershipApplicationPayloadResolver,
    MembershipApplyPayloadResolver,
    MembershipApplyResolver,
    MembershipApplicationUpdateResolver,
    MembershipApplicationWithdrawResolver,
    MembershipReviewStartResolver,
    MembershipAdmitResolver,
    MembershipRejectResolver,
    OrganizationCreditResolver,
    OrganizationAgreementsResolver,
    AgreementResolver,
    AgreementPayloadResolver,
    AgreementProposeResolver,
    AgreementSignResolver,
    AgreementAmendResolver,
    AgreementSuspendResolver,
    AgreementResumeResolver,
    AgreementRevokeResolver,
    OrganizationPolicyResolver,
    OrgPolicyVersionResolver,
    OrgPolicyPayloadResolver,
    OrgPolicySetResolver,
    OrgPolicyApproveResolver,
    OrgPolicyApplyResolver,
    OrgPolicyDismissResolver,
    ViewerToolResolver,
    OrganizationToolsResolver,
    ApiClientResolver,
    ApiClientCreateResolver,
    ApiClientRevokeResolver,
    ApiClientPayloadResolver,
    ApiKeyCreateResolver,
    ApiKeyRotateResolver,
    ApiKeyRevokeResolver,
    ApiKeyPayloadResolver,
    ApiKeySecretPayloadResolver,
    TaxonomyResolver,
    ...accessLogResolvers,
    ...explanationResolvers,
  ],
  references: {
    Organization: organizationReference,
    OrganizationCredit: organizationCreditReference,
    Colleague: colleagueReference,
    ImpactReport: impactScope,
    OrganizationSharing: sharingReference,
    AccessLog: logScope,
  },
  policy,
  entities: [
    Organization,
    Official,
    StrategyItem,
    Engagement,
    CampaignLink,
    Figure,
    Membership,
    ...peopleEntities,
    MembershipChange,
    Application,
    OrganizationCredit,
    Agreement,
    OrgPolicyVersion,
    SharingVersion,
    ApiClient,
    ApiKey,
    ...auditEntities,
  ],
  migrations: [
    Directory1,
    People2,
    Membership3,
    Sharing4,
    Tools5,
    SharingVersions6,
    Indexes7,
    Viewer9,
    ViewerKind20,
  ],
  identityKeys: true,
  seed,
  demo: { write: writeDemoAccounts, remove: removeDemoAccounts },
};
