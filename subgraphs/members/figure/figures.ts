import { defineFigures } from '../../../shared/figure/define-figures';
import { CampaignLink } from '../campaign-link';
import { Organization } from '../organization/organization.entity';
import { organizationReference } from '../organization/organization.reference';
import { Campaign, Event } from '../stubs';

/** Figures about organisations themselves, and the members' part of the impact report. */
export const { Figure, ImpactReport, figureResolvers } = defineFigures({
  schema: 'members',
  list: 'memberFigures',
  about: 'staff, volunteers, money, partners, advisory bodies',
  part: { field: 'members', type: 'MembersImpact' },
  neighbours: { Organization, Campaign, Event },
  CampaignLink,
  homes: { Organization: organizationReference },
});
