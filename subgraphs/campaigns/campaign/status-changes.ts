import type { CampaignStatus } from './campaign.entity';

/**
 * Where a campaign can go, by where it may come from. `null` is an imported one whose source does not say: it can take any
 * place but a pause. The database holds to the same list.
 */
const origins: Readonly<Record<CampaignStatus, readonly (`${CampaignStatus}` | null)[]>> = {
  PLANNED: [null],
  ACTIVE: [null, 'PLANNED', 'PAUSED'],
  PAUSED: ['ACTIVE'],
  COMPLETED: [null, 'ACTIVE', 'PAUSED'],
  CANCELLED: [null, 'PLANNED', 'ACTIVE', 'PAUSED'],
};

export const mayFollow = (before: `${CampaignStatus}` | null, status: CampaignStatus): boolean =>
  origins[status].includes(before);

/** As SQL: holds where `old.status` may become `new.status`. */
export const mayFollowSql = `(${Object.entries(origins)
  .map(
    ([status, from]) =>
      `new.status = '${status}' and coalesce(old.status, '') in (${from.map((one) => `'${one ?? ''}'`).join(', ')})`,
  )
  .join(' or ')})`;
