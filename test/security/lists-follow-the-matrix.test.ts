import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementGroups } from '../../shared/permission/agreement-groups';
import { actors } from '../../shared/permission/policy';
import { roleRights } from '../../shared/permission/role-rights';
import { subgraphs } from '../../subgraphs/registry';

/** Rows of the matrix: group, ceiling, default, seven cells, what it holds. */
const rows = readFileSync(join(__dirname, 'permission-matrix.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [a-z.]+ +\|/.test(line) && !line.startsWith('| group'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const asksForAgreement = (cell: string) => /@([A-Z]&)*C\b/.test(cell);

it('agreements open exactly the groups that the matrix says, up to their ceilings', () => {
  expect(rows.length).toBeGreaterThan(40);
  const open = rows.filter((row) => row.slice(3, 10).some(asksForAgreement));
  expect(agreementGroups).toEqual(Object.fromEntries(open.map(([group, ceiling]) => [group, ceiling])));
});

it('no policy opens another group by an agreement', () => {
  const groups = subgraphs.flatMap(({ policy }) => Object.entries(policy.groups));
  const open = groups.filter(([, { cells }]) => Object.values(cells).some(asksForAgreement));
  expect(open.length).toBeGreaterThan(1);
  expect(open.map(([group]) => group).filter((group) => !(group in agreementGroups))).toEqual([]);
});

it('an organisation can take from its roles what the matrix gives them, and nothing else', () => {
  const lettersOf = (cell: string) =>
    cell
      .split(/[/ ]/)
      .filter((term) => term !== '-')
      .flatMap((term) => [...term.split('@')[0]!]);
  const inMatrix = rows.flatMap(([group, , , ...cells]) =>
    actors
      .filter((actor) => actor !== 'PUBLIC')
      .flatMap((actor, n) => lettersOf(cells[n]!).map((letter) => `${actor}:${group}:${letter}`)),
  );
  const listed = Object.entries(roleRights).flatMap(([group, held]) =>
    Object.entries(held).flatMap(([actor, letters]) =>
      [...letters].map((letter) => `${actor}:${group}:${letter}`),
    ),
  );
  expect(listed.sort()).toEqual([...new Set(inMatrix)].sort());
});
