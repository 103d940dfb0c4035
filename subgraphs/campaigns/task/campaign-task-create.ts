import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId, newId } from '../../../shared/schema/type-id';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { isPartner } from '../partnership/partnership.repository';
import { CampaignTask } from './task.entity';
import { CampaignTaskCreateInput } from './task.inputs';
import { CampaignTaskPayload } from './task.payload';
import { readTask } from './task-content';

@Resolver()
export class CampaignTaskCreateResolver {
  @Mutation(() => CampaignTaskPayload, {
    nullable: true,
    description: 'Adds a task to a campaign that one’s own organisation leads or has joined.',
  })
  async campaignTaskCreate(
    @Arg('input', () => CampaignTaskCreateInput, { description: 'What is to be done.' })
    { campaign: campaignId, ...content }: CampaignTaskCreateInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const viewer = context.viewer.organizationId!;
    const campaign = isId('Campaign', campaignId) ? await loadById(context, Campaign, campaignId) : null;
    const isLead = campaign?.organizationId === viewer;
    if (!campaign || !(isLead || (await isPartner(context, campaignId)))) refuse('NOT_FOUND', 'campaign');
    const id = newId('CampaignTask');
    await insertRow(context.session, CampaignTask, {
      organizationId: campaign.organizationId,
      id,
      campaignId,
      campaignLevel: campaign.sharingLevel,
      // How far it is shared beyond the campaign is the lead's to say.
      sharingLevel: isLead ? await standardLevel(context, 'campaign.task') : 'PRIVATE',
      ownerOrganizationId: viewer,
      ...readTask(content),
    });
    return { id };
  }
}
