import sql from 'sql-template-tag';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { groupBy } from '../../../shared/group-by';
import { timeZoneDescription, today } from '../../../shared/schema/calendar';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { Organization } from '../stubs';
import { isOverdue } from './task.repository';

@ObjectType()
abstract class TaskCounts {
  @Field(() => Int, { description: 'How many tasks there are.' })
  total!: number;

  @Field(() => Int, { description: 'How many of them are done.' })
  done!: number;

  @Field(() => Int, { description: 'How many of them need not be done any more.' })
  cancelled!: number;

  @Field(() => Int, {
    description: 'How many of them are still to be done although their last day has passed.',
  })
  overdue!: number;
}

@ObjectType({ description: 'How far one organisation is with its tasks in a campaign.' })
export class OrganizationTaskProgress extends TaskCounts {}

@ObjectType({ description: 'How far a campaign is with its tasks, counted over those that you may see.' })
export class CampaignTaskProgress extends TaskCounts {
  @Field(() => [OrganizationTaskProgress], {
    description: 'The same for each organisation that has tasks in it; they add up.',
  })
  byOrganization!: Counted[];
}

/** `organizationId` and `id` are the campaign's: by these it is logged who has read the counts. */
interface Counted extends TaskCounts {
  readonly organizationId: string;
  readonly id: string;
  readonly ownerId: string;
}

@Resolver(() => Campaign)
export class CampaignTaskProgressResolver {
  @FieldResolver(() => CampaignTaskProgress, {
    nullable: true,
    description: 'How far it is with its tasks; null where there are none that you may see.',
  })
  async taskProgress(
    @Root() { id, organizationId }: Campaign,
    @Ctx() context: SubgraphContext,
    @Arg('timeZone', () => String, { defaultValue: 'UTC', description: timeZoneDescription })
    timeZone: string,
  ): Promise<object | null> {
    const byOrganization = await countTasks(context, id, today(timeZone));
    if (byOrganization.length === 0) return null;
    const sum = (count: keyof TaskCounts) => byOrganization.reduce((all, one) => all + one[count], 0);
    return {
      organizationId,
      id,
      byOrganization,
      ...{ total: sum('total'), done: sum('done'), cancelled: sum('cancelled'), overdue: sum('overdue') },
    };
  }
}

@Resolver(() => OrganizationTaskProgress)
export class OrganizationTaskProgressResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation.' })
  organization(@Root() { ownerId }: Counted): EntityReference | null {
    return pointTo(ownerId);
  }
}

function countTasks(context: SubgraphContext, campaign: string, day: string): Promise<Counted[]> {
  return context
    .loader<string, Counted[]>(`task counts on ${day}`, async (ids) => {
      const rows = await context.session.rows<Counted>(sql`
select t.organization_id as "organizationId", t.campaign_id as id, t.owner_organization_id as "ownerId",
  count(*)::int as total, (count(*) filter (where t.state = 'COMPLETED'))::int as done,
  (count(*) filter (where t.state = 'CANCELLED'))::int as cancelled,
  (count(*) filter (where ${isOverdue(day)}))::int as overdue
from campaigns.campaign_task t where t.campaign_id = any(${ids}) group by 1, 2, 3 order by 3`);
      const byCampaign = groupBy(rows, (row) => row.id);
      return ids.map((id) => byCampaign.get(id) ?? []);
    })
    .load(campaign);
}
