import { loadById } from '../../../shared/database/load-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { Campaign } from '../campaign/campaign.entity';
import { holdCampaign } from '../campaign/hold-campaign';
import { isPartner } from '../partnership/partnership.repository';
import { Activity } from './activity.entity';

/**
 * An activity of a campaign of one's own organisation, which is held.
 * @throws Refusal NOT_FOUND for any other, and for one that is archived
 */
export async function holdActivity(
  context: SubgraphContext,
  id: string,
): Promise<{ activity: Activity; campaign: Campaign }> {
  const found = isId('Activity', id) ? await loadById(context, Activity, id) : null;
  if (found?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'activity');
  const campaign = await holdCampaign(context, found.subjectId);
  const activity = await loadById(context, Activity, id);
  if (!activity || activity.archivedAt !== null) refuse('NOT_FOUND', 'activity');
  return { activity, campaign };
}

/** @throws Refusal NOT_A_PARTNER for an organisation that does not work on the campaign */
export async function checkAssignee(
  context: SubgraphContext,
  campaign: Campaign,
  { assigneeId }: Partial<Activity>,
): Promise<void> {
  if (assigneeId == null || assigneeId === campaign.organizationId) return;
  if (!(await isPartner(context, campaign.id, assigneeId))) refuse('NOT_A_PARTNER', 'assignee');
}
