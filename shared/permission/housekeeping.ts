import { idempotencyHolder } from '../mutation/idempotency';
import type { Policy } from './policy';

/** Tables that every subgraph has for its own upkeep. */
export const housekeepingTables: Policy['tables'] = {
  migration: { closed: 'which migrations ran' },
  seed_row: { closed: 'which rows were seeded once' },
  idempotency: {
    closed: 'which mutations were asked for with which key; each to its own holder',
    upkeep: { holder: `holder = ${idempotencyHolder}`, commands: 'select, insert, update, delete' },
  },
};
