import { isDeepStrictEqual } from 'node:util';
import { rightOf } from '../../shared/permission/may-touch';
import {
  type Actor,
  actors,
  type Group,
  type Operation,
  operations,
  type Policy,
  type TableRule,
} from '../../shared/permission/policy';
import { cellOf, conditionsFor } from '../../shared/permission/terms';
import { changesShield } from './cell-mutants';
import type { Mutant } from './mutant';

/** What of the hub a mistake touches: found by comparing what shield and the database get with what they should. */
export interface Concern {
  /** Rights whose holders it can change, such as `campaign.summary:r`. */
  readonly rights: ReadonlySet<string>;
  /** Columns of the matrix, where it is one that holds them. */
  readonly holders: ReadonlySet<Actor> | null;
  /** Fields with another right than theirs, by `Type.field`; null where a field has none. */
  readonly fields: ReadonlyMap<string, string | null>;
}

export function concernOf({ definition, policy, seenAs, rewrite, functions }: Mutant): Concern {
  const before = definition.policy;
  const names = Object.keys(before.groups);
  const tables = Object.keys(policy.tables);
  const everywhere = seenAs ?? rewrite ?? functions;
  return {
    rights: new Set([
      ...(everywhere ? names.flatMap((name) => operations.map((operation) => `${name}:${operation}`)) : []),
      ...names.flatMap((name) => changedInGroup(name, before.groups[name]!, policy.groups[name]!)),
      ...tables.flatMap((table) => readBy(before.tables[table], policy.tables[table]!)),
    ]),
    holders: holdersOf(before, policy),
    fields: movedFields(before, policy),
  };
}

function changedInGroup(name: string, before: Group, after: Group): string[] {
  if (before === after) return [];
  const changed = operations.filter(
    (operation) => !isDeepStrictEqual(saysOf(before, operation), saysOf(after, operation)),
  );
  // What lets more rows be written, and nobody through who was stopped, stands behind what each mutation asks by itself.
  const shown = changed.filter(
    (operation) =>
      operation === 'r' ||
      changesShield(name, before, after, operation) ||
      before.secondFactor !== after.secondFactor,
  );
  // Levels are told, and set, where an organisation sees how it shares.
  const isLevel = before.ceiling !== after.ceiling || before.standard !== after.standard;
  return [
    ...shown.map((operation) => `${name}:${operation}`),
    ...(isLevel ? ['org.policy:r', 'org.policy:u'] : []),
  ];
}

const saysOf = (group: Group, operation: Operation) => [
  actors.map((actor) =>
    (['own', 'others'] as const).map((side) => conditionsFor(cellOf(group, actor)[side], operation)),
  ),
  group.secondFactor?.includes(operation) ?? false,
  group.whileDormant,
];

/** Groups whose readers it can change. */
function readBy(before: TableRule | undefined, after: TableRule): string[] {
  if (!before || before === after || !('group' in before) || !('group' in after)) return [];
  const keys = ['group', 'conditions', 'despiteHidden', 'personal'] as const;
  if (keys.every((key) => before[key] === after[key])) return [];
  return [before, after].map(({ group }) => `${group}:r`);
}

/** Whose cells are changed; null where something else is. */
function holdersOf(before: Policy, after: Policy): ReadonlySet<Actor> | null {
  const changed = Object.entries(after.groups).flatMap(([name, group]) =>
    actors.filter((actor) => group.cells[actor] !== before.groups[name]!.cells[actor]),
  );
  return changed.length > 0 ? new Set(changed) : null;
}

function movedFields(before: Policy, after: Policy): Map<string, string | null> {
  if (before.fields === after.fields) return new Map();
  const [one, another] = [placesIn(before), placesIn(after)];
  return new Map(
    [...one.keys()]
      .filter((path) => one.get(path) !== another.get(path))
      .map((path) => [path, another.get(path) ?? null]),
  );
}

const places = new WeakMap<Policy, ReadonlyMap<string, string>>();

/** Every field that is served under the policy, with its right. */
export function placesIn(policy: Policy): ReadonlyMap<string, string> {
  let found = places.get(policy);
  if (!found) {
    found = new Map(
      Object.entries(policy.fields).flatMap(([type, rights]) =>
        Object.entries(rights).flatMap(([right, names]) =>
          names.map((name) => [`${type}.${name}`, right] as const),
        ),
      ),
    );
    places.set(policy, found);
  }
  return found;
}

/** With its operation: `campaign.summary:r`. */
export function inFull(right: string): string {
  const { group, operation } = rightOf(right);
  return `${group}:${operation}`;
}
