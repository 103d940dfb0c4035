import { actors, type Policy } from '../../shared/permission/policy';
import { levelledTables } from '../../shared/sharing/sharing-policy';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { rightsOn } from './database-rights';
import { rightOfField } from './field-groups';
import { needsSecondFactor } from './field-oracle';
import { isStub } from './field-rules-check';
import { type MatrixTerm, permissionMatrix } from './permission-matrix';

/** Where a policy says something else than the document, group by group: cells, levels, and what stands beside them. */
export function documentComplaints(policy: Policy): string[] {
  return Object.entries(policy.groups).flatMap(([name, group]) => {
    const row = permissionMatrix.get(name);
    if (!row) return [`${name} is no group of the matrix`];
    const levels = group.ceiling === row.ceiling && group.standard === row.standard;
    const cells = actors.flatMap((actor) => {
      const [own = '', others = ''] = group.cells[actor].split('/');
      const cell = row.cells[actor];
      return normal(own) === inOrder(cell.own) && normal(others) === inOrder(cell.others)
        ? []
        : [`${name}: ${actor} ${group.cells[actor]}`];
    });
    const wantsSecondFactor = ['r', 'c', 'u', 'd', 'x', 's', 'n', 'e', 'q'].filter((operation) =>
      needsSecondFactor(name, operation),
    );
    const asked = (group.secondFactor ?? []) as readonly string[];
    return [
      ...(levels ? [] : [`${name}: levels`]),
      ...cells,
      ...(same(asked, wantsSecondFactor) ? [] : [`${name}: second factor`]),
      ...((group.whileDormant ?? false) === ['org.public', 'membership.application'].includes(name)
        ? []
        : [`${name}: while not active`]),
      ...((group.audited ?? false) === isAudited(name) ? [] : [`${name}: logged reading`]),
    ];
  });
}

/** Where the tables of a policy say something else than the book of rights. */
export function levelComplaints(subgraph: string, policy: Policy): string[] {
  const wanted: Readonly<Record<string, string>> = { campaign_link: 'campaign_id' };
  return levelledTables(policy).flatMap(({ table, key }) =>
    key === (wanted[table] ?? 'id') && rightsOn(`${subgraph}.${table}`).update?.by.includes('s')
      ? []
      : [`${table} by ${key}`],
  );
}

/** Fields that the policy puts under another right than the book of fields. */
export function placementComplaints(definition: SubgraphDefinition, policy: Policy): string[] {
  return Object.entries(policy.fields).flatMap(([type, rights]) =>
    Object.entries(rights).flatMap(([right, fields]) =>
      fields
        .filter((field) => rightOfField(type, field, isStub(definition, type)) !== right)
        .map((field) => `${type}.${field}: ${right}`),
    ),
  );
}

/** What an agreement opens, and the log itself; whoever is in the directory of colleagues is no secret. */
const isAudited = (group: string) =>
  group === 'audit.org' ||
  (group !== 'member.directory' &&
    Object.values(permissionMatrix.get(group)!.cells).some(({ others }) =>
      others.some(({ conditions }) => conditions.includes('C')),
    ));

const same = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join();

/** The terms of a side in one spelling: letters and conditions in order. */
const normal = (side: string) =>
  side === '-'
    ? ''
    : inOrder(
        side.split(' ').map((term) => {
          const [operations = '', conditions] = term.split('@');
          return { operations: [...operations], conditions: conditions?.split('&') ?? [] };
        }),
      );

const inOrder = (terms: readonly MatrixTerm[]) =>
  terms
    .map(
      ({ operations, conditions }) =>
        `${[...operations].sort().join('')}@${[...conditions].sort().join('&')}`,
    )
    .sort()
    .join(' ');
