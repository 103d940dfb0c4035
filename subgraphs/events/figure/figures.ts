import { defineFigures } from '../../../shared/figure/define-figures';
import { CampaignLink } from '../campaign-link';
import { Event } from '../event/event.entity';
import { eventReference } from '../event/event.reference';
import { Campaign, Organization } from '../stubs';

/** Figures counted at events, and the events' part of the impact report. */
export const { Figure, FigureConnection, ImpactReport, ImpactPart, figureResolvers } = defineFigures({
  schema: 'events',
  list: 'eventFigures',
  about: 'participants, speakers, workshops, courses, outreach',
  part: { field: 'events', type: 'EventsImpact' },
  neighbours: { Organization, Campaign, Event },
  CampaignLink,
  homes: { Event: eventReference },
});
