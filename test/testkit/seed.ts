import type { FigureSeed } from '../../shared/figure/seed-figures';
import terms from '../../shared/taxonomy/terms.json';
import type { CampaignSeed } from '../../subgraphs/campaigns/seed/campaign-seed';
import campaignSeeds from '../../subgraphs/campaigns/seed/campaigns.json';
import campaignFigures from '../../subgraphs/campaigns/seed/figures.json';
import type { EventSeed } from '../../subgraphs/events/seed/event-seed';
import eventSeeds from '../../subgraphs/events/seed/events.json';
import eventFigures from '../../subgraphs/events/seed/figures.json';
import serviceFigures from '../../subgraphs/legal/seed/figures.json';
import serviceSeeds from '../../subgraphs/legal/seed/services.json';
import storySeeds from '../../subgraphs/legal/seed/story-profiles.json';
import engagementSeeds from '../../subgraphs/members/seed/engagements.json';
import memberFigures from '../../subgraphs/members/seed/figures.json';
import organizationSeeds from '../../subgraphs/members/seed/organizations.json';

/** The seed files as they are committed: what tests compare answers with, without any code of the hub between. */
export const seedFiles = {
  organizations: organizationSeeds,
  engagements: engagementSeeds,
  campaigns: campaignSeeds as unknown as CampaignSeed[],
  events: eventSeeds as unknown as EventSeed[],
  services: serviceSeeds,
  stories: storySeeds,
};

/** Each subgraph's part of an impact report, its list of figures at the root, and what its seed file says. */
export const figureParts = [
  { subgraph: 'members', part: 'members', list: 'memberFigures', figures: asFigures(memberFigures) },
  { subgraph: 'campaigns', part: 'campaigns', list: 'campaignFigures', figures: asFigures(campaignFigures) },
  { subgraph: 'legal', part: 'services', list: 'serviceFigures', figures: asFigures(serviceFigures) },
  { subgraph: 'events', part: 'events', list: 'eventFigures', figures: asFigures(eventFigures) },
] as const;

export interface SeedTerm {
  readonly code: string;
  readonly ar: string;
  readonly en: string;
  readonly source: readonly { document: string; lines: number[] }[];
  readonly [more: string]: unknown;
}

export const seedTerms = terms as unknown as Record<string, readonly SeedTerm[]>;

function asFigures(figures: unknown): readonly FigureSeed[] {
  return figures as readonly FigureSeed[];
}
