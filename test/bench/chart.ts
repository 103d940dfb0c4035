import type { Result } from './measure';
import { type BenchQuery, queries } from './queries';
import { ratio } from './ratios';
import type { Report } from './report';
import { type TargetName, targetTitles } from './targets';

const width = 860;
const labelWidth = 230;
const valueWidth = 60;
const barHeight = 11;
const barStep = 15;
const parts = ['gateway', 'subgraphs', 'database'] as const;
const partTitles = { gateway: 'gateway or server', subgraphs: 'subgraphs', database: 'PostgreSQL' };

/** Every target's CPU against the floor's, question by question; its colours follow the reader's light or dark. */
export function asSvg({ date, machine, results }: Report): string {
  const groups = queries.flatMap((query) => {
    const rows = results.filter((result) => result.query === query.name);
    const floor = rows.find(({ target }) => target === 'floor');
    return floor ? [{ query, bars: rows.flatMap((row) => asBar(row, floor)) }] : [];
  });
  const longest = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const scale = (width - labelWidth - valueWidth) / longest;
  let y = 64;
  const body = groups.map(({ query, bars }) => {
    const lines = [`<text class="question" x="0" y="${y}">${asText(heading(query))}</text>`];
    y += 8;
    for (const bar of bars) {
      lines.push(drawBar(bar, y, scale));
      y += barStep;
    }
    y += 22;
    return lines.join('\n');
  });
  const legend = parts.map(
    (part, place) =>
      `<rect class="${part}" x="${place * 150}" y="26" width="11" height="11"/><text x="${place * 150 + 17}" y="36">${partTitles[part]}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -4 ${width + 24} ${y}" font-family="system-ui, sans-serif" font-size="12" role="img">
<title>CPU per operation against the floor, ${date}</title>
<style>
text { fill: #24292f } .question { font-weight: 600 } .name { text-anchor: end }
.paper { fill: #ffffff } .gateway { fill: #2f6fbb } .subgraphs { fill: #7fb0e6 } .database { fill: #d98a29 }
@media (prefers-color-scheme: dark) {
  text { fill: #d6dde5 } .paper { fill: #0d1117 } .gateway { fill: #4c8fdd } .subgraphs { fill: #9cc6f2 } .database { fill: #e2a04a }
}
</style>
<rect class="paper" x="-12" y="-4" width="${width + 24}" height="${y}"/>
<text class="question" x="0" y="14">CPU per operation, all processes and PostgreSQL, in multiples of the floor (${date}, ${asText(machine.processor)}, ${machine.cores} cores)</text>
${[...legend, ...body].join('\n')}
</svg>
`;
}

interface Bar {
  readonly target: TargetName;
  /** In multiples of the floor. */
  readonly value: number;
  readonly shares: Readonly<Record<(typeof parts)[number], number>>;
}

function asBar(result: Result, floor: Result): Bar[] {
  const spread = ratio(result, floor);
  if (!spread) return [];
  const { gateway, subgraphs, database } = result.cost;
  const whole = gateway + subgraphs + database;
  const shares = { gateway: gateway / whole, subgraphs: subgraphs / whole, database: database / whole };
  return [{ target: result.target, value: spread.median, shares }];
}

function drawBar({ target, value, shares }: Bar, y: number, scale: number): string {
  const baseline = y + barHeight - 2;
  let x = labelWidth;
  const pieces = parts.map((part) => {
    const length = value * shares[part] * scale;
    const piece = `<rect class="${part}" x="${x.toFixed(1)}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}"/>`;
    x += length;
    return piece;
  });
  const name = `<text class="name" x="${labelWidth - 8}" y="${baseline}">${asText(targetTitles[target])}</text>`;
  return `${name}${pieces.join('')}<text x="${(x + 6).toFixed(1)}" y="${baseline}">${value.toFixed(1)}</text>`;
}

const heading = ({ name, title }: BenchQuery) => `${name}: ${title}`;

const asText = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
