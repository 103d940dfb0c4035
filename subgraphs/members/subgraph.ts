import { logScope } from '../../shared/audit/log-scope';
import { impactScope } from '../../shared/impact/impact-report';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { accessLogResolvers, auditEntities } from './audit/access-log';
import { CampaignLink } from './campaign-link';
import { Engagement } from './engagement/engagement.entity';
import { EngagementResolver, OrganizationEngagementResolver } from './engagement/engagement.resolver';
import { Figure, figureResolvers } from './figure/figures';
import { Membership } from './membership/membership.entity';
import { MembershipResolver, OrganizationMembershipResolver } from './membership/membership.resolver';
import { Directory1 } from './migrations/1-directory';
import { People2 } from './migrations/2-people';
import { Membership3 } from './migrations/3-membership';
import { Sharing4 } from './migrations/4-sharing';
import { Tools5 } from './migrations/5-tools';
import { Viewer9 } from './migrations/9-viewer';
import { Official } from './organization/official.entity';
import { Organization } from './organization/organization.entity';
import { organizationReference } from './organization/organization.reference';
import { OrganizationResolver, StrategyItemResolver } from './organization/organization.resolver';
import { OrganizationImpactResolver } from './organization/organization-impact.resolver';
import { StrategyItem } from './organization/strategy-item.entity';
import { Person, RoleGrant, SensitiveRoleGrant } from './person/person.entity';
import { ViewerResolver } from './person/viewer.resolver';
import { policy } from './policy';
import { removeDemoAccounts, writeDemoAccounts } from './seed/demo-accounts';
import { seed } from './seed/seed';
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
    OrganizationEngagementResolver,
    EngagementResolver,
    ...figureResolvers,
    OrganizationImpactResolver,
    ViewerResolver,
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
  ],
  references: { Organization: organizationReference, ImpactReport: impactScope, AccessLog: logScope },
  policy,
  entities: [
    Organization,
    Official,
    StrategyItem,
    Engagement,
    CampaignLink,
    Figure,
    Membership,
    Person,
    RoleGrant,
    SensitiveRoleGrant,
    ApiClient,
    ApiKey,
    ...auditEntities,
  ],
  migrations: [Directory1, People2, Membership3, Sharing4, Tools5, Viewer9],
  identityKeys: true,
  seed,
  demo: { write: writeDemoAccounts, remove: removeDemoAccounts },
};
