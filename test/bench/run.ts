import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Closers } from '../../gateway/start/closers';
import { mintToken } from '../../shared/identity/token';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { Client } from './client';
import { CpuClock } from './cpu-time';
import { signIn, startDatabase } from './database';
import { measure, type Plan } from './measure';
import { asMarkdown, describeMachine, type Report, writeReport } from './report';
import { makeRequests, type QueryName, queries } from './requests';
import { type AnswerFacts, compareAnswers } from './same-answers';
import { startFloor, startHub, startOpenHub, type Target } from './targets';

const full: Plan = {
  seed: 'tahaluf',
  rounds: 7,
  budgetSeconds: 600,
  seconds: 3,
  warmUpSeconds: 5,
  requests: 200,
  comparedRequests: 100,
  concurrency: 8,
};
const quick: Plan = {
  ...full,
  rounds: 3,
  budgetSeconds: 40,
  seconds: 0.5,
  warmUpSeconds: 1,
  requests: 60,
  comparedRequests: 20,
};

/** Whatever hangs, the run ends. */
const longestRun = 15 * 60_000;

const say = (line: string) => console.error(`  ${line}`);

async function bench(plan: Plan, signal: AbortSignal, closers: Closers): Promise<Report> {
  // First, before our own processes count towards the load.
  const machine = describeMachine();
  const clock = new CpuClock();
  const directory = await mkdtemp(join(tmpdir(), 'tahaluf-bench-'));
  closers.add('temporary folder', () => rm(directory, { recursive: true, force: true }));

  say('starting PostgreSQL with the seed data');
  const secret = randomBytes(32).toString('hex');
  const database = await startDatabase(join(directory, 'database'), secret);
  closers.add('PostgreSQL', () => database.cluster.stop());
  signal.throwIfAborted();

  const targets: Target[] = [];
  const add = (target: Target) => {
    closers.add(target.name, () => target.stop());
    targets.push(target);
  };
  const tokenPrivateKey = generateTokenKey();
  for (const transport of ['local', 'http'] as const) {
    say(`starting the hub: ${transport}`);
    const dataDirectory = join(directory, transport);
    add(
      await startHub(
        transport,
        { databaseUrl: database.url, dataDirectory, secret, tokenPrivateKey },
        signal,
      ),
    );
  }
  const subject = {
    personId: demoPersonId('mima', 'VIEWER'),
    organizationId: seedId('Organization', 'mima'),
  };
  say('starting the hub without guards');
  add(await startOpenHub(database.url, { ...subject, roles: ['VIEWER'] }));
  say('starting the floor');
  add(await startFloor(database.url, plan.concurrency));

  const signInId = await signIn(database.url, subject);
  const token = await mintToken(readTokenKeys(tokenPrivateKey), { ...subject, signInId }, '8h');
  const contenders = targets.map((target) => {
    const client = new Client(target.origin, token, plan.concurrency, signal);
    closers.add(`connections to ${target.name}`, () => client.close());
    return { target, client };
  });

  say('comparing answers');
  const clients = new Map(contenders.map(({ target, client }) => [target.name, client]));
  const answers: Partial<Record<QueryName, AnswerFacts>> = {};
  for (const query of queries) {
    const requests = makeRequests(query, database.subjects, plan.comparedRequests, `${plan.seed} compare`);
    answers[query.name] = await compareAnswers(clients, requests);
  }

  const databasePid = () => database.cluster.pid;
  const results = await measure(contenders, databasePid, clock, database.subjects, plan, say);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: { ...machine, postgres: database.version },
    plan,
    answers: answers as Report['answers'],
    results,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  if (process.platform !== 'linux') throw new Error('CPU time is read from /proc, which only Linux has.');

  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stop.abort(new Error(`stopped by ${name}`)));
  }
  setTimeout(() => stop.abort(new Error('the run took too long')), longestRun).unref();

  const closers = new Closers((name, error) => console.error(`could not be closed: ${name}`, error));
  try {
    const report = await bench(values.quick ? quick : full, stop.signal, closers);
    console.log(asMarkdown(report));
    // A quick run shows that everything works; its figures are too rough to keep.
    if (!values.quick) say(`written to ${await writeReport(resultsDirectory, report)}`);
  } finally {
    await closers.close();
  }
}

/** Beside the sources, not in the build. */
const resultsDirectory = join(__dirname.replace(`${sep}dist${sep}test${sep}`, `${sep}test${sep}`), 'results');

main().catch((error: unknown) => {
  console.error('The benchmark failed.', error);
  process.exitCode = 1;
});
