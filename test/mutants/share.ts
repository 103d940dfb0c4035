import type { Mutant } from './mutant';

/** How many mutants of each kind were noticed, and which were not. */
export class Share {
  private readonly kinds = new Map<string, { noticed: number; of: number; survivors: string[] }>();

  add({ kind, what }: Mutant, noticed: boolean): void {
    const count = this.kinds.get(kind) ?? { noticed: 0, of: 0, survivors: [] };
    this.kinds.set(kind, count);
    count.of++;
    if (noticed) count.noticed++;
    else count.survivors.push(what);
  }

  get of(): number {
    return this.sum(({ of }) => of);
  }

  get noticed(): number {
    return this.sum(({ noticed }) => noticed);
  }

  private sum(part: (count: { noticed: number; of: number }) => number): number {
    return [...this.kinds.values()].reduce((sum, count) => sum + part(count), 0);
  }

  print(line: string): void {
    const kinds = [...this.kinds].map(([kind, { noticed, of, survivors }]) =>
      [`  ${kind}: ${noticed} of ${of}`, ...survivors.map((what) => `    survived: ${what}`)].join('\n'),
    );
    process.stdout.write(`${[line, ...kinds].join('\n')}\n`);
  }
}
