import sql from 'sql-template-tag';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import { indexChangedRow } from '../../../shared/database/search';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { Campaign } from '../campaign/campaign.entity';
import { requireOwnCampaign } from '../campaign/own-campaign';
import { isPartner } from '../partnership/partnership.repository';
import { Activity } from './activity.entity';
import { Result } from './result.entity';

/**
 * A campaign of one's own organisation, held: until the commit nobody else changes its level, or writes activities whose
 * words it shares.
 */
export async function holdCampaign(context: SubgraphContext, id: string): Promise<Campaign> {
  await requireOwnCampaign(context, id);
  await context.session.rows(sql`
select from campaigns.campaign t where t.id = ${id} and t.organization_id = ${context.viewer.organizationId} for no key update`);
  context.forget();
  return requireOwnCampaign(context, id);
}

/**
 * An activity of such a campaign, which is held.
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

/** Brings the words that the campaign is found by up to date; other lines may hold the same. */
export async function indexActivities(
  context: SubgraphContext,
  campaign: Campaign,
  before: Partial<Activity>,
): Promise<void> {
  context.forget();
  const activities = await loadChildren(context, Activity, campaign.id);
  const results = await loadChildren(context, Result, campaign.id);
  const lines = [...activities.filter(({ archivedAt }) => archivedAt === null), ...results];
  const texts = lines.flatMap(({ description }) => Object.values(description));
  await indexChangedRow(
    context.session,
    'campaigns',
    'activity',
    { ...campaign, texts },
    Object.values(before.description ?? {}),
  );
}
