import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import { isToBeFound } from '../../../shared/permission/hidden-organizations';
import { today } from '../../../shared/schema/calendar';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignTask, TaskState } from './task.entity';
import type { CampaignTaskFilter } from './task.inputs';

/** Tasks that meet a filter, those that are due first before the others. */
export function taskList(filter?: CampaignTaskFilter | null, more: readonly Sql[] = []): ListQuery {
  return {
    name: 'tasks',
    columns: columnsOf(CampaignTask),
    from: sql`campaigns.campaign_task t`,
    where: [...conditions(filter), ...more],
    orderBy: { name: 'due', key: sql`t.due_key` },
  };
}

function conditions(filter?: CampaignTaskFilter | null): Sql[] {
  if (!filter) return [];
  const { campaign, state, owner, person, overdue, timeZone } = filter;
  const where: Sql[] = [];
  if (campaign != null) where.push(sql`t.campaign_id = ${requireId('Campaign', campaign)}`);
  if (state != null) where.push(sql`t.state = ${state}`);
  if (owner != null)
    where.push(
      sql`t.owner_organization_id = ${requireId('Organization', owner)} and ${isToBeFound(sql`t.owner_organization_id`)}`,
    );
  if (person != null) where.push(sql`t.person_id = ${requireId('Person', person)}`);
  if (overdue != null) where.push(sql`${isOverdue(today(timeZone))} = ${overdue}`);
  return where;
}

/** Holds for tasks `t` that are still to be done. */
export const isOpen = sql`t.state in ('NEEDS_ACTION', 'IN_PROCESS')`;

export const isOverdue = (day: string): Sql => sql`(t.due_key < ${day}::date and ${isOpen})`;

/** The tasks that one waits for, as far as the viewer sees them. */
export async function loadBlockers(context: SubgraphContext, task: CampaignTask): Promise<CampaignTask[]> {
  const found = await Promise.all(task.blockerIds.map((id) => loadById(context, CampaignTask, id)));
  context.spend(found.length);
  return found.filter((blocker) => blocker !== null);
}

export const isUnfinished = ({ state }: CampaignTask): boolean =>
  state === TaskState.NEEDS_ACTION || state === TaskState.IN_PROCESS;
