import { campaignsRights } from './campaigns-rights';
import { membersRights } from './members-rights';
import { ownLevel, type TableRights } from './table-rights';

const inEverySubgraph: Readonly<Record<string, TableRights>> = {
  idempotency: { upkeep: 'select, insert, update, delete' },
  audit_entry: { auditor: 'select, insert' },
  audit_head: { auditor: 'select, insert, update' },
  sharing_version: {
    insert: { by: 'u' },
    update: { by: 'u', columns: ['state'] },
    auditor: 'select',
  },
  campaign_link: ownLevel,
  figure: ownLevel,
};

/**
 * What each table lets whom do besides the subgraph reading it: the second book, kept apart from the policy. A table
 * that is not named lets nobody write. Nothing that says who somebody is, and no term of an agreement, can be rewritten.
 */
const single: Readonly<Record<string, TableRights>> = {
  ...campaignsRights,
  'events.event': ownLevel,
  'legal.service': ownLevel,
  'legal.story_profile': ownLevel,
  ...membersRights,
};

/** The rights on a table, named with its schema. */
export function rightsOn(table: string): TableRights {
  return single[table] ?? inEverySubgraph[table.split('.')[1]!] ?? {};
}

/** Tables named above, so that a test sees when one is no more. */
export const namedTables: readonly string[] = Object.keys(single);
