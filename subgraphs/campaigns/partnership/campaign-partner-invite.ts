import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { insertRow } from '../../../shared/database/write-rows';
import { toTranslations } from '../../../shared/language/translation-input';
import { refuse } from '../../../shared/mutation/user-errors';
import { levelsFrom, type SharingLevel } from '../../../shared/permission/policy';
import { isId, newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireOwnCampaign } from '../campaign/own-campaign';
import { CampaignPartnership } from './partnership.entity';
import { CampaignPartnerInviteInput } from './partnership.inputs';
import { CampaignPartnershipPayload } from './partnership.payload';

@Resolver()
export class CampaignPartnerInviteResolver {
  @Mutation(() => CampaignPartnershipPayload, {
    nullable: true,
    description:
      'Invites another organisation to work on a campaign of one’s own. It sees the invitation at once, and what the campaign keeps to itself only after it has joined.',
  })
  async campaignPartnerInvite(
    @Arg('input', () => CampaignPartnerInviteInput, { description: 'Whom to invite, and where.' })
    { campaign: campaignId, partner, message }: CampaignPartnerInviteInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { organizationId, sharingLevel } = await requireOwnCampaign(context, campaignId);
    if (partner === organizationId) refuse('INVALID', 'partner');
    if (!isId('Organization', partner) || context.viewer.hiddenOrganizations.includes(partner))
      refuse('NOT_FOUND', 'partner');
    if (!levelsFrom('COALITION_SUMMARY').includes(sharingLevel as SharingLevel))
      refuse('NOT_SHARED', 'campaign');
    const id = newId('CampaignPartnership');
    await insertRow(context.session, CampaignPartnership, {
      organizationId,
      id,
      campaignId,
      partnerId: partner,
      message: message ? toTranslations(message, 'message') : null,
    });
    return { id };
  }
}
