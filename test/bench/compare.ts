import { join } from 'node:path';
import { Client } from './client';
import type { CpuClock } from './cpu-time';
import { startDatabase } from './database';
import { measure, type Plan } from './measure';
import type { BenchOptions } from './options';
import { installPeers } from './peers-directory';
import { type QueryName, queries } from './queries';
import { describeMachine, type Report } from './report';
import { makeRequests } from './requests';
import { type AnswerFacts, compareAnswers } from './same-answers';
import { startTargets } from './start-targets';
import { peerGateways } from './targets';
import type { Workplace } from './workplace';

/** The hub beside everything that people would take instead, on the same data. */
export async function compareTargets(
  plan: Plan,
  options: BenchOptions,
  clock: CpuClock,
  { secret, directory, say, signal, closers }: Workplace,
): Promise<Report> {
  if (options.targets.some((name) => name === 'postgraphile' || peerGateways.includes(name)))
    await installPeers(say, signal);
  // Before our own processes count towards the load.
  const machine = describeMachine();

  say('starting PostgreSQL with the seed data');
  const database = await startDatabase(join(directory, 'database'), secret);
  closers.add('PostgreSQL', () => database.cluster.stop());
  signal.throwIfAborted();
  const { targets, token } = await startTargets({
    names: options.targets,
    database,
    connections: plan.concurrency,
    workplace: { secret, directory, say, signal, closers },
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
