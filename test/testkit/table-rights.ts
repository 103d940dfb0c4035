/** What one command of a database role needs: letters of the matrix that allow it, and the columns it may name. */
export interface Right {
  readonly by: string;
  /** All of them when missing. */
  readonly columns?: readonly string[];
}

export interface TableRights {
  readonly insert?: Right;
  readonly update?: Right;
  readonly delete?: Right;
  /** Columns that the gateway's question "who is that", and signing in, read of every row. */
  readonly identity?: readonly string[];
  /** Commands of those, as granted: a whole table, or columns of it. */
  readonly identityWrites?: Readonly<
    Partial<Record<'insert' | 'update' | 'delete', readonly string[] | 'all'>>
  >;
  /** What the functions behind the log and the credits do. */
  readonly auditor?: string;
  /** Columns that the functions behind totals read. */
  readonly counted?: readonly string[];
  /** Rows of the subgraph's own upkeep: commands, and nobody's data. */
  readonly upkeep?: string;
  /** Writes that leave no entry in the log. */
  readonly unlogged?: true;
}

export const ownLevel: TableRights = { update: { by: 's', columns: ['sharing_level', 'chosen_level'] } };
