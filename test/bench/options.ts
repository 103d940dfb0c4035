import { parseArgs } from 'node:util';
import { type QueryName, queryNames } from './queries';
import { type TargetName, targetNames } from './targets';

/**
 * Side by side with others, answers to the public kept or not, more and more rows, the questions of the morning, or the
 * start and the memory.
 */
export type Mode = 'compare' | 'public' | 'growth' | 'morning' | 'cold';

export interface BenchOptions {
  readonly mode: Mode;
  readonly soakMinutes: number;
  readonly quick: boolean;
  readonly targets: readonly TargetName[];
  readonly queries: readonly QueryName[];
  /** In place of the plan's own. */
  readonly rounds?: number;
  readonly seconds?: number;
  /** Where figures and chart are written; without it those of a whole run are kept in `results`. */
  readonly out?: string;
}

const modes = ['public', 'growth', 'morning', 'cold'] as const;

/** @throws Error when a target or a query is not known */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      public: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      morning: { type: 'boolean', default: false },
      cold: { type: 'boolean', default: false },
      soak: { type: 'string', default: '10' },
      quick: { type: 'boolean', default: false },
      targets: { type: 'string' },
      queries: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      out: { type: 'string' },
    },
  });
  return {
    mode: modes.find((mode) => values[mode]) ?? 'compare',
    soakMinutes: positive('soak', values.soak),
    quick: values.quick,
    targets: chosen('target', values.targets, targetNames),
    queries: chosen('query', values.queries, queryNames),
    ...(values.rounds && { rounds: positive('rounds', values.rounds) }),
    ...(values.seconds && { seconds: positive('seconds', values.seconds) }),
    ...(values.out && { out: values.out }),
  };
}

/** Those named, in the bench's own order; all of them if none is. */
function chosen<Name extends string>(
  what: string,
  list: string | undefined,
  known: readonly Name[],
): readonly Name[] {
  if (list === undefined) return known;
  const names = list.split(',').map((name) => name.trim());
  for (const name of names) {
    if (!known.includes(name as Name))
      throw new Error(`There is no ${what} "${name}"; there are ${known.join(', ')}.`);
  }
  return known.filter((name) => names.includes(name));
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} takes a number above 0, not "${text}".`);
  return value;
}

/** Whether the run is the one whose figures are kept. */
export const isWhole = ({ quick, targets, queries, rounds, seconds }: BenchOptions): boolean =>
  !quick &&
  !rounds &&
  !seconds &&
  targets.length === targetNames.length &&
  queries.length === queryNames.length;
