/** How many documents all canary tests have together, before each takes its share: `CANARY_DOCUMENTS`. */
export const documents = Number(process.env.CANARY_DOCUMENTS ?? 2_000);

/** What they are drawn by. Always the same in the test line, or it would fail for no change; `npm run test:canary` draws anew. */
export const seed = Number(process.env.CANARY_SEED ?? 1);
