import type { Asked, Client, Load } from './client';
import type { CpuClock } from './cpu-time';
import type { AskedQuery, BenchQuery, QueryName, Subjects } from './queries';
import { seededRandom, shuffled } from './random';
import { type BenchRequest, makeRequests } from './requests';
import { median, quantile } from './statistics';
import type { Target, TargetName } from './targets';

export interface Plan {
  readonly seed: string;
  /** At most; at least one. */
  readonly rounds: number;
  /** No further round starts once the whole run has taken so long: a busy machine gets fewer rounds, not more time. */
  readonly budgetSeconds: number;
  /** Least seconds that a target is asked one query in one round. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Different requests of one round; a target that is through early is asked them all again. */
  readonly requests: number;
  /** Answered before the clock of a round starts: connections that were idle too long are opened again. */
  readonly wakeUpRequests: number;
  readonly comparedRequests: number;
  readonly concurrency: number;
}

/** CPU milliseconds per operation, by who spends them. */
export interface Cost {
  readonly gateway: number;
  readonly subgraphs: number;
  readonly database: number;
  readonly total: number;
}

export interface Result {
  readonly query: QueryName;
  readonly target: TargetName;
  /** Median of the rounds, each by itself: the parts need not add up to the total exactly. */
  readonly cost: Cost;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly operations: number;
  /** Of each round, so that two targets can be compared where both met the same weather. */
  readonly rounds: readonly Cost[];
}

export interface Contender {
  readonly target: Target;
  readonly client: Client;
}

interface Round {
  readonly cost: Cost;
  readonly load: Load;
}

/** A heavy question is asked less often, for the time that it takes. */
export const requestsOf = ({ heavy }: AskedQuery, { requests }: Plan) =>
  heavy ? Math.ceil(requests / 5) : requests;

/**
 * Targets take turns in every round, in an order drawn anew: what slows the machine for a while slows everybody.
 * Only one target is asked at a time, so what PostgreSQL spends meanwhile is spent for that one.
 */
export async function measure(
  contenders: readonly Contender[],
  queries: readonly BenchQuery[],
  databasePid: () => number,
  clock: CpuClock,
  subjects: Subjects,
  plan: Plan,
  say: (line: string) => void,
): Promise<Result[]> {
  const { concurrency, warmUpSeconds } = plan;
  for (const query of queries) {
    say(`warming up: ${query.name}`);
    const requests = makeRequests(query, subjects, requestsOf(query, plan), `${plan.seed} warm-up`);
    for (const { target, client } of contenders) {
      await client.load(inWordsOf(target, requests), { concurrency, seconds: warmUpSeconds });
    }
  }

  const rounds = new Map<string, Round[]>();
  const order = seededRandom(`${plan.seed} order`);
  for (let number = 1; number <= plan.rounds; number++) {
    // Counted from the start of the program, preparations included.
    if (number > 1 && performance.now() > plan.budgetSeconds * 1_000) break;
    say(`round ${number} of ${plan.rounds}`);
    for (const query of queries) {
      const requests = makeRequests(query, subjects, requestsOf(query, plan), `${plan.seed} round ${number}`);
      for (const contender of shuffled(order, contenders)) {
        const key = `${query.name} ${contender.target.name}`;
        const round = await measureRound(
          contender,
          databasePid(),
          clock,
          inWordsOf(contender.target, requests),
          plan,
        );
        rounds.set(key, [...(rounds.get(key) ?? []), round]);
      }
    }
  }

  return queries.flatMap(({ name }) => {
    const of = (target: TargetName) => rounds.get(`${name} ${target}`) ?? [];
    return contenders.map(({ target }) => summarize(name, target.name, of(target.name)));
  });
}

const inWordsOf = ({ dialect }: Target, requests: readonly BenchRequest[]) =>
  dialect ? requests.map((request) => dialect.ask(request)) : requests;

export async function measureRound(
  { target, client }: Contender,
  databasePid: number,
  clock: CpuClock,
  requests: readonly Asked[],
  { concurrency, seconds, wakeUpRequests }: Plan,
): Promise<Round> {
  await client.load(requests.slice(0, wakeUpRequests), { concurrency, seconds: 0 });
  const before = readTimes(clock, target, databasePid);
  const load = await client.load(requests, { concurrency, seconds });
  const after = readTimes(clock, target, databasePid);

  const each = (part: keyof typeof after) => (after[part] - before[part]) / load.operations;
  const gateway = each('gateway');
  const subgraphs = each('subgraphs');
  const database = each('database');
  return { load, cost: { gateway, subgraphs, database, total: gateway + subgraphs + database } };
}

/** The hub's children are its subgraphs; those of the peers' gateways run beside them. */
function readTimes(clock: CpuClock, { pid, subgraphPids }: Target, databasePid: number) {
  const whole = (id: number) => {
    const { own, children } = clock.read(id);
    return own + children;
  };
  const { own, children } = clock.read(pid);
  const database = whole(databasePid);
  if (!subgraphPids) return { gateway: own, subgraphs: children, database };
  return {
    gateway: own + children,
    subgraphs: subgraphPids.reduce((sum, id) => sum + whole(id), 0),
    database,
  };
}

function summarize(query: QueryName, target: TargetName, rounds: readonly Round[]): Result {
  const part = (name: keyof Cost) => median(rounds.map(({ cost }) => cost[name]));
  const latencies = rounds.flatMap(({ load }) => load.latencies);
  return {
    query,
    target,
    cost: {
      gateway: part('gateway'),
      subgraphs: part('subgraphs'),
      database: part('database'),
      total: part('total'),
    },
    perSecond: median(rounds.map(({ load }) => load.operations / load.seconds)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    operations: latencies.length,
    rounds: rounds.map(({ cost }) => cost),
  };
}
