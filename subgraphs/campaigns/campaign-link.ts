import { campaignLinkEntity } from '../../shared/campaign-link/campaign-link';

/** Which campaigns figures belong to. */
export const CampaignLink = campaignLinkEntity('campaigns');
