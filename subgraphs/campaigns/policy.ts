import { campaignSummary } from '../../shared/campaign-link/campaign-policy';
import { figureFields, reportFigure } from '../../shared/figure/figure-policy';
import type { Policy } from '../../shared/permission/policy';
import { connectionFields, valueTypeFields } from '../../shared/permission/value-types';

/** Who may read what in the campaigns subgraph. */
export const policy: Policy = {
  groups: {
    'campaign.summary': campaignSummary,
    'report.figure': reportFigure,
  },
  fields: {
    Query: {
      'campaign.summary': ['campaigns', 'campaign', 'campaignCounts'],
      'report.figure': ['campaignFigures', 'impactReport'],
    },
    Campaign: {
      'campaign.summary': [
        'id',
        'ref',
        'slug',
        'kind',
        'title',
        'subtitle',
        'acronym',
        'objective',
        'objectiveSources',
        'status',
        'organization',
        'parent',
        'children',
        'activities',
        'results',
        'columnReading',
        'sdgTargets',
        'themes',
        'governmentLevels',
        'collaborationKinds',
        'audiences',
        'places',
        'country',
        'partners',
        'funders',
        'instruments',
        'period',
        'sources',
        'note',
      ],
      'report.figure': ['campaignFigures'],
    },
    Activity: { 'campaign.summary': ['id', 'kind', 'description', 'quantity', 'sources', 'note'] },
    Result: { 'campaign.summary': ['id', 'description', 'quantity', 'sources', 'note'] },
    CampaignCount: { 'campaign.summary': ['term', 'organization', 'count'] },
    SdgTarget: { open: ['code', 'goal', 'label', 'note', 'sources'] },
    Instrument: { open: ['code', 'label', 'kind', 'year', 'country', 'note', 'sources'] },
    Organization: {
      open: ['ref'],
      'campaign.summary': ['campaigns', 'partnerCampaigns', 'fundedCampaigns'],
      'report.figure': ['campaignFigures'],
    },
    Event: { open: ['ref'] },
    ReportedFigure: figureFields,
    ImpactReport: { 'report.figure': ['ref', 'organization', 'period', 'campaigns'] },
    CampaignsImpact: {
      'report.figure': ['figures', 'contributingOrganizations'],
      'campaign.summary': ['campaigns', 'sdgTargets'],
    },
    ...connectionFields('Campaign', 'ReportedFigure'),
    ...valueTypeFields,
  },
  tables: {
    campaign: { group: 'campaign.summary' },
    campaign_search: { group: 'campaign.summary' },
    campaign_tag: { group: 'campaign.summary' },
    campaign_credit: { group: 'campaign.summary' },
    activity: { group: 'campaign.summary' },
    activity_search: { group: 'campaign.summary' },
    result: { group: 'campaign.summary' },
    campaign_link: { group: 'campaign.summary' },
    figure: { group: 'report.figure' },
    figure_search: { group: 'report.figure' },
  },
};
