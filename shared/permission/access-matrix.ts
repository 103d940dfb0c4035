import { actors, type Policy } from './policy';

/**
 * The policy of one subgraph as tables that a reviewer can read: who may do what with the rows of each group
 * (`own organisation / other organisation`), and which group each field and table belongs to.
 */
export function accessMatrix(subgraph: string, policy: Policy): string {
  return [
    `# Who may do what in ${subgraph}`,
    '',
    'Generated from `policy.ts` by `npm run snapshots`. A cell is `own organisation / other organisation`: `r` read, `c` create, `u` update, `d` delete or archive, `x` export, `s` change the sharing level, `n` aggregate; `-` never. Behind `@` what must hold: `S` level from COALITION_SUMMARY on, `C` an agreement and level from COALITION on, `P` level PUBLIC, `Y` party to the row, `U` own record or its secret link, `T` a second approver, `O` the parent takes submissions, `K` scope and grantor of a tool.',
    '',
    row('group', 'ceiling', 'standard', ...actors, 'besides'),
    row(...Array<string>(actors.length + 4).fill('---')),
    ...Object.entries(policy.groups).map(([name, group]) =>
      row(
        name,
        group.ceiling,
        group.standard,
        ...actors.map((actor) => group.cells[actor]),
        [
          ...(group.audited ? ['reads are logged'] : []),
          ...(group.whileDormant ? ['also while not active'] : []),
          ...(group.secondFactor ? [`second factor for ${group.secondFactor.join(', ')}`] : []),
        ].join('; '),
      ),
    ),
    '',
    row('type', 'right', 'fields'),
    row('---', '---', '---'),
    ...Object.entries(policy.fields).flatMap(([type, rights]) =>
      Object.entries(rights).map(([right, fields]) => row(type, right, fields.join(', '))),
    ),
    '',
    row('table', 'group', 'writes'),
    row('---', '---', '---'),
    ...Object.entries(policy.tables).map(([table, rule]) =>
      'group' in rule
        ? row(
            table,
            rule.group,
            Object.entries(rule.writes ?? {})
              .map(([command, operations]) => `${command}: ${operations}`)
              .join(', '),
          )
        : row(table, `closed: ${rule.closed}`, ''),
    ),
    '',
  ].join('\n');
}

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
