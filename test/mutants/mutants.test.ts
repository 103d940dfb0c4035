import { randomInt } from 'node:crypto';
import { subgraphs } from '../../subgraphs/registry';
import { equivalent } from './equivalent';
import { Laboratory } from './laboratory';
import type { Mutant } from './mutant';
import { sampleOf } from './sample';

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
  const counts = new Map<string, { noticed: number; of: number; survivors: string[] }>();
  for (const mutant of chosen) {
    const count = counts.get(mutant.kind) ?? { noticed: 0, of: 0, survivors: [] };
    counts.set(mutant.kind, count);
    count.of++;
    if (await laboratory.noticedInAction(mutant)) count.noticed++;
    else count.survivors.push(mutant.what);
    if (isLong && count.of % 50 === 0) report(`${mutant.kind}: so far`, new Map([[mutant.kind, count]]));
  }
  const noticed = [...counts.values()].reduce((sum, count) => sum + count.noticed, 0);
  report(`${noticed} of ${chosen.length} mutants in action were noticed (seed ${seed})`, counts);
  expect(chosen.length).toBeGreaterThanOrEqual(60);
  expect(noticed / chosen.length).toBeGreaterThanOrEqual(0.95);
});

it('notices the mistakes in a group that nothing reads yet by the document', () => {
  const dormant = mutants.filter(({ isDormant }) => isDormant);
  const survivors = dormant
    .filter((mutant) => laboratory.differences(mutant).length === 0)
    .map(({ what }) => what);
  report(`${dormant.length - survivors.length} of ${dormant.length} mutants by the document were noticed`);
  expect(dormant.length).toBeGreaterThan(500);
  expect(survivors).toEqual([]);
});

function report(
  line: string,
  counts: ReadonlyMap<string, { noticed: number; of: number; survivors: string[] }> = new Map(),
) {
  const kinds = [...counts].map(([kind, { noticed, of, survivors }]) =>
    [`  ${kind}: ${noticed} of ${of}`, ...survivors.map((what) => `    survived: ${what}`)].join('\n'),
  );
  process.stdout.write(`${[line, ...kinds].join('\n')}\n`);
}
