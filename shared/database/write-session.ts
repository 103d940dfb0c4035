import { DatabaseError, type Pool, type PoolClient } from 'pg';
import type { Sql } from 'sql-template-tag';
import { withRanges } from '../audit/id-ranges';
import { HubError } from '../errors';
import type { RequestClaims } from '../identity/viewer';
import { databaseFault, isConflict } from './database-fault';
import { runApart } from './run-apart';
import type { Session, SessionOptions, StatementObserver } from './session';
import { statementName } from './statement-name';
import { claimStatements, listed, setClaim } from './viewer-claims';

/** One transaction for everything, opened by the first statement with the viewer's claims in the same message. */
export class WriteSession implements Session {
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
  private readonly observe: StatementObserver;
  private readonly apartPool: Pool;

  constructor(
    private readonly pool: Pool,
    private readonly claims: RequestClaims,
    { schema, observe = () => {}, apartPool = pool }: SessionOptions,
  ) {
    this.apartPool = apartPool;
    this.schema = schema;
    this.observe = observe;
  }

  rows<Row extends object>(statement: Sql): Promise<Row[]> {
    return this.inTurn(async () => {
      const client = await this.connection();
      this.observe('query', statement.text, statement.values);
      const name = statementName(statement.text);
      const result = await client.query({
        ...(name && { name }),
        text: statement.text,
        values: statement.values as unknown[],
      });
      return result.rows as Row[];
    });
  }

  apart<Row extends object>(statement: Sql): Promise<Row[]> {
    return runApart(this.apartPool, this.observe, statement);
  }

  async present(record: string): Promise<void> {
    if (this.records.has(record)) return;
    this.records.add(record);
    if (this.client) await this.inTurn(() => this.send('open', this.recordsClaim()));
  }

  async actAs(personId: string, organizationId: string): Promise<void> {
    const closed = [
      'kind',
      'roles',
      'dormant',
      'grantors',
      'tool',
      'scopes',
      'narrowed',
      'partners',
      'records',
    ];
    this.records.clear();
    const message = [
      'set constraints all immediate; set constraints all deferred',
      setClaim('person', personId),
      setClaim('organization', organizationId),
      ...closed.map((claim) => setClaim(claim, '')),
    ].join('; ');
    await this.inTurn(() => this.send('open', message));
  }

  get gaveWay(): boolean {
    return this.lost;
  }

  noteRead(owner: string, group: string, record: string, id: string): void {
    const key = `${owner} ${group} ${record}`;
    const read = this.reads.get(key) ?? { owner, group, record, ids: new Set() };
    read.ids.add(id);
    this.reads.set(key, read);
  }

  async beginMutation(): Promise<void> {
    const again = this.inMutation;
    this.inMutation = true;
    if (this.client) {
      await this.inTurn(() =>
        this.send('savepoint', again ? 'release mutation; savepoint mutation' : 'savepoint mutation'),
      );
    }
  }

  async undoMutation(): Promise<void> {
    await this.last;
    this.failure = undefined;
    // Late or not: where it fails, the whole transaction does.
    if (this.client) await this.inTurn(() => this.send('savepoint', 'rollback to mutation'), 'late too');
    // What was claimed since the savepoint went with it.
    this.records.clear();
  }

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
      throw failure;
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
      throw databaseFault(error);
    }
    throw new Error('the transaction was rolled back');
  }

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
      'begin',
      ...claimStatements(viewer),
      // What the log names.
      setClaim('request', requestId),
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
