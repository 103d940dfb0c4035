import fc from 'fast-check';
import { transports } from '../testkit/hub';
import { type Deed, deeds } from './commands';
import { Model } from './model';
import { World } from './world';

/** `npm run test:stateful -- --runs 20` takes more runs per transport, by another `SEED`; the test line's is always the same. */
const runs = Number(process.env.STATEFUL_RUNS ?? 1);
const seed = Number(process.env.SEED ?? 1);
jest.setTimeout(120_000 * runs);

class Done implements fc.AsyncCommand<Model, World> {
  constructor(
    private readonly name: string,
    private readonly deed: Deed,
    private readonly pick: number,
    private readonly counts: Map<string, number>,
  ) {}

  check = () => true;

  async run(model: Model, world: World): Promise<void> {
    await this.deed(model, world, this.pick);
    await world.probe(model);
    this.counts.set(this.name, (this.counts.get(this.name) ?? 0) + 1);
  }

  toString = () => `${this.name} (${this.pick})`;
}

describe.each(transports)('over the %s transport', (transport) => {
  it('everybody reads what the specification says, whatever was done in whatever order', async () => {
    const counts = new Map<string, number>();
    const seen = { allowed: 0, denied: 0, refused: 0 };
    const command = ([name, deed]: [string, Deed]) =>
      fc.nat(1_000).map((pick) => new Done(name, deed, pick, counts));
    const each = Object.entries(deeds);
    // Each deed once in a random order, and then whatever comes.
    const once = fc
      .shuffledSubarray(each, { minLength: each.length })
      .chain((all) => fc.tuple(...all.map(command)));
    const more = fc.commands(each.map(command), { maxCommands: 12, size: 'max' });
    await fc.assert(
      fc.asyncProperty(once, more, async (first, then) => {
        const world = await World.open(transport);
        try {
          await fc.asyncModelRun(() => ({ model: new Model(), real: world }), [...first, ...then]);
        } finally {
          for (const what of ['allowed', 'denied', 'refused'] as const) seen[what] += world.seen[what];
          await world.close();
        }
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );
    process.stdout.write(
      `${runs} run(s) over ${transport}, seed ${seed}: ${[...counts.values()].reduce((sum, count) => sum + count, 0)} deeds, ${JSON.stringify(seen)}\n`,
    );
    expect(each.map(([name]) => name).filter((name) => (counts.get(name) ?? 0) < runs)).toEqual([]);
    expect(Math.min(seen.allowed, seen.denied)).toBeGreaterThan(100 * runs);
    expect(seen.refused).toBeGreaterThan(0);
  });
});
