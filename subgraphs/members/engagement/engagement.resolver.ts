import sql from 'sql-template-tag';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { groupBy } from '../../../shared/group-by';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, termOrNull } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Organization } from '../organization/organization.entity';
import { Campaign } from '../stubs';
import { Engagement } from './engagement.entity';

@Resolver(() => Organization)
export class OrganizationEngagementResolver {
  @FieldResolver(() => [Engagement], { nullable: true, description: 'How it works with its stakeholders.' })
  engagements(@Root() organization: Organization, @Ctx() context: SubgraphContext): Promise<Engagement[]> {
    return loadEngagements(context, organization.id);
  }
}

@Resolver(() => Engagement)
export class EngagementResolver {
  @FieldResolver(() => Term, { nullable: true, description: 'The form it takes (`collaborationKinds`).' })
  kind(@Root() engagement: Engagement): TermRecord | null {
    return termOrNull('collaborationKinds', engagement.kind);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'Stakeholders that the source names as a group only (`collaboratorGroups`).',
  })
  stakeholderGroup(@Root() engagement: Engagement): TermRecord | null {
    return termOrNull('collaboratorGroups', engagement.stakeholderGroup);
  }

  @FieldResolver(() => [Organization], { description: 'Stakeholders that the source names.' })
  async stakeholders(
    @Root() engagement: Engagement,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization[]> {
    const found = await Promise.all(
      engagement.stakeholderIds.map((id) => loadById(context, Organization, id)),
    );
    return found.filter((organization) => organization !== null);
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The area of work it belongs to.' })
  campaign(@Root() engagement: Engagement): EntityReference | null {
    return pointTo(engagement.campaignId);
  }
}

function loadEngagements(context: SubgraphContext, organizationId: string): Promise<Engagement[]> {
  return context
    .loader<string, Engagement[]>('engagements', async (ids) => {
      const rows = await context.session.rows<Engagement>(sql`
select ${columnsOf(Engagement)} from members.engagement t
where t.organization_id = any(${ids}) order by t.position, t.id`);
      const byOwner = groupBy(rows, (row) => row.organizationId);
      return ids.map((id) => byOwner.get(id) ?? []);
    })
    .load(organizationId);
}
