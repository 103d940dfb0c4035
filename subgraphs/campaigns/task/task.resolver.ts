import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import {
  type Connection,
  connection,
  connectionType,
  connectionUnder,
} from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { Colleague, Organization } from '../stubs';
import { CampaignTask } from './task.entity';
import { CampaignTaskFilter } from './task.inputs';
import { isUnfinished, loadBlockers, taskList } from './task.repository';

/** Made once: every list of tasks answers with this type. */
export const CampaignTaskConnection = connectionType(CampaignTask, 'CampaignTask');

@Resolver(() => CampaignTask)
export class CampaignTaskResolver {
  @Query(() => CampaignTaskConnection, {
    nullable: true,
    description: 'Tasks of all campaigns that you may see, by their last day; those without one come last.',
  })
  campaignTasks(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignTaskFilter, filterArgument) filter?: CampaignTaskFilter,
  ): Promise<Connection<CampaignTask>> {
    return connection(context, taskList(filter), page);
  }

  @Query(() => CampaignTask, {
    nullable: true,
    description: 'One task; null when there is none that you may see.',
  })
  campaignTask(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<CampaignTask | null> {
    return loadById(context, CampaignTask, requireId('CampaignTask', id));
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign, where you see it.' })
  campaign(@Root() { campaignId }: CampaignTask, @Ctx() context: SubgraphContext): Promise<Campaign | null> {
    return loadById(context, Campaign, campaignId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation that is to do it.' })
  owner(@Root() { ownerOrganizationId }: CampaignTask): EntityReference | null {
    return pointTo(ownerOrganizationId);
  }

  @FieldResolver(() => Colleague, {
    nullable: true,
    description: 'The person of that organisation who is to do it, where you see its people.',
  })
  person(@Root() { personId, ownerOrganizationId }: CampaignTask): EntityReference | null {
    return personId === null ? null : pointTo(`${ownerOrganizationId} ${personId}`);
  }

  @FieldResolver(() => [CampaignTask], {
    description: 'Tasks that must be done first, as far as you see them.',
  })
  blockedBy(@Root() task: CampaignTask, @Ctx() context: SubgraphContext): Promise<CampaignTask[]> {
    return loadBlockers(context, task);
  }

  @FieldResolver(() => Boolean, { description: 'Whether one of those is neither done nor cancelled.' })
  async isBlocked(@Root() task: CampaignTask, @Ctx() context: SubgraphContext): Promise<boolean> {
    return (await loadBlockers(context, task)).some(isUnfinished);
  }
}

@Resolver(() => Campaign)
export class CampaignTasksResolver {
  @FieldResolver(() => CampaignTaskConnection, {
    nullable: true,
    description: 'Its tasks, by their last day; those without one come last.',
  })
  tasks(
    @Root() { id }: Campaign,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CampaignTaskFilter, filterArgument) filter?: CampaignTaskFilter,
  ): Promise<Connection<CampaignTask>> {
    const list = { ...taskList(filter), perParent: sql`t.campaign_id = parent.id` };
    return connectionUnder(context, list, id, page);
  }
}
