import { DatabaseError, type Pool, type PoolClient } from 'pg';
import type { Sql } from 'sql-template-tag';
import { withRanges } from '../audit/id-ranges';
import { HubError } from '../errors';
import type { RequestClaims } from '../identity/viewer';
import { databaseFault, isConflict } from './database-fault';
import { statementName } from './statement-name';
import { listed, setClaim, viewerClaims } from './viewer-claims';

/** Told of every statement a session sends, for counting in tests. */
export type StatementObserver = (
  kind: 'open' | 'query' | 'savepoint' | 'audit' | 'commit',
  text: string,
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
 * One transaction per request and subgraph, opened by the first statement with the viewer's claims in the same
 * message. Row-level security decides which rows; callers never filter by viewer.
 */
export class Session {
  private client: Promise<PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  /** After one failed statement PostgreSQL refuses the rest of the transaction; they fail for the same reason. */
  private failure: unknown;
  private lost = false;
  private closed = false;
  private inMutation = false;
  private readonly records = new Set<string>();
  private readonly reads = new Map<string, LoggedRead>();
  private readonly schema: string;
  private readonly writes: boolean;
  private readonly observe: StatementObserver;
  private readonly apartPool: Pool;

  constructor(
    private readonly pool: Pool,
    private readonly claims: RequestClaims,
    { schema, writes = false, observe = () => {}, apartPool = pool }: SessionOptions,
  ) {
    this.apartPool = apartPool;
    this.schema = schema;
    this.writes = writes;
    this.observe = observe;
  }

  /** Runs one prepared statement. Statements of a session run one after another, in the order they were asked. */
  rows<Row extends object>(statement: Sql): Promise<Row[]> {
    return this.inTurn(async () => {
      const client = await this.connection();
      this.observe('query', statement.text);
      const name = statementName(statement.text);
      const result = await client.query({
        ...(name && { name }),
        text: statement.text,
        values: statement.values as unknown[],
      });
      return result.rows as Row[];
    });
  }

  /**
   * Runs one statement in a transaction of its own, at once and for good: what must be counted whatever becomes of the
   * request. Nothing of the viewer is known to it.
   */
  async apart<Row extends object>(statement: Sql): Promise<Row[]> {
    this.observe('query', statement.text);
    try {
      const { rows } = await this.apartPool.query(statement.text, statement.values as unknown[]);
      return rows as Row[];
    } catch (error) {
      throw databaseFault(error);
    }
  }

  /**
   * From now on the viewer holds the record with this key: the keyed hash of a secret link, or of an address that
   * somebody signs in with. What that opens is for row-level security to say (condition `U`).
   */
  async present(record: string): Promise<void> {
    if (this.records.has(record)) return;
    this.records.add(record);
    if (this.client) await this.inTurn(() => this.send('open', this.recordsClaim()));
  }

  /**
   * From now on the session acts as this person of this organisation, for signing in, once the proof is verified, and as
   * nobody else: whatever the request's own token opened is closed, and all that is left is one's own account. What was
   * written before is logged first, in the name of who wrote it.
   */
  async actAs(personId: string, organizationId: string): Promise<void> {
    const closed = ['roles', 'dormant', 'grantors', 'tool', 'scopes', 'narrowed', 'partners', 'records'];
    this.records.clear();
    const message = [
      'set constraints all immediate; set constraints all deferred',
      setClaim('person', personId),
      setClaim('organization', organizationId),
      ...closed.map((claim) => setClaim(claim, '')),
    ].join('; ');
    await this.inTurn(() => this.send('open', message));
  }

  /**
   * Whether PostgreSQL took this transaction back in favour of another one that waited for it: it left no trace, and
   * may be tried again from its beginning.
   */
  get gaveWay(): boolean {
    return this.lost;
  }

  /** Notes that a row of an audited group is part of the answer; it is logged before the answer leaves. */
  noteRead(owner: string, group: string, record: string, id: string): void {
    const key = `${owner} ${group} ${record}`;
    const read = this.reads.get(key) ?? { owner, group, record, ids: new Set() };
    read.ids.add(id);
    this.reads.set(key, read);
  }

  /** One mutation of the operation: undone as a whole by {@link undoMutation} when it is refused. */
  async beginMutation(): Promise<void> {
    const again = this.inMutation;
    this.inMutation = true;
    if (this.client) {
      await this.inTurn(() =>
        this.send('savepoint', again ? 'release mutation; savepoint mutation' : 'savepoint mutation'),
      );
    }
  }

  /** Takes back what the mutation wrote, also after a statement that failed. */
  async undoMutation(): Promise<void> {
    await this.last;
    this.failure = undefined;
    // Late or not: where it fails, the whole transaction does.
    if (this.client) await this.inTurn(() => this.send('savepoint', 'rollback to mutation'), 'late too');
    // What was claimed since the savepoint went with it.
    this.records.clear();
  }

  /**
   * Logs what was read and commits. Rejects when that is not possible: then nothing was written, and the answer must
   * not leave.
   */
  async commit(): Promise<void> {
    await this.last;
    if (!this.client) {
      this.closed = true;
      return;
    }
    if (this.reads.size > 0) {
      await this.inTurn(async () => {
        const client = await this.connection();
        const text = `select ${this.schema}.log_reads($1)`;
        this.observe('audit', text);
        await client.query({ name: 'log_reads', text, values: [JSON.stringify(this.loggedReads())] });
      });
    }
    this.closed = true;
    if (this.failure) {
      const { failure } = this;
      await this.rollback();
      // A read that failed has its own error in the answer; what was to be written or logged is gone altogether.
      if (this.writes) throw failure;
      return;
    }
    const client = await this.client;
    try {
      this.observe('commit', 'commit');
      const { command } = await client.query('commit');
      this.client = undefined;
      client.release();
      // A transaction that failed somewhere answers a commit with a rollback, and no error.
      if (command === 'COMMIT') return;
    } catch (error) {
      this.lost ||= isConflict(error);
      this.client = undefined;
      // A commit that the database refused has ended the transaction; the connection is as good as before.
      client.release(!(error instanceof DatabaseError));
      if (this.writes) throw databaseFault(error);
      return;
    }
    if (this.writes) throw new Error('the transaction was rolled back');
  }

  /** Ends the transaction without a trace and gives the connection back. This function should not throw. */
  async rollback(): Promise<void> {
    this.closed = true;
    await this.last;
    const client = await this.client?.catch(() => null);
    this.client = undefined;
    if (!client) return;
    try {
      this.observe('commit', 'rollback');
      await client.query('rollback');
      client.release();
    } catch {
      client.release(true);
    }
  }

  private inTurn<Value>(work: () => Promise<Value>, when?: 'late too'): Promise<Value> {
    const run = this.last.then(async () => {
      if (this.failure) throw this.failure;
      // Fields that lost the race against an error elsewhere may still ask; nobody waits for their answer.
      if (this.closed) throw new Error('the session is closed');
      try {
        if (!when && Date.now() > this.claims.deadline) throw new HubError('SUBGRAPH_TIMEOUT');
        return await work();
      } catch (error) {
        this.lost ||= isConflict(error);
        this.failure = databaseFault(error);
        throw this.failure;
      }
    });
    this.last = run.catch(() => {});
    return run;
  }

  private connection(): Promise<PoolClient> {
    this.client ??= this.open();
    return this.client;
  }

  private async send(kind: 'open' | 'savepoint', message: string): Promise<void> {
    const client = await this.connection();
    this.observe(kind, message);
    await client.query(message);
  }

  /** A pooled connection may have died since it was used last, so the first message is tried twice. */
  private async open(): Promise<PoolClient> {
    const message = this.openingMessage();
    for (let attempt = 1; ; attempt++) {
      const client = await this.pool.connect();
      try {
        this.observe('open', message);
        await client.query(message);
        return client;
      } catch (error) {
        client.release(true);
        if (attempt === 2) throw error;
      }
    }
  }

  /** "begin" and all that row-level security and the log need to know of the request, in one message. */
  private openingMessage(): string {
    const { viewer, deadline, requestId } = this.claims;
    const timeLeft = Math.max(1, Math.round(deadline - Date.now()));
    return [
      this.writes ? 'begin' : 'begin read only',
      ...viewerClaims(viewer),
      // What the log names, and only where there is something to log.
      ...(this.writes ? [setClaim('request', requestId)] : []),
      ...(this.records.size > 0 ? [this.recordsClaim()] : []),
      `set local statement_timeout = ${timeLeft}`,
      ...(this.inMutation ? ['savepoint mutation'] : []),
    ].join('; ');
  }

  private recordsClaim(): string {
    return setClaim('records', listed(...this.records));
  }

  private loggedReads() {
    return [...this.reads.values()].map(({ ids, ...read }) => ({ ...read, ids: withRanges(ids) }));
  }
}

interface LoggedRead {
  readonly owner: string;
  readonly group: string;
  readonly record: string;
  readonly ids: Set<string>;
}
