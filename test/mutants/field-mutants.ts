import type { Viewer } from '../../shared/identity/viewer';
import { rightOf } from '../../shared/permission/may-touch';
import type { Policy } from '../../shared/permission/policy';
import { cellOf, conditionsFor } from '../../shared/permission/terms';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { Mutant } from './mutant';

/** Mistakes in which right a field needs, and in what shield asks of a viewer. */
export function fieldMutants(definition: SubgraphDefinition): Mutant[] {
  const { policy } = definition;
  const groups = Object.keys(policy.groups);
  const placed = Object.entries(policy.fields).flatMap(([type, rights]) =>
    Object.entries(rights).flatMap(([right, fields]) => fields.map((field) => ({ type, right, field }))),
  );
  const moved = placed.flatMap(({ type, right, field }, n) => {
    const mutant = (kind: string, to: string | null): Mutant => ({
      kind,
      what: `${definition.name} ${type}.${field}: ${right} → ${to ?? 'nothing'}`,
      definition,
      policy: { ...policy, fields: { ...policy.fields, [type]: move(policy.fields[type]!, field, to) } },
      tables: [],
      concerns: (path) => path === `${type}.${field}`,
      // Shield lets everybody touch either: which rows they see is decided elsewhere.
      isDormant: to !== null && isForEverybody(policy, right) && isForEverybody(policy, to),
    });
    const others = groups.filter((group) => group !== right);
    return [
      mutant('a field in another group', others[n % others.length]!),
      ...(right === 'open' ? [] : [mutant('a field left open', 'open')]),
      mutant('a field left out', null),
    ];
  });
  return [...moved, ...takenFor(definition)];
}

/** Whether the public may do it with some row of the group, so that shield asks nobody anything. */
function isForEverybody({ groups }: Policy, right: string): boolean {
  if (right === 'open') return true;
  const { group: name, operation } = rightOf(right);
  const group = groups[name]!;
  const terms = conditionsFor(cellOf(group, 'PUBLIC').others, operation);
  return terms.length > 0 && !group.secondFactor?.includes(operation);
}

function move(rights: Policy['fields'][string], field: string, to: string | null): Policy['fields'][string] {
  const left = Object.entries(rights).map(([right, fields]): [string, readonly string[]] => [
    right,
    fields.filter((one) => one !== field),
  ]);
  const rest = Object.fromEntries(left.filter(([, fields]) => fields.length > 0));
  return to === null ? rest : { ...rest, [to]: [...(rest[to] ?? []), field] };
}

/** Every one of the viewer's facts, each ignored. */
const mistaken: Readonly<Record<string, (viewer: Viewer, groups: readonly string[]) => Viewer>> = {
  'ignores what was narrowed': (viewer) => ({ ...viewer, narrowed: [] }),
  'ignores the scopes of a tool': (viewer, groups) => ({
    ...viewer,
    tool: viewer.tool && {
      ...viewer.tool,
      scopes: groups.flatMap((group) => [...'rcudxsneq'].map((operation) => `${group}:${operation}`)),
    },
  }),
  'takes a tool for its grantor': (viewer) => ({ ...viewer, tool: null }),
  'ignores that an organisation is not active': (viewer) => ({
    ...viewer,
    roles: [...viewer.roles, ...viewer.dormantRoles],
  }),
  'ignores what an agreement is about': (viewer, groups) => ({
    ...viewer,
    partnerships: viewer.partnerships.flatMap((one) => groups.map((group) => ({ ...one, group }))),
  }),
  'ignores that an agreement is needed': (viewer, groups) => ({
    ...viewer,
    partnerships: groups.map((group) => ({ organizationId: 'org_partner', group })),
  }),
  'asks for no second factor': (viewer) => ({ ...viewer, secondFactorAt: Date.now() }),
  'always asks for a second factor': (viewer) => ({ ...viewer, secondFactorAt: null }),
  'lets nobody in': (viewer) => ({ ...viewer, roles: [], dormantRoles: [] }),
};

function takenFor(definition: SubgraphDefinition): Mutant[] {
  const { groups, fields } = definition.policy;
  const names = Object.keys(groups);
  const asksForAgreement = names.some((name) =>
    Object.values(groups[name]!.cells).some((cell) => /C\b/.test(cell)),
  );
  return (
    Object.entries(mistaken)
      // Where no group is opened by agreements, agreements do not matter.
      .filter(([what]) => asksForAgreement || !what.includes('agreement'))
      .map(([what, change]) => ({
        kind: 'shield',
        what: `${definition.name}: shield ${what}`,
        definition,
        policy: { ...definition.policy, fields },
        tables: [],
        seenAs: (viewer) => change(viewer, names),
      }))
  );
}
