import { campaignLinkEntity } from '../../shared/campaign-link/campaign-link';

/** Which campaigns events and figures belong to. */
export const CampaignLink = campaignLinkEntity('events');
