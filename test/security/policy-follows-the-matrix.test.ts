import { roles } from '../../shared/identity/viewer';
import { subgraphs } from '../../subgraphs/registry';
import { type MatrixActor, type MatrixTerm, permissionMatrix } from '../testkit/permission-matrix';

const groups = subgraphs.flatMap(({ name, policy }) =>
  Object.entries(policy.groups).map(([group, rule]) => ({ subgraph: name, group, rule })),
);

it('reads the whole matrix', () => {
  expect(permissionMatrix.size).toBe(48);
  expect(groups.length).toBeGreaterThan(15);
});

describe.each(groups)('$group in $subgraph', ({ group, rule }) => {
  const row = permissionMatrix.get(group);

  it('has the ceiling and the standard level of the matrix', () => {
    expect({ ceiling: rule.ceiling, standard: rule.standard }).toEqual({
      ceiling: row?.ceiling,
      standard: row?.standard,
    });
  });

  it.each([
    ...roles,
    'TOOL',
    'PUBLIC',
  ] as MatrixActor[])('lets %s do what the matrix lets them do', (actor) => {
    const [own, others] = rule.cells[actor].split('/') as [string, string];
    expect({ own: normal(own), others: normal(others) }).toEqual({
      own: row!.cells[actor].own.map(asText).sort(),
      others: row!.cells[actor].others.map(asText).sort(),
    });
  });
});

/** The terms of a side in one spelling: letters and conditions in order. */
const normal = (side: string) =>
  side === '-'
    ? []
    : side
        .split(' ')
        .map((term) => {
          const [operations = '', conditions] = term.split('@');
          return asText({ operations: [...operations], conditions: conditions?.split('&') ?? [] });
        })
        .sort();

const asText = ({ operations, conditions }: MatrixTerm) =>
  `${[...operations].sort().join('')}@${[...conditions].sort().join('&')}`;

describe('the forbids of the specification', () => {
  it('ask for a second factor where it says so', () => {
    const wanted = {
      'user.role': ['c', 'd', 'u'],
      'user.role.sensitive': ['c', 'd', 'u'],
      'user.invitation': ['c', 'd', 'u'],
      'org.policy': ['s'],
      'apikey.meta': ['c'],
      agreement: ['c', 'u'],
    };
    const asked = new Map(groups.map(({ group, rule }) => [group, [...(rule.secondFactor ?? [])].sort()]));
    for (const [group, operations] of Object.entries(wanted)) {
      expect({ group, operations: asked.get(group) }).toEqual({ group, operations });
    }
  });

  it('leave to people of an organisation that is not active its entry and its application only', () => {
    const open = groups.filter(({ rule }) => rule.whileDormant).map(({ group }) => group);
    expect([...new Set(open)].sort()).toEqual(['membership.application', 'org.public']);
  });

  it('log every read of what an agreement opens, of client data and of the log itself', () => {
    const opened = groups.filter(({ group }) => {
      const cells = Object.values(permissionMatrix.get(group)!.cells);
      const byAgreement = cells.some(({ others }) =>
        others.some(({ conditions }) => conditions.includes('C')),
      );
      return group === 'audit.org' || (byAgreement && group !== 'member.directory');
    });
    expect(opened.length).toBeGreaterThan(2);
    expect(opened.filter(({ rule }) => !rule.audited).map(({ group }) => group)).toEqual([]);
  });
});
