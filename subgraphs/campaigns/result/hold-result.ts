import { loadById } from '../../../shared/database/load-rows';
import { Conflict, refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type Campaign, CampaignStatus } from '../campaign/campaign.entity';
import { holdCampaign } from '../campaign/hold-campaign';
import { Result } from './result.entity';

/** Whether a campaign still works on its results, or is completed or cancelled. */
export type Phase = 'UNDER_WAY' | 'OVER';

/**
 * A campaign of one's own organisation in that phase, held until the commit.
 * @throws Refusal INVALID_STATE in the other one: what it had reached when it was over is frozen
 */
export async function holdFramework(
  context: SubgraphContext,
  id: string,
  phase: Phase = 'UNDER_WAY',
): Promise<Campaign> {
  const campaign = await holdCampaign(context, id);
  const isOver = campaign.status === CampaignStatus.COMPLETED || campaign.status === CampaignStatus.CANCELLED;
  if (isOver !== (phase === 'OVER')) refuse('INVALID_STATE', 'campaign');
  return campaign;
}

/**
 * A result of such a campaign, as it was read at a version.
 * @throws Refusal NOT_FOUND for any other, and for one that is archived; Conflict
 */
export async function holdResult(
  context: SubgraphContext,
  { result: id, version }: { readonly result: string; readonly version: number },
): Promise<{ result: Result; campaign: Campaign }> {
  const found = isId('Result', id) ? await loadById(context, Result, id) : null;
  if (found?.organizationId !== context.viewer.organizationId) refuse('NOT_FOUND', 'result');
  const campaign = await holdFramework(context, found.subjectId);
  const result = await loadById(context, Result, id);
  if (!result || result.archivedAt !== null) refuse('NOT_FOUND', 'result');
  if (result.version !== version) throw new Conflict(id);
  return { result, campaign };
}
