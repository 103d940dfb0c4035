import type { Pool } from 'pg';
import type { Sql } from 'sql-template-tag';
import type { RequestClaims } from '../identity/viewer';
import { ReadSession } from './read-session';
import { WriteSession } from './write-session';

/** Told of every statement a session sends, for tests that count them or look at their plans. */
export type StatementObserver = (
  kind: 'open' | 'query' | 'savepoint' | 'audit' | 'commit',
  text: string,
  values?: readonly unknown[],
) => void;

export interface SessionOptions {
  /** Schema of the subgraph, where its log is. */
  readonly schema: string;
  /** Mutations, and queries whose reading is logged. Everything else cannot write, whatever its code says. */
  readonly writes?: boolean;
  readonly observe?: StatementObserver | undefined;
  /**
   * Connections for {@link Session.apart}. Others than those of sessions: requests that each hold one and wait for a second
   * would wait for each other.
   */
  readonly apartPool?: Pool;
}

/**
 * A request's way to the database of one subgraph. Every statement runs with the viewer's claims, and row-level security
 * decides which rows; callers never filter by viewer.
 */
export interface Session {
  /**
   * Whether PostgreSQL took this transaction back in favour of another one that waited for it: it left no trace, and
   * may be tried again from its beginning.
   */
  readonly gaveWay: boolean;
  /** Runs one prepared statement. Statements of a session run one after another, in the order they were asked. */
  rows<Row extends object>(statement: Sql): Promise<Row[]>;
  /**
   * Runs one statement in a transaction of its own, at once and for good: what must be counted whatever becomes of the
   * request. Nothing of the viewer is known to it.
   */
  apart<Row extends object>(statement: Sql): Promise<Row[]>;
  /**
   * From now on the viewer holds the record with this key: the keyed hash of a secret link, or of an address that
   * somebody signs in with. What that opens is for row-level security to say (condition `U`).
   */
  present(record: string): Promise<void>;
  /**
   * From now on the session acts as this person of this organisation, for signing in, once the proof is verified, and as
   * nobody else: whatever the request's own token opened is closed, and all that is left is one's own account. What was
   * written before is logged first, in the name of who wrote it.
   */
  actAs(personId: string, organizationId: string): Promise<void>;
  /** Notes that a row of an audited group is part of the answer; it is logged before the answer leaves. */
  noteRead(owner: string, group: string, record: string, id: string): void;
  /** One mutation of the operation: undone as a whole by {@link undoMutation} when it is refused. */
  beginMutation(): Promise<void>;
  /** Takes back what the mutation wrote, also after a statement that failed. */
  undoMutation(): Promise<void>;
  /**
   * Logs what was read and commits. Rejects when that is not possible: then nothing was written, and the answer must
   * not leave.
   */
  commit(): Promise<void>;
  /** Ends it without a trace and gives the connection back. Never throws. */
  rollback(): Promise<void>;
}

export const openSession = (pool: Pool, claims: RequestClaims, options: SessionOptions): Session =>
  options.writes ? new WriteSession(pool, claims, options) : new ReadSession(pool, claims, options);
