import type { Policy } from './policy';

/** Tables that every subgraph has for its own upkeep. */
export const housekeepingTables: Policy['tables'] = {
  migration: { closed: 'which migrations ran' },
  seed_row: { closed: 'which rows were seeded once' },
};
