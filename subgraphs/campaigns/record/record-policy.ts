import type { GuardedTable } from '../../../shared/permission/policy';

/** Fields that records of every kind have. */
export const recordFields: readonly string[] = [
  ...['id', 'title', 'organization', 'campaign', 'links', 'archivedAt', 'version'],
];

/** @param own columns that only this kind has */
export function recordRule(...own: readonly string[]): GuardedTable {
  const content = ['title', 'campaign_id', 'campaign_level', 'bill_id', 'links', ...own];
  return {
    group: 'campaign.summary',
    writes: { insert: 'c', update: 'uds' },
    inserts: ['organization_id', 'id', 'sharing_level', ...content],
    updates: ['sharing_level', 'chosen_level', ...content, 'archived_at', 'version'],
    parentLevel: 'campaign_level',
  };
}
