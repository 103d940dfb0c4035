import { type Role, roles } from '../identity/viewer';

/** How far a row is shared, from nobody else to everybody. */
export const sharingLevels = [
  'PRIVATE',
  'AGGREGATE_ONLY',
  'COALITION_SUMMARY',
  'COALITION',
  'PUBLIC',
] as const;
export type SharingLevel = (typeof sharingLevels)[number];

/** Who may read the rows of one permission group. */
export interface Group {
  /** No row of the group is ever shared wider than this. */
  readonly ceiling: SharingLevel;
  /** The level of a row whose organisation did not choose one. */
  readonly standard: SharingLevel;
  /** Roles that read rows of their own organisation. */
  readonly own: readonly Role[];
  /** Roles that read rows of other organisations, and from which level on. */
  readonly others: { readonly from: SharingLevel; readonly roles: readonly Role[] } | null;
  /** Whether everybody, signed in or not, reads rows at level PUBLIC. */
  readonly public: boolean;
}

/**
 * What one subgraph guards: the single table that shield (fields) and row-level security (rows) are made from.
 * A field or table that is missing here is closed, and a test fails.
 */
export interface Policy {
  readonly groups: Readonly<Record<string, Group>>;
  /** Every field of every object type, under the one group it belongs to; `open` is for value types, connections and reference data. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Every table of the subgraph's schema. */
  readonly tables: Readonly<Record<string, TableRule>>;
}

export type TableRule =
  | {
      /** Rows have `organization_id` and `sharing_level`, and follow the group. */
      readonly group: string;
      /** The gateway's identity function reads these columns of every row. */
      readonly identityColumns?: readonly string[];
    }
  | {
      /** Only migrations and seeding touch the table, for the reason given. */
      readonly closed: string;
      readonly identityColumns?: readonly string[];
    };

export const everyRole: readonly Role[] = roles;

/** `level` and everything wider. */
export function levelsFrom(level: SharingLevel): SharingLevel[] {
  return sharingLevels.slice(sharingLevels.indexOf(level));
}
