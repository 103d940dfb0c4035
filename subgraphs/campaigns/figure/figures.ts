import { defineFigures } from '../../../shared/figure/define-figures';
import { Campaign } from '../campaign/campaign.entity';
import { campaignReference } from '../campaign/campaign.reference';
import { CampaignLink } from '../campaign-link';
import { Event, Organization } from '../stubs';

/** Figures about campaigns and programmes, and the campaigns' part of the impact report. */
export const { Figure, FigureConnection, ImpactReport, ImpactPart, figureResolvers } = defineFigures({
  schema: 'campaigns',
  list: 'campaignFigures',
  about: 'reach of campaigns and programmes, people trained, channels and languages',
  part: { field: 'campaigns', type: 'CampaignsImpact' },
  neighbours: { Organization, Campaign, Event },
  CampaignLink,
  homes: { Campaign: campaignReference },
});
