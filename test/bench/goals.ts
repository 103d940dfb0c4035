import type { Cost, Result } from './measure';
import type { QueryName } from './queries';
import { ratio } from './ratios';
import { median } from './statistics';
import type { TargetName } from './targets';

/** What the hub is held to: its CPU against somebody else's, as the median over queries. */
interface Goal {
  readonly title: string;
  readonly ours: TargetName;
  readonly theirs: TargetName;
  readonly part: keyof Cost;
  /** All of them if none is named. */
  readonly queries?: readonly QueryName[];
  readonly atMost?: number;
}

const light: readonly QueryName[] = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'];

export const goals: readonly Goal[] = [
  { title: 'all in one / floor', ours: 'local', theirs: 'floor', part: 'total', atMost: 3 },
  {
    title: 'all in one / Hive Gateway, Rust',
    ours: 'local',
    theirs: 'hive-rust',
    part: 'total',
    atMost: 0.25,
  },
  { title: 'all in one / PostGraphile', ours: 'local', theirs: 'postgraphile', part: 'total', atMost: 1 },
  { title: 'all in one / Apollo Gateway', ours: 'local', theirs: 'apollo', part: 'total' },
  { title: 'all in one / the same with every guard off', ours: 'local', theirs: 'open', part: 'total' },
  {
    title: 'gateway alone over HTTP / Hive Gateway alone, Rust: one to four requests to subgraphs',
    ours: 'http',
    theirs: 'hive-rust',
    part: 'gateway',
    queries: light,
    atMost: 0.5,
  },
  {
    title: 'the same: heavy',
    ours: 'http',
    theirs: 'hive-rust',
    part: 'gateway',
    queries: ['Q7'],
    atMost: 1,
  },
  {
    title: 'gateway alone over HTTP / Apollo Gateway alone',
    ours: 'http',
    theirs: 'apollo',
    part: 'gateway',
  },
];

export interface GoalResult {
  readonly goal: Goal;
  readonly median: number;
  readonly each: readonly { readonly query: QueryName; readonly ratio: number }[];
}

/** Those of which both sides were measured. */
export function measureGoals(results: readonly Result[]): GoalResult[] {
  const find = (query: QueryName, target: TargetName) =>
    results.find((result) => result.query === query && result.target === target);
  const asked = [...new Set(results.map(({ query }) => query))];
  return goals.flatMap((goal) => {
    const each = asked
      .filter((query) => goal.queries?.includes(query) ?? true)
      .flatMap((query) => {
        const spread = ratio(find(query, goal.ours), find(query, goal.theirs), goal.part);
        return spread ? [{ query, ratio: spread.median }] : [];
      });
    return each.length > 0 ? [{ goal, each, median: median(each.map((one) => one.ratio)) }] : [];
  });
}
