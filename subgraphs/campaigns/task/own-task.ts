import { loadById } from '../../../shared/database/load-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { isPartner } from '../partnership/partnership.repository';
import { CampaignTask } from './task.entity';

/** @throws Refusal NOT_FOUND for a task of any campaign but those that the viewer's organisation leads or has joined */
export async function requireOwnTask(context: SubgraphContext, id: string): Promise<CampaignTask> {
  const task = isId('CampaignTask', id) ? await loadById(context, CampaignTask, id) : null;
  const isLead = task?.organizationId === context.viewer.organizationId;
  if (!task || !(isLead || (await isPartner(context, task.campaignId)))) refuse('NOT_FOUND', 'task');
  return task;
}
