import { type Role, roles } from '../identity/viewer';
import type { Group, Policy } from './policy';

/**
 * The policy of one subgraph as two tables that a reviewer can read: who reads the rows of each group
 * (`own organisation / other organisations`), and which group each field and table belongs to.
 */
export function accessMatrix(subgraph: string, policy: Policy): string {
  return [
    `# Who reads what in ${subgraph}`,
    '',
    'Generated from `policy.ts` by `npm run snapshots`. A cell is `own organisation / other organisations`: `r` reads, `r@LEVEL` reads rows shared from that level on, `-` never.',
    '',
    row('group', 'ceiling', 'standard', ...roles, 'public'),
    row(...Array<string>(roles.length + 4).fill('---')),
    ...Object.entries(policy.groups).map(([name, group]) =>
      row(name, group.ceiling, group.standard, ...roles.map((role) => cell(group, role)), everybody(group)),
    ),
    '',
    row('type', 'group', 'fields'),
    row('---', '---', '---'),
    ...Object.entries(policy.fields).flatMap(([type, groups]) =>
      Object.entries(groups).map(([group, fields]) => row(type, group, fields.join(', '))),
    ),
    '',
    row('table', 'group'),
    row('---', '---'),
    ...Object.entries(policy.tables).map(([table, rule]) =>
      row(table, 'group' in rule ? rule.group : `closed: ${rule.closed}`),
    ),
    '',
  ].join('\n');
}

function cell(group: Group, role: Role): string {
  const own = group.own.includes(role) ? 'r' : '-';
  const reads = group.others?.roles.includes(role);
  const others = reads ? (group.others?.from === 'PRIVATE' ? 'r' : `r@${group.others?.from}`) : '-';
  return `${own}/${others}`;
}

const everybody = (group: Group) => (group.public ? '-/r@PUBLIC' : '-/-');
const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
