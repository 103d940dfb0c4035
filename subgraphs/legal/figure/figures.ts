import { defineFigures } from '../../../shared/figure/define-figures';
import { CampaignLink } from '../campaign-link';
import { Campaign, Event, Organization } from '../stubs';

/** Figures about services, and the services' part of the impact report. */
export const { Figure, FigureConnection, ImpactReport, ImpactPart, figureResolvers } = defineFigures({
  schema: 'legal',
  list: 'serviceFigures',
  about: 'services, people helped, language access, assistance, assisted return',
  part: { field: 'services', type: 'ServicesImpact' },
  neighbours: { Organization, Campaign, Event },
  CampaignLink,
});
