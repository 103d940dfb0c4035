import { campaignLinkEntity } from '../../shared/campaign-link/campaign-link';

/** Which campaigns services, stories and figures belong to. */
export const CampaignLink = campaignLinkEntity('legal');
