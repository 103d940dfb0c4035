import { DatabaseError, type Pool } from 'pg';
import type { Sql } from 'sql-template-tag';
import { HubError } from '../errors';
import type { RequestClaims } from '../identity/viewer';
import { databaseFault, isConflict } from './database-fault';
import { type PipelinedStatement, runPipeline } from './pipeline';
import { runApart } from './run-apart';
import type { Session, SessionOptions, StatementObserver } from './session';
import { statementName } from './statement-name';
import { listed, viewerClaims, viewerClaimsAsJson } from './viewer-claims';

/**
 * Reads, and can do nothing else. What is asked at the same time goes to PostgreSQL in one message that begins with the
 * viewer's claims, and comes back in one answer: no message to begin, none to commit. Between two of them it holds no
 * connection.
 */
export class ReadSession implements Session {
  gaveWay = false;
  private asked: Asked[] = [];
  private isSending = false;
  /** After one failed statement the rest of the request fails for the same reason. */
  private failure: unknown;
  private closed = false;
  private readonly records = new Set<string>();
  private readonly observe: StatementObserver;
  private readonly apartPool: Pool;

  constructor(
    private readonly pool: Pool,
    private readonly claims: RequestClaims,
    { observe = () => {}, apartPool = pool }: SessionOptions,
  ) {
    this.observe = observe;
    this.apartPool = apartPool;
  }

  rows<Row extends object>(statement: Sql): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({ statement, resolve: resolve as (rows: object[]) => void, reject });
      if (this.isSending) return;
      this.isSending = true;
      // Loaders that were called in the same tick ask one after another.
      queueMicrotask(() => void this.send());
    });
  }

  apart<Row extends object>(statement: Sql): Promise<Row[]> {
    return runApart(this.apartPool, this.observe, statement);
  }

  async present(record: string): Promise<void> {
    this.records.add(record);
  }

  async actAs(): Promise<void> {
    throw new Error('only a mutation signs anybody in');
  }

  noteRead(): void {
    throw new Error('what is logged is read in a session that writes');
  }

  async beginMutation(): Promise<void> {
    throw new Error('a query has no mutations');
  }

  async undoMutation(): Promise<void> {
    throw new Error('a query has no mutations');
  }

  async commit(): Promise<void> {
    this.closed = true;
  }

  async rollback(): Promise<void> {
    this.closed = true;
  }

  private async send(): Promise<void> {
    while (this.asked.length > 0) {
      const asked = this.asked;
      this.asked = [];
      try {
        const rows = await this.answersTo(asked.map(({ statement }) => statement));
        for (let n = 0; n < asked.length; n++) asked[n]!.resolve(rows[n]!);
      } catch (error) {
        this.gaveWay ||= isConflict(error);
        this.failure = databaseFault(error);
        for (const { reject } of asked) reject(this.failure);
      }
    }
    this.isSending = false;
  }

  private async answersTo(statements: readonly Sql[]): Promise<object[][]> {
    if (this.failure) throw this.failure;
    // Fields that lost the race against an error elsewhere may still ask; nobody waits for their answer.
    if (this.closed) throw new Error('the session is closed');
    const [, ...rows] = await this.run([this.opening(), ...statements.map(prepared)]);
    return rows;
  }

  /** A pooled connection may have died since it was used last, so what reads only is tried twice. */
  private async run(statements: readonly PipelinedStatement[]): Promise<object[][]> {
    for (let attempt = 1; ; attempt++) {
      if (Date.now() > this.claims.deadline) throw new HubError('SUBGRAPH_TIMEOUT');
      const client = await this.pool.connect();
      let isBroken = false;
      try {
        for (const { name, text, values } of statements)
          this.observe(name === openingName ? 'open' : 'query', text, values);
        return await runPipeline(client, statements);
      } catch (error) {
        isBroken = !(error instanceof DatabaseError) || error.severity === 'FATAL';
        if (!isBroken || attempt === 2) throw error;
      } finally {
        client.release(isBroken);
      }
    }
  }

  /** All that row-level security needs to know of the request. */
  private opening(): PipelinedStatement {
    const { viewer, deadline } = this.claims;
    const claims =
      this.records.size === 0
        ? viewerClaimsAsJson(viewer)
        : JSON.stringify({ ...viewerClaims(viewer), records: listed(...this.records) });
    const timeLeft = Math.max(1, Math.round(deadline - Date.now()));
    return { name: openingName, text: openingText, values: [claims, timeLeft] };
  }
}

interface Asked {
  readonly statement: Sql;
  resolve(rows: object[]): void;
  reject(error: unknown): void;
}

const openingName = 'open';
const openingText = 'select from hub.open_to_read($1::jsonb, $2::int)';

function prepared({ text, values }: Sql): PipelinedStatement {
  const name = statementName(text);
  // Under a name of its own: what `pg` has prepared by itself is no business of the pipeline's.
  return { text, values, name: name && `piped_${name}` };
}
