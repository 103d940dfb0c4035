import type { Cold } from './cold';
import type { Growth } from './growth';
import type { GrowthScale } from './growth-scales';
import { table } from './markdown';
import { median } from './statistics';

export function growthAsMarkdown({ sizes, label }: GrowthScale, growth: readonly Growth[]): string {
  const rows = growth.map(({ query, milliseconds, ratio, lowest, highest, bytes, statements }) => [
    query,
    milliseconds[0].toFixed(2),
    milliseconds[1].toFixed(2),
    `**${ratio.toFixed(2)}** (${lowest.toFixed(2)} to ${highest.toFixed(2)})`,
    bytes.join(' / '),
    statements[0] === statements[1] ? `equal: ${statements[0]}` : `**differ**: ${statements.join(' / ')}`,
  ]);
  const header = [
    'hub, all in one process',
    `CPU ms, ${label(sizes[0])}`,
    label(sizes[1]),
    'ratio (lowest to highest round)',
    'bytes',
    'statements of one request',
  ];
  const middle = median(growth.map(({ ratio }) => ratio));
  return [table(header, rows), `Median of the ratios: **${middle.toFixed(2)}** (target ≤ 1.3)`].join('\n\n');
}

export function coldAsMarkdown(cold: Cold): string {
  const megabytes = (value: number) => `${value.toFixed(0)} MB`;
  const rows = [
    [
      'npm start to the first answer, existing data',
      `${median(cold.secondsToFirstAnswer).toFixed(1)} s (${cold.secondsToFirstAnswer.map((each) => each.toFixed(1)).join(', ')})`,
      '≤ 5 s',
    ],
    ['Node process, resident, after the start', megabytes(cold.nodeAfterStart), '–'],
    ['Node process, resident, after load', megabytes(cold.nodeAfterLoad), '≤ 350 MB'],
    ['PostgreSQL beside it, all processes, shared memory once', megabytes(cold.postgresAfterLoad), '–'],
    [
      `Node process over a soak of ${cold.soakMinutes} minutes, ${cold.operations} operations`,
      `first quarter ${megabytes(cold.nodeEarly)}, last quarter ${megabytes(cold.nodeLate)}, highest ${megabytes(cold.nodeHighest)}`,
      'flat',
    ],
  ];
  return table(['', 'measured', 'target'], rows);
}
