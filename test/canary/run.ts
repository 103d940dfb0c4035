import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** `npm run test:canary -- --documents 200000 --seed 1`: the canary tests with more documents; ends at the first failure. */
const { values } = parseArgs({ options: { documents: { type: 'string' }, seed: { type: 'string' } } });
const { status } = spawnSync('npx', ['jest', 'test/canary/', '--bail', '--runInBand'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    CANARY_DOCUMENTS: values.documents ?? '20000',
    CANARY_SEED: values.seed ?? `${randomInt(2 ** 31)}`,
  },
});
process.exitCode = status ?? 1;
