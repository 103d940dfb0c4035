import { createHash } from 'node:crypto';
import { DatabaseError, escapeLiteral, type Pool, type PoolClient } from 'pg';
import type { Sql } from 'sql-template-tag';
import { HubError } from '../errors';
import type { RequestClaims } from '../identity/viewer';

/** Told of every statement a session sends, for counting in tests. */
export type StatementObserver = (kind: 'open' | 'query' | 'commit', text: string) => void;

/**
 * One read-only transaction per request and subgraph, opened by the first statement with the viewer's
 * claims in the same message. Row-level security decides which rows; callers never filter by viewer.
 */
export class Session {
  private client: Promise<PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  /** After one failed statement PostgreSQL refuses the rest of the transaction; they fail for the same reason. */
  private failure: unknown;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly claims: RequestClaims,
    private readonly observe: StatementObserver = () => {},
  ) {}

  /** Runs one prepared statement. Statements of a session run one after another, in the order they were asked. */
  rows<Row extends object>(statement: Sql): Promise<Row[]> {
    const run = this.last.then(async () => {
      if (this.failure) throw this.failure;
      // Fields that lost the race against an error elsewhere may still ask; nobody waits for their answer.
      if (this.closed) throw new Error('the session is closed');
      if (Date.now() > this.claims.deadline) throw new HubError('SUBGRAPH_TIMEOUT');
      try {
        this.client ??= this.open();
        const client = await this.client;
        this.observe('query', statement.text);
        const name = statementName(statement.text);
        const result = await client.query({
          ...(name && { name }),
          text: statement.text,
          values: statement.values as unknown[],
        });
        return result.rows as Row[];
      } catch (error) {
        this.failure = databaseFault(error);
        throw this.failure;
      }
    });
    this.last = run.catch(() => {});
    return run;
  }

  /** Ends the transaction and gives the connection back. This function should not throw. */
  async close(): Promise<void> {
    this.closed = true;
    await this.last;
    if (!this.client) return;
    const client = await this.client.catch(() => null);
    if (!client) return;
    try {
      this.observe('commit', 'commit');
      await client.query('commit');
      client.release();
    } catch {
      client.release(true);
    }
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

  private openingMessage(): string {
    const { viewer, deadline } = this.claims;
    const timeLeft = Math.max(1, Math.round(deadline - Date.now()));
    return `begin read only; set local hub.organization = ${escapeLiteral(viewer.organizationId ?? '')}; set local hub.person = ${escapeLiteral(viewer.personId ?? '')}; set local hub.roles = ${escapeLiteral(viewer.roles.join(','))}; set local statement_timeout = ${timeLeft}`;
  }
}

const names = new Map<string, string>();

/**
 * Statements are built from fixed fragments, but filters combine them freely, and PostgreSQL keeps a prepared
 * statement as long as its connection lives. After so many different ones the rest run without being kept.
 */
const maximumPrepared = 500;

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= maximumPrepared) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}

/** A database that is away costs the subgraph's fields; anything else is our fault and is masked later. */
function databaseFault(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    if (error.code === '57014') return new HubError('SUBGRAPH_TIMEOUT');
    const away = error.code?.startsWith('08') || error.code?.startsWith('57P') || error.code === '53300';
    return away ? new HubError('SUBGRAPH_UNAVAILABLE') : error;
  }
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const lost = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST)/.test(code);
  const message = error instanceof Error ? error.message : '';
  return lost || /connection (terminated|timeout)|timeout exceeded|not queryable/i.test(message)
    ? new HubError('SUBGRAPH_UNAVAILABLE')
    : error;
}
