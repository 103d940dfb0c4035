import { type GuardedTable, type Policy, type TableRule } from '../permission/policy';
import { orgPolicyGroup } from './org-policy-group';
import { secondPerson } from './version-table';

/**
 * What a table says whose rows have a level of their own: their organisation sets it, row by row or for the whole
 * group. Rows of other tables follow the row that they belong to.
 */
export const ownLevel = {
  writes: { update: 's' },
  updates: ['sharing_level', 'chosen_level'],
} as const satisfies Partial<GuardedTable>;

export const sharingGroups = { 'org.policy': orgPolicyGroup };

export const sharingTables: Readonly<Record<string, TableRule>> = {
  sharing_version: {
    group: 'org.policy',
    writes: { insert: 'u', update: 'u' },
    updates: ['state'],
    // Rows that people outside make have the level that their organisation set.
    auditor: 'select',
    check: secondPerson,
    guard: (policy) => [
      `create or replace trigger guard_sharing_version before insert or update on %table for each row
  execute function %schema.guard_sharing_version('${JSON.stringify(bounds(policy))}');`,
    ],
  },
};

/** Mutations of one subgraph, under the right that each needs. */
export const sharingMutations = (
  schema: string,
  more: { readonly u?: readonly string[]; readonly s?: readonly string[] } = {},
) => ({
  'org.policy:u': [`${schema}SharingSet`, `${schema}SharingDismiss`, ...(more.u ?? [])],
  'org.policy:s': [`${schema}SharingApprove`, `${schema}SharingApply`, ...(more.s ?? [])],
  // Which group's right `s` it needs depends on its input; this keeps tools and the public out.
  'org.policy': [`${schema}SharingLevelSet`],
});

/** Fields that all policy versions have. */
export const versionFields: readonly string[] = [
  'id',
  'version',
  'state',
  'widens',
  'proposedBy',
  'proposedAt',
  'effectiveAt',
  'decidedBy',
  'decidedAt',
];

export const sharingFields = (schema: string): Policy['fields'] => ({
  OrganizationSharing: { 'org.policy': ['ref', schema] },
  GroupSharing: { 'org.policy': ['group', 'ceiling', 'level', 'cap', 'proposal', 'versions'] },
  SharingVersion: { 'org.policy': [...versionFields, 'level', 'cap'] },
  SharingPayload: { open: ['sharing', 'userErrors'] },
  SharingLevelPayload: { open: ['level', 'userErrors'] },
});

export interface LevelledTable {
  readonly table: string;
  readonly group: string;
  /** The column that holds the id by which a row's level is set. */
  readonly key: string;
}

/** The tables whose rows have a level of their own. */
export function levelledTables(policy: Policy): LevelledTable[] {
  return Object.entries(policy.tables).flatMap(([table, rule]) =>
    'group' in rule && rule.writes?.update?.includes('s')
      ? [{ table, group: rule.group, key: rule.levelKey ?? 'id' }]
      : [],
  );
}

/** The groups that an organisation sets a level for, with what counts where it does not. */
export function bounds(policy: Policy): Record<string, [standard: string, ceiling: string]> {
  const names = new Set(levelledTables(policy).map(({ group }) => group));
  return Object.fromEntries(
    [...names].map((name) => [name, [policy.groups[name]!.standard, policy.groups[name]!.ceiling]]),
  );
}
