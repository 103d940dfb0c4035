import { join } from 'node:path';
import { Client as PostgresClient } from 'pg';
import { Client } from './client';
import { startCountingHub } from './counting-hub';
import type { CpuClock } from './cpu-time';
import { type BenchDatabase, startDatabase } from './database';
import type { GrowthScale } from './growth-scales';
import { type Contender, measureRound, type Plan, requestsOf } from './measure';
import type { AskedQuery } from './queries';
import { seededRandom, shuffled } from './random';
import { makeRequests } from './requests';
import { startTargets, viewerOfTheBench } from './start-targets';
import { median } from './statistics';
import type { Workplace } from './workplace';

export interface Growth {
  readonly query: string;
  /** CPU milliseconds per question, median of the rounds, at each size. */
  readonly milliseconds: readonly [number, number];
  /** Of the rounds. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  readonly bytes: readonly [number, number];
  /** Of one request, at each size. */
  readonly statements: readonly [string, string];
}

interface Grown {
  readonly rows: number;
  readonly database: BenchDatabase;
  readonly contender: Contender;
}

interface GrowthStart {
  readonly scale: GrowthScale;
  readonly plan: Plan;
  readonly workplace: Workplace;
}

/** The same questions, asked in the same way, where there is little and where there is much. */
export async function measureGrowth(start: GrowthStart, clock: CpuClock): Promise<Growth[]> {
  const { scale, plan, workplace } = start;
  const grown: Grown[] = [];
  for (const rows of scale.sizes) grown.push(await startGrown(start, rows));
  const statements = new Map<number, Map<string, string>>();
  for (const one of grown) statements.set(one.rows, await countStatements(start, one));
  const { say } = workplace;

  const { concurrency, warmUpSeconds, seed } = plan;
  for (const query of scale.queries) {
    say(`warming up: ${query.name}`);
    for (const { database, contender } of grown) {
      const requests = makeRequests(query, database.subjects, requestsOf(query, plan), `${seed} warm-up`);
      await contender.client.load(requests, { concurrency, seconds: warmUpSeconds });
    }
  }
  const costs = new Map<string, number[]>();
  const order = seededRandom(`${seed} order`);
  for (let round = 1; round <= plan.rounds; round++) {
    if (round > 1 && performance.now() > plan.budgetSeconds * 1_000) break;
    say(`round ${round} of ${plan.rounds}`);
    for (const query of scale.queries) {
      for (const { rows, database, contender } of shuffled(order, grown)) {
        const requests = makeRequests(query, database.subjects, requestsOf(query, plan), `${seed} ${round}`);
        const { cost } = await measureRound(contender, database.cluster.pid, clock, requests, plan);
        const key = `${query.name} ${rows}`;
        costs.set(key, [...(costs.get(key) ?? []), cost.total]);
      }
    }
  }

  const both = <Value>(read: (one: Grown) => Value): [Value, Value] => [read(grown[0]!), read(grown[1]!)];
  const results: Growth[] = [];
  for (const query of scale.queries) {
    const [few, many] = both(({ rows }) => costs.get(`${query.name} ${rows}`)!);
    const ratios = many.map((cost, round) => cost / few[round]!);
    results.push({
      query: query.name,
      milliseconds: [median(few), median(many)],
      ratio: median(ratios),
      lowest: Math.min(...ratios),
      highest: Math.max(...ratios),
      bytes: [await averageBytes(query, grown[0]!, plan), await averageBytes(query, grown[1]!, plan)],
      statements: both(({ rows }) => statements.get(rows)!.get(query.name)!),
    });
  }
  return results;
}

async function startGrown({ scale, plan, workplace }: GrowthStart, rows: number): Promise<Grown> {
  const { secret, directory, say, signal, closers } = workplace;
  say(`a database with ${scale.label(rows)}`);
  const own = join(directory, `rows-${rows}`);
  const database = await startDatabase(join(own, 'database'), secret);
  closers.add(`PostgreSQL with ${scale.label(rows)}`, () => database.cluster.stop());
  const client = new PostgresClient({ connectionString: database.url });
  await client.connect();
  await scale.grow(client, rows, say).finally(() => client.end());
  const connections = plan.concurrency;
  const { targets, token } = await startTargets({
    names: ['local'],
    database,
    connections,
    workplace: { ...workplace, directory: own },
  });
  const [target] = targets;
  const asking = new Client(target!.origin, token, connections, signal);
  closers.add(`connections to ${scale.label(rows)}`, () => asking.close());
  return { rows, database, contender: { target: target!, client: asking } };
}

/** One and the same request of each question, at each size. */
async function countStatements(
  { scale, plan, workplace: { secret, signal } }: GrowthStart,
  { database }: Grown,
): Promise<Map<string, string>> {
  const { viewer } = await viewerOfTheBench(database.url, secret);
  const hub = await startCountingHub(database.url, secret, viewer);
  const client = new Client(hub.origin, 'nobody looks at it', 1, signal);
  const counted = new Map<string, string>();
  try {
    for (const query of scale.queries) {
      const [request] = makeRequests(query, database.subjects, 1, `${plan.seed} statements`);
      await client.ask(request!);
      counted.set(query.name, hub.take());
    }
    return counted;
  } finally {
    await client.close();
    await hub.close();
  }
}

async function averageBytes(query: AskedQuery, { database, contender }: Grown, plan: Plan): Promise<number> {
  const requests = makeRequests(query, database.subjects, 20, `${plan.seed} bytes`);
  let bytes = 0;
  for (const request of requests) bytes += Buffer.byteLength(await contender.client.ask(request));
  return Math.round(bytes / requests.length);
}
