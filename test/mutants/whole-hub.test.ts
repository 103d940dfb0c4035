import { subgraphs } from '../../subgraphs/registry';
import { transports } from '../testkit/hub';
import { isBehindTheApi } from './behind-the-api';
import { equivalent } from './equivalent';
import type { Mutant } from './mutant';
import { sampleOf } from './sample';
import { Share } from './share';
import { WholeHub } from './whole-hub';

/** `MUTANTS=all` takes every one that can be reached, `MUTANTS=500` so many; always the same ones but for `SEED`. */
const { MUTANTS: wanted = '64', SEED: seed = '1' } = process.env;
const size = wanted === 'all' ? Number.POSITIVE_INFINITY : Number(wanted);
jest.setTimeout(size > 64 ? 4 * 3_600_000 : 300_000);

const share = new Share();
let sample: readonly Mutant[] | undefined;

describe.each(transports)('a whole hub over the transport %s', (transport) => {
  let hub: WholeHub;
  let mutants: readonly Mutant[];
  beforeAll(async () => {
    hub = await WholeHub.open(transport);
    sample ??= await chosenFrom(hub);
    mutants = sample.filter((_, n) => n % transports.length === transports.indexOf(transport));
  }, 1_800_000);
  afterAll(() => hub.close());

  it('is as the specification says while there is no mistake in it', async () => {
    for (const mutant of mutants) await hub.prepare(hub.waysTo(mutant));
    expect(hub.complaintsInPeace).toEqual([]);
    for (const definition of subgraphs) {
      // Put in and taken out again like a mutant, it changes nothing.
      const none: Mutant = {
        kind: 'none',
        what: 'none',
        definition,
        policy: { ...definition.policy, groups: { ...definition.policy.groups } },
        tables: [],
        rewrite: (sql) => `${sql}\n`,
      };
      const ways = hub.waysTo(mutants.find((mutant) => mutant.definition === definition)!);
      expect(await hub.noticed(none, ways)).toBeNull();
    }
  });

  it('shows mistakes to whoever asks it', async () => {
    expect(mutants.length).toBeGreaterThanOrEqual(30);
    for (const mutant of mutants) share.add(mutant, (await hub.noticed(mutant)) !== null);
  });
});

it('shows at least 90 of 100 mistakes', () => {
  share.print(`${share.noticed} of ${share.of} mutants were noticed through the API (seed ${seed})`);
  expect(share.of).toBeGreaterThanOrEqual(60);
  expect(share.noticed / share.of).toBeGreaterThanOrEqual(0.9);
});

/** Some of those that a field of the API leads to, on records that the world has. */
async function chosenFrom(hub: WholeHub): Promise<readonly Mutant[]> {
  const all = hub.mutants();
  const reachable = all.filter((mutant) => {
    const { what, isDormant } = mutant;
    if (isDormant || equivalent(what) || isBehindTheApi(what)) return false;
    const { questions, mutations } = hub.waysTo(mutant);
    return questions.length + mutations.length > 0;
  });
  const chosen: Mutant[] = [];
  let withoutRecord = 0;
  for (const mutant of sampleOf(reachable, reachable.length, Number(seed))) {
    if (chosen.length >= size) break;
    await hub.prepare(hub.waysTo(mutant));
    if (hub.hasRecordFor(mutant)) chosen.push(mutant);
    else withoutRecord++;
  }
  process.stdout.write(
    `${reachable.length} of ${all.length} mutants can be reached through the API; ` +
      `${withoutRecord} passed over, as the world has no record to show them on\n`,
  );
  return chosen;
}
