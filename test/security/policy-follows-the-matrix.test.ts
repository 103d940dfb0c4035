import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, roles } from '../../shared/identity/viewer';
import type { Group } from '../../shared/permission/policy';
import { subgraphs } from '../../subgraphs/registry';

const abbreviations: Readonly<Record<Role, string>> = {
  ORG_ADMIN: 'OA',
  CASEWORKER: 'CW',
  CAMPAIGNER: 'CP',
  VIEWER: 'VW',
  COALITION_STAFF: 'CS',
};

/** The matrix of `permission-matrix.md`, by group and column. */
const matrix = readMatrix();

const groups = subgraphs.flatMap(({ name, policy }) =>
  Object.entries(policy.groups).map(([group, rule]) => ({ subgraph: name, group, rule })),
);

it('reads the whole matrix', () => {
  expect(matrix.size).toBe(48);
  expect(groups.length).toBeGreaterThan(6);
});

describe.each(groups)('$group in $subgraph', ({ group, rule }) => {
  it('has the ceiling and the standard level of the matrix', () => {
    expect({ ceiling: rule.ceiling, standard: rule.standard }).toEqual({
      ceiling: matrix.get(group)?.ceiling,
      standard: matrix.get(group)?.default,
    });
  });

  it.each(roles)('lets %s read what the matrix lets them read', (role) => {
    const [own, others] = matrix.get(group)![abbreviations[role]]!.split('/') as [string, string];
    expect({ own: rule.own.includes(role), others: levelFor(rule, role) }).toEqual({
      own: reads(own, () => true),
      others: reads(others, (condition) => condition === '')
        ? 'PRIVATE'
        : reads(others, (condition) => condition === 'S')
          ? 'COALITION_SUMMARY'
          : // Agreements (C) and being a party (Y) open more; neither exists yet, so neither may be granted.
            null,
    });
  });

  it('is open to the public where the matrix says so', () => {
    const [, others] = matrix.get(group)!.PB!.split('/') as [string, string];
    expect(rule.public).toBe(reads(others, (condition) => condition === 'P'));
  });
});

function levelFor({ others }: Group, role: Role): string | null {
  return others?.roles.includes(role) ? others.from : null;
}

/** Whether a cell has a term that reads (`r`, `rcud@Y`) under a condition that counts. */
function reads(cell: string, counts: (condition: string) => boolean): boolean {
  return cell
    .split(' ')
    .map((term) => term.split('@') as [string, string?])
    .some(([operations, condition = '']) => operations.includes('r') && counts(condition));
}

function readMatrix(): Map<string, Record<string, string>> {
  const text = readFileSync(join(__dirname, 'permission-matrix.md'), 'utf8');
  const [, table] = /<!-- matrix:begin -->([\s\S]*?)<!-- matrix:end -->/.exec(text)!;
  const rows = table!
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [header, , ...body] = rows as [string[], string[], ...string[][]];
  return new Map(
    body.map((row) => [row[0]!, Object.fromEntries(header.map((column, index) => [column, row[index]!]))]),
  );
}
