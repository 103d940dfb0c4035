import { join } from 'node:path';
import { generateTokenKey } from '../../shared/identity/token-keys';
import { Client } from './client';
import type { CpuClock } from './cpu-time';
import { startDatabase } from './database';
import { startFloor, startHub } from './hub-targets';
import { table } from './markdown';
import { measure, type Plan, type Result } from './measure';
import { queries } from './queries';
import { ratio } from './ratios';
import { makeRequests } from './requests';
import { compareAnswers } from './same-answers';
import { targetTitles } from './targets';
import type { Workplace } from './workplace';

/** What the public may see as well, with the same answers. */
const publicQueries = queries.filter(({ name }) => name === 'Q1' || name === 'Q4');
const keptBytes = 4 * 1024 * 1024;

/** Questions of people who are not signed in: of a hub that keeps answers, of one that does not, and the floor. */
export async function measurePublic(
  plan: Plan,
  clock: CpuClock,
  { secret, directory, say, signal, closers }: Workplace,
): Promise<Result[]> {
  say('starting PostgreSQL with the seed data');
  const { url: databaseUrl, cluster, subjects } = await startDatabase(join(directory, 'database'), secret);
  closers.add('PostgreSQL', () => cluster.stop());
  const hub = (name: string, publicAnswers: number) =>
    startHub(
      'local',
      {
        databaseUrl,
        secret,
        publicAnswers,
        dataDirectory: join(directory, name),
        tokenPrivateKey: generateTokenKey(),
      },
      signal,
    );
  const starts = [
    () => hub('kept', keptBytes),
    () => hub('local', 0),
    () => startFloor(databaseUrl, plan.concurrency),
  ];
  const contenders = [];
  for (const start of starts) {
    const target = await start();
    closers.add(target.name, () => target.stop());
    const client = new Client(target.origin, undefined, plan.concurrency, signal);
    closers.add(`connections to ${target.name}`, () => client.close());
    contenders.push({ target, client });
  }
  for (const query of publicQueries) {
    await compareAnswers(
      contenders,
      makeRequests(query, subjects, plan.comparedRequests, `${plan.seed} compare`),
    );
  }
  return measure(contenders, publicQueries, () => cluster.pid, clock, subjects, plan, say);
}

export function publicAsMarkdown(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { query, target, cost, perSecond } = result;
    const against = (name: Result['target']) => {
      const other = results.find((one) => one.query === query && one.target === name);
      return name === target ? '1' : (ratio(result, other)?.median.toFixed(2) ?? '–');
    };
    return [
      query,
      targetTitles[target],
      cost.gateway.toFixed(2),
      cost.database.toFixed(2),
      `**${cost.total.toFixed(2)}**`,
      against('local'),
      against('floor'),
      perSecond.toFixed(0),
    ];
  });
  const header = [
    'asked by the public',
    '',
    'CPU ms per operation: server',
    'PostgreSQL',
    'total',
    'against nothing kept',
    'against the floor',
    'requests/s',
  ];
  return table(header, rows);
}
