import type { Mutant } from './mutant';

/** So many mutants, of every kind at least two, by a seed. */
export function sampleOf(mutants: readonly Mutant[], size: number, seed: number): Mutant[] {
  const random = generator(seed);
  const shuffled = mutants
    .map((mutant) => ({ mutant, at: random() }))
    .sort((one, another) => one.at - another.at)
    .map(({ mutant }) => mutant);
  const kinds = new Set(mutants.map(({ kind }) => kind));
  const first = [...kinds].flatMap((kind) => shuffled.filter((mutant) => mutant.kind === kind).slice(0, 2));
  const rest = shuffled.filter((mutant) => !first.includes(mutant));
  return [...first, ...rest.slice(0, Math.max(0, size - first.length))];
}

/** The same numbers for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
