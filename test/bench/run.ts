import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Closers } from '../../gateway/start/closers';
import { Client } from './client';
import { CpuClock } from './cpu-time';
import { startDatabase } from './database';
import { measure, type Plan } from './measure';
import { type BenchOptions, isWhole, readOptions } from './options';
import { benchDirectory, installPeers } from './peers-directory';
import { type QueryName, queries } from './queries';
import { asMarkdown, describeMachine, type Report, writeReport } from './report';
import { makeRequests } from './requests';
import { type AnswerFacts, compareAnswers } from './same-answers';
import { startTargets } from './start-targets';
import { peerGateways } from './targets';

const full: Plan = {
  seed: 'tahaluf',
  rounds: 7,
  budgetSeconds: 25 * 60,
  seconds: 2,
  warmUpSeconds: 4,
  requests: 200,
  wakeUpRequests: 60,
  comparedRequests: 100,
  concurrency: 8,
};
const quick: Plan = {
  ...full,
  rounds: 3,
  budgetSeconds: 110,
  seconds: 0.25,
  warmUpSeconds: 0.5,
  requests: 24,
  wakeUpRequests: 8,
  comparedRequests: 8,
};

/** Whatever hangs, the run ends. */
const longestRun = 40 * 60_000;

const say = (line: string) => console.error(`  ${line}`);

async function bench(
  plan: Plan,
  options: BenchOptions,
  signal: AbortSignal,
  closers: Closers,
): Promise<Report> {
  if (options.targets.some((name) => name === 'postgraphile' || peerGateways.includes(name)))
    await installPeers(say, signal);
  // Before our own processes count towards the load.
  const machine = describeMachine();
  const clock = new CpuClock();
  const directory = await mkdtemp(join(tmpdir(), 'tahaluf-bench-'));
  closers.add('temporary folder', () => rm(directory, { recursive: true, force: true }));

  say('starting PostgreSQL with the seed data');
  const secret = randomBytes(32).toString('hex');
  const database = await startDatabase(join(directory, 'database'), secret);
  closers.add('PostgreSQL', () => database.cluster.stop());
  signal.throwIfAborted();

  const { targets, token } = await startTargets({
    names: options.targets,
    database,
    secret,
    directory,
    connections: plan.concurrency,
    say,
    signal,
    closers,
  });
  const contenders = targets.map((target) => {
    const client = new Client(target.origin, token, plan.concurrency, signal);
    closers.add(`connections to ${target.name}`, () => client.close());
    return { target, client };
  });

  say('comparing answers');
  const answers: Partial<Record<QueryName, AnswerFacts>> = {};
  const asked = queries.filter(({ name }) => options.queries.includes(name));
  for (const query of asked) {
    const requests = makeRequests(query, database.subjects, plan.comparedRequests, `${plan.seed} compare`);
    answers[query.name] = await compareAnswers(contenders, requests);
  }

  const databasePid = () => database.cluster.pid;
  const results = await measure(contenders, asked, databasePid, clock, database.subjects, plan, say);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: { ...machine, postgres: database.version },
    plan,
    answers,
    results,
  };
}

const planOf = ({ quick: isQuick, rounds, seconds }: BenchOptions): Plan => ({
  ...(isQuick ? quick : full),
  ...(rounds && { rounds }),
  ...(seconds && { seconds }),
});

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (process.platform !== 'linux') throw new Error('CPU time is read from /proc, which only Linux has.');

  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stop.abort(new Error(`stopped by ${name}`)));
  }
  setTimeout(() => stop.abort(new Error('the run took too long')), longestRun).unref();

  const closers = new Closers((name, error) => console.error(`could not be closed: ${name}`, error));
  try {
    const report = await bench(planOf(options), options, stop.signal, closers);
    console.log(asMarkdown(report));
    // A quick run shows that everything works, a partial one compares two builds; neither is a result to keep.
    const directory = options.out ?? (isWhole(options) ? resultsDirectory : null);
    if (directory) say(`written to ${await writeReport(directory, report)}`);
  } finally {
    await closers.close();
  }
}

const resultsDirectory = join(benchDirectory, 'results');

main().catch((error: unknown) => {
  console.error('The benchmark failed.', error);
  process.exitCode = 1;
});
