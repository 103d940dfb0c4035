import type { Viewer } from '../../shared/identity/viewer';
import type { Group, GuardedTable, Policy, TableRule } from '../../shared/permission/policy';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';

/** A hub with one mistake in what shield or the database reads. */
export interface Mutant {
  /** What sort of mistake, the same words for all of its kind. */
  readonly kind: string;
  readonly what: string;
  readonly definition: SubgraphDefinition;
  /** The policy with the mistake in it; the right one where the mistake is elsewhere. */
  readonly policy: Policy;
  /** Tables whose rows it can open or close. */
  readonly tables: readonly string[];
  /** A mistake in the generated SQL. */
  readonly rewrite?: (sql: string) => string;
  /** A mistake in the functions by which row security asks who the viewer is, as SQL to run. */
  readonly functions?: string;
  /** A mistake in what shield asks of the viewer, as the viewer that it would take them for. */
  readonly seenAs?: (viewer: Viewer) => Viewer;
  /** Fields that it can open or close, by path and right; all when missing. */
  readonly concerns?: (field: string, right: string) => boolean;
  /** Nothing reads it yet but the document's check: an operation that no field and no table uses. */
  readonly isDormant?: boolean;
}

export const withGroup = (policy: Policy, name: string, change: Partial<Group>): Policy => ({
  ...policy,
  groups: { ...policy.groups, [name]: { ...policy.groups[name]!, ...change } },
});

export const withTable = (policy: Policy, table: string, rule: TableRule): Policy => ({
  ...policy,
  tables: { ...policy.tables, [table]: rule },
});

/** The rule without some of what it says. */
export function without<Rule extends object>(rule: Rule, ...keys: (keyof Rule)[]): Rule {
  return Object.fromEntries(
    Object.entries(rule).filter(([key]) => !keys.includes(key as keyof Rule)),
  ) as Rule;
}

export function guardedTables({ policy }: SubgraphDefinition): { table: string; rule: GuardedTable }[] {
  return Object.entries(policy.tables).flatMap(([table, rule]) => ('group' in rule ? [{ table, rule }] : []));
}

export const tablesOfGroup = (definition: SubgraphDefinition, group: string): string[] =>
  guardedTables(definition)
    .filter(({ rule }) => rule.group === group)
    .map(({ table }) => table);
