import { defineExplanation } from '../../../shared/explanation/define-explanation';
import { Agreement } from '../agreement/agreement.entity';
import { Application } from '../application/application.entity';
import { Engagement } from '../engagement/engagement.entity';
import { Figure } from '../figure/figures';
import { Invitation } from '../invitation/invitation.entity';
import { MembershipChange } from '../membership/membership-change.entity';
import { OrgPolicyVersion } from '../org-policy/org-policy.entity';
import { Official } from '../organization/official.entity';
import { Organization } from '../organization/organization.entity';
import { organizationReference } from '../organization/organization.reference';
import { Colleague } from '../person/colleague.entity';
import { RecoveryRequest } from '../recovery/recovery-request.entity';
import { RoleProposal } from '../role/role-proposal.entity';
import { SharingVersion } from '../sharing/sharing';
import { SignIn } from '../sign-in/sign-in.entity';
import { ApiClient } from '../tool/api-client.entity';
import { ApiKey } from '../tool/api-key.entity';

/** Why records of this subgraph are visible or not. */
export const { explanationResolvers } = defineExplanation({
  schema: 'members',
  Organization,
  readOrganization: organizationReference,
  types: {
    Organization: { kind: 'Organization', entity: Organization },
    Official: { kind: 'Official', entity: Official },
    Engagement: { kind: 'Engagement', entity: Engagement },
    ReportedFigure: { kind: 'ReportedFigure', entity: Figure },
    Agreement: { kind: 'Agreement', entity: Agreement },
    MembershipApplication: { kind: 'Application', entity: Application },
    MembershipChange: { kind: 'MembershipChange', entity: MembershipChange },
    OrgPolicyVersion: { kind: 'OrgPolicyVersion', entity: OrgPolicyVersion },
    SharingVersion: { kind: 'SharingVersion', entity: SharingVersion },
    Colleague: { kind: 'Person', entity: Colleague },
    Invitation: { kind: 'Invitation', entity: Invitation },
    RoleProposal: { kind: 'RoleProposal', entity: RoleProposal },
    RecoveryRequest: { kind: 'RecoveryRequest', entity: RecoveryRequest },
    SignIn: { kind: 'SignIn', entity: SignIn },
    ApiClient: { kind: 'ApiClient', entity: ApiClient },
    ApiKey: { kind: 'ApiKey', entity: ApiKey },
  },
});
