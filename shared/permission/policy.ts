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

/** Who a permission is for: a person's role, a third-party tool, or everybody. */
export const actors = [...roles, 'TOOL', 'PUBLIC'] as const;
export type Actor = Role | 'TOOL' | 'PUBLIC';

/**
 * What a permission allows: `r` read, `c` create, `u` update, `d` delete or archive, `x` export rows, `s` change the
 * sharing level, `n` suppressed aggregate, `e` crypto-erase, `q` conflict query.
 */
export const operations = ['r', 'c', 'u', 'd', 'x', 's', 'n', 'e', 'q'] as const;
export type Operation = (typeof operations)[number];

/**
 * Who may do what with the rows of one permission group. A cell is `own organisation / other organisation`; each side
 * has terms like `rcu`, `r@S` or `ru@Y`, separated by spaces; `-` is never. Every condition after `@` must hold:
 *
 * `S` level ≥ COALITION_SUMMARY · `C` level ≥ COALITION and an agreement in force that names the group · `P` level =
 * PUBLIC · `Y` party to the row · `U` one's own record, or the holder of its secret link · `T` a second approver ·
 * `O` the parent takes submissions · `K` the tool's scope and its grantor's own right · `N` aggregates of rows from
 * AGGREGATE_ONLY on, of organisations that take part in aggregates. What `Y`, `U`, `T` and `O` mean for a table stands in its {@link TableRule}.
 */
export interface Group {
  /** No row of the group is ever shared wider than this. */
  readonly ceiling: SharingLevel;
  /** The level of a row whose organisation did not choose one. */
  readonly standard: SharingLevel;
  readonly cells: Readonly<Record<Actor, string>>;
  /** Every read leaves a row in the log of the organisation that owns the data. */
  readonly audited?: true;
  /** Also for the group's own people while their organisation is no active member: suspended, applying, left. */
  readonly whileDormant?: true;
  /** Operations for people who signed in with a second factor only. */
  readonly secondFactor?: readonly Operation[];
}

/**
 * What one subgraph guards: the single table that shield (fields) and row-level security (rows) are made from.
 * A field or table that is missing here is closed, and a test fails.
 */
export interface Policy {
  readonly groups: Readonly<Record<string, Group>>;
  /**
   * Every field of every object type, under the one right it needs: a group (to read), or a group and another
   * operation (`user.invitation:c`); `open` is for value types, connections, payloads and reference data.
   */
  readonly fields: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Every table of the subgraph's schema. */
  readonly tables: Readonly<Record<string, TableRule>>;
}

/** What one noun adds to the policy of its subgraph, kept in the noun's folder. */
export interface PolicyPart {
  readonly groups: Policy['groups'];
  /** Of `Mutation`, by right. */
  readonly mutations: Policy['fields'][string];
  readonly fields: Policy['fields'];
  readonly tables: Policy['tables'];
}

export type Command = 'insert' | 'update' | 'delete';

export interface GuardedTable {
  /** Rows have `organization_id` (and `sharing_level`, where the group shares any), and follow the group. */
  readonly group: string;
  /** What the subgraph may do to rows besides reading, and which operations of the group allow it. */
  readonly writes?: Readonly<Partial<Record<Command, string>>>;
  /** Columns that an insert may give; all when missing. The rest is for the database to say: states, times. */
  readonly inserts?: readonly string[];
  /** Columns that an update may change; all when missing. */
  readonly updates?: readonly string[];
  /** What the conditions of the group's cells mean for this table, as SQL. A condition without meaning never holds. */
  readonly conditions?: Readonly<Partial<Record<'Y' | 'U' | 'T' | 'O', string>>>;
  /** What must hold of every row written, whoever writes it, as SQL. */
  readonly check?: string;
  /** The column whose id a row's level is set by, where that is not its own: a link to a campaign goes by the campaign. */
  readonly levelKey?: string;
  /**
   * The column with the level of the row that it belongs to, where it has a level of its own besides; null where it belongs
   * to none. Others see it only where they could see that row: one that is shared in the coalition, and for everybody one
   * that is public.
   */
  readonly parentLevel?: string;
  /** Triggers that need to know the policy; `%schema` and `%table` stand for the table's own. */
  readonly guard?: (policy: Policy) => readonly string[];
  /** Who sees rows of an organisation that is suspended or has left all the same, as SQL: those who can bring it back. */
  readonly despiteHidden?: string;
  /** Rows belong to a person and not to an organisation; only the condition `U` opens them. */
  readonly personal?: true;
  /** What the functions that write the log may do with the table: `select, insert`. */
  readonly auditor?: string;
  /**
   * Columns that the functions behind totals read: of rows that the viewer may count (operation `n`) or, where nobody
   * counts in the group, may read.
   */
  readonly counted?: readonly string[];
  /** Writes leave no row in the log, for the reason given. */
  readonly unlogged?: string;
  /** The gateway's identity function reads these columns of every row. */
  readonly identityColumns?: readonly string[];
  /** And writes down these as it reads: when something was used last. */
  readonly identityUpdates?: readonly string[];
  /** What the functions that sign people in, and take up invitations, may do with the table: `insert, update`. */
  readonly identityWrites?: string;
}

export interface ClosedTable {
  /** Outside all groups: no data of an organisation, or nobody but migrations and seeding touches it. Says why. */
  readonly closed: string;
  /** What the subgraph itself may do, and with which rows. */
  readonly upkeep?: { readonly holder: string; readonly commands: string };
  readonly identityColumns?: readonly string[];
  readonly identityWrites?: string;
}

export type TableRule = GuardedTable | ClosedTable;

/** `level` and everything wider. */
export function levelsFrom(level: SharingLevel): SharingLevel[] {
  return sharingLevels.slice(sharingLevels.indexOf(level));
}
