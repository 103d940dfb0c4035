import { randomInt } from 'node:crypto';
import { subgraphs } from '../../subgraphs/registry';
import { equivalent } from './equivalent';
import { Laboratory } from './laboratory';
import type { Mutant } from './mutant';
import { sampleOf } from './sample';
import { Share } from './share';

/** `MUTANTS=all` takes every one, `MUTANTS=500` so many; `SEED` repeats a sample. */
const { MUTANTS: wanted = '64' } = process.env;
const everyOne = wanted === 'all';
const size = Number(wanted);
const isLong = everyOne || size > 64;
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
jest.setTimeout(isLong ? 4 * 3_600_000 : 180_000);

let laboratory: Laboratory;
let mutants: Mutant[];
beforeAll(async () => {
  laboratory = await Laboratory.open(subgraphs);
  mutants = subgraphs.flatMap((definition) => laboratory.mutantsOf(definition));
});
afterAll(() => laboratory.close());

it('leaves the hub as it is in peace', async () => {
  for (const definition of subgraphs) {
    const right = { kind: 'none', what: 'none', definition, policy: definition.policy, tables: ['figure'] };
    const applied = { ...right, policy: { ...definition.policy, tables: { ...definition.policy.tables } } };
    expect(await laboratory.noticedInAction(applied)).toBeNull();
    expect(laboratory.differences(right)).toEqual([]);
  }
});

it('notices at least 95 of 100 mistakes in what shield and the database read, in action', async () => {
  const alive = mutants.filter(({ isDormant, what }) => !isDormant && !equivalent(what));
  const chosen = everyOne ? alive : sampleOf(alive, size, seed);
  const share = new Share();
  for (const mutant of chosen) {
    share.add(mutant, (await laboratory.noticedInAction(mutant)) !== null);
    if (isLong && share.of % 200 === 0) share.print(`${share.noticed} of ${share.of} so far`);
  }
  share.print(`${share.noticed} of ${chosen.length} mutants in action were noticed (seed ${seed})`);
  expect(chosen.length).toBeGreaterThanOrEqual(60);
  expect(share.noticed / share.of).toBeGreaterThanOrEqual(0.95);
});

it('notices the mistakes in a group that nothing reads yet by the document', () => {
  const dormant = mutants.filter(({ isDormant }) => isDormant);
  const survivors = dormant
    .filter((mutant) => laboratory.differences(mutant).length === 0)
    .map(({ what }) => what);
  const noticed = dormant.length - survivors.length;
  process.stdout.write(`${noticed} of ${dormant.length} mutants by the document were noticed\n`);
  expect(dormant.length).toBeGreaterThan(500);
  expect(survivors).toEqual([]);
});
