import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { asSvg } from './chart';
import { measureGoals } from './goals';
import { table } from './markdown';
import type { Plan, Result } from './measure';
import { type BenchQuery, type QueryName, queries } from './queries';
import { ratio, type Spread } from './ratios';
import type { AnswerFacts } from './same-answers';
import { peerGateways, type TargetName, targetTitles } from './targets';

/** What a reader needs to know about the machine before comparing with another one. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGigabytes: number;
  readonly kernel: string;
  readonly node: string;
  readonly postgres: string;
  /** Processes that wanted to run, averaged over the minute before the start: of others, that is. */
  readonly loadBefore: number;
}

export interface Report {
  readonly date: string;
  readonly machine: Machine;
  readonly plan: Plan;
  readonly answers: Readonly<Partial<Record<QueryName, AnswerFacts>>>;
  readonly results: readonly Result[];
}

export function describeMachine(): Omit<Machine, 'postgres'> {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    loadBefore: round(loadavg()[0] ?? 0),
  };
}

export const machineLine = (machine: Omit<Machine, 'postgres'>): string =>
  `${machine.cores} cores (${machine.processor}), ${machine.memoryGigabytes} GB, Linux ${machine.kernel}, Node ${machine.node}, load before the start ${machine.loadBefore}`;

export function asMarkdown({ date, machine, plan, answers, results }: Report): string {
  const sections = queries.flatMap((query) => {
    const facts = answers[query.name];
    return facts ? [section(query, facts, results)] : [];
  });
  return [
    `${date}: ${machineLine(machine)}, PostgreSQL ${machine.postgres}; ${results[0]?.rounds.length} rounds of at least ${plan.seconds} s, concurrency ${plan.concurrency}, seed "${plan.seed}".`,
    goalsTable(results),
    ...sections,
  ].join('\n\n');
}

function section({ name, title, plan }: BenchQuery, facts: AnswerFacts, results: readonly Result[]): string {
  const measured = results.filter(({ query }) => query === name);
  const of = (wanted: TargetName) => measured.find(({ target }) => target === wanted);
  const rows = measured.map((result) => {
    const { target, cost, perSecond, p50, p99 } = result;
    const hasGateway = peerGateways.includes(target);
    return [
      targetTitles[target],
      fixed(cost.gateway),
      cost.subgraphs > 0 ? fixed(cost.subgraphs) : '–',
      fixed(cost.database),
      `**${fixed(cost.total)}**`,
      target === 'floor' ? '1' : spread(ratio(result, of('floor')), 1),
      target === 'local' ? '1' : spread(ratio(of('local'), result), 2),
      hasGateway ? spread(ratio(of('http'), result, 'gateway'), 2) : '–',
      fixed(perSecond, 0),
      fixed(p50, 1),
      fixed(p99, 1),
    ];
  });
  const heading = `**${name}**: ${title} (${plan}); ${facts.averageBytes} bytes on average, ${facts.compared} requests with ${facts.different} different answers compared.`;
  return [heading, '', table(header, rows)].join('\n');
}

const header = [
  'CPU ms per operation',
  'gateway',
  'subgraphs',
  'PostgreSQL',
  'total',
  'against the floor (lowest to highest round)',
  'all in one against it',
  'gateway of five processes against its gateway',
  'requests/s',
  'p50 ms',
  'p99 ms',
];

function goalsTable(results: readonly Result[]): string {
  const rows = measureGoals(results).map(({ goal, median, each }) => [
    goal.title,
    `**${fixed(median)}**`,
    goal.atMost === undefined ? '–' : `≤ ${goal.atMost}`,
    each.map((one) => `${one.query} ${fixed(one.ratio)}`).join(', '),
  ]);
  return table(['CPU of the hub / CPU of another', 'median over the questions', 'target', 'each'], rows);
}

/** The figures and a chart of them. @returns the file of the figures, one per day: a later run replaces it */
export async function writeReport(directory: string, report: Report): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, `${report.date}.json`);
  await writeFile(file, `${asJson(report)}\n`);
  await writeFile(join(directory, `${report.date}.svg`), asSvg(report));
  return file;
}

/** Rounded, because more digits would only look exact; lists of numbers on one line, as the formatter wants them. */
function asJson(report: Report): string {
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? round(value) : value);
  return JSON.stringify(report, rounded, 2).replace(/\[[\d\s.,]+\]/g, (list) =>
    list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;
const fixed = (value: number, digits = 2) => value.toFixed(digits);
const spread = (of: Spread | null, digits: number) =>
  of ? `**${fixed(of.median, digits)}** (${fixed(of.lowest, digits)} to ${fixed(of.highest, digits)})` : '–';
