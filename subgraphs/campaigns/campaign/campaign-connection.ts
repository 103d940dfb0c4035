import { connectionType } from '../../../shared/schema/connection';
import { Campaign } from './campaign.entity';

/** Made once: every list of campaigns answers with this type. */
export const CampaignConnection = connectionType(Campaign, 'Campaign');
