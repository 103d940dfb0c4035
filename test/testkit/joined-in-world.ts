import { organizations } from '../canary/world/organizations';
import { idFor } from '../canary/world/words';

const campaignOf = (lead: string, n: number) => idFor('cmp', `campaigns ${lead} ${n}`);

/** Campaigns of the canaries' world that others see, each with the one organisation that works on it. */
export const joinedInWorld: readonly (readonly [campaign: string, partner: string])[] = [
  [campaignOf('north', 4), organizations.south],
  [campaignOf('north', 5), organizations.east],
  [campaignOf('coalition', 4), organizations.north],
  [campaignOf('gone', 4), organizations.north],
  [campaignOf('south', 6), organizations.gone],
];

/** Partnerships in every state: those, and one of each other state in a campaign of each lead. */
export const partnershipsOfWorld = () => [
  ...joinedInWorld.map(([campaign, partner], n) => ({
    campaign_id: campaign,
    partner_id: partner,
    organization_id: leadOf(campaign),
    id: idFor('cpa', `joined ${n}`),
    state: 'JOINED',
  })),
  ...Object.entries(organizations).flatMap(([lead, id], n) =>
    ['INVITED', 'DECLINED', 'LEFT', 'REMOVED'].map((state, k) => ({
      organization_id: id,
      id: idFor('cpa', `${lead} ${state}`),
      campaign_id: campaignOf(lead, 7),
      partner_id: Object.values(organizations).filter((one) => one !== id)[(n + k) % 4]!,
      state,
    })),
  ),
];

const leadOf = (campaign: string) =>
  Object.entries(organizations).find(([lead]) => [4, 5, 6].some((n) => campaignOf(lead, n) === campaign))![1];
