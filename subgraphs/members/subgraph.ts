import { impactScope } from '../../shared/impact/impact-report';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { CampaignLink } from './campaign-link';
import { Engagement } from './engagement/engagement.entity';
import { EngagementResolver, OrganizationEngagementResolver } from './engagement/engagement.resolver';
import { Figure, figureResolvers } from './figure/figures';
import { Directory1 } from './migrations/1-directory';
import { People2 } from './migrations/2-people';
import { Official } from './organization/official.entity';
import { Organization } from './organization/organization.entity';
import { organizationReference } from './organization/organization.reference';
import { OrganizationResolver, StrategyItemResolver } from './organization/organization.resolver';
import { OrganizationImpactResolver } from './organization/organization-impact.resolver';
import { StrategyItem } from './organization/strategy-item.entity';
import { Person, RoleGrant } from './person/person.entity';
import { ViewerResolver } from './person/viewer.resolver';
import { policy } from './policy';
import { removeDemoAccounts, writeDemoAccounts } from './seed/demo-accounts';
import { seed } from './seed/seed';
import { TaxonomyResolver } from './taxonomy/taxonomy.resolver';

/** Who belongs to the coalition, who they are, and the vocabularies everybody shares. */
export const members: SubgraphDefinition = {
  name: 'members',
  resolvers: [
    OrganizationResolver,
    StrategyItemResolver,
    OrganizationEngagementResolver,
    EngagementResolver,
    ...figureResolvers,
    OrganizationImpactResolver,
    ViewerResolver,
    TaxonomyResolver,
  ],
  references: { Organization: organizationReference, ImpactReport: impactScope },
  policy,
  entities: [Organization, Official, StrategyItem, Engagement, CampaignLink, Figure, Person, RoleGrant],
  migrations: [Directory1, People2],
  identityKeys: true,
  seed,
  demo: { write: writeDemoAccounts, remove: removeDemoAccounts },
};
