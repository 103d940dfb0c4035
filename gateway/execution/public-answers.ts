import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Whatever an answer to the public depends on, within one supergraph. */
export interface PublicQuestion {
  /** Equal while nothing in the database has changed. */
  readonly dataVersion: string;
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: unknown;
  readonly languages: readonly string[];
}

/**
 * What changes with the clock alone, such as the day on which something begins, is read again after this time even if
 * nothing was written, in milliseconds.
 */
const maximumAge = 60_000;

/**
 * Answers to questions of people who are not signed in, kept until anything in the database changes. What is asked
 * again while the same question is being answered waits for that answer.
 */
export class PublicAnswers {
  private readonly kept: LRUCache<string, ExecutionResult>;
  private readonly underWay = new Map<string, Promise<ExecutionResult>>();

  /** @param maximumBytes of all kept answers together, as JSON */
  constructor(maximumBytes: number) {
    this.kept = new LRUCache({
      maxSize: maximumBytes,
      maxEntrySize: Math.ceil(maximumBytes / 8),
      ttl: maximumAge,
    });
  }

  async answer(question: PublicQuestion, execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const key = keyOf(question);
    const known = this.kept.get(key);
    if (known) return known;
    const awaited = await this.underWay.get(key)?.catch(() => undefined);
    // What went wrong for one may go well for the next, and its errors carry the id of its request.
    if (awaited && isWhole(awaited)) return awaited;
    const answering = execute();
    this.underWay.set(key, answering);
    try {
      const answer = await answering;
      if (isWhole(answer)) this.kept.set(key, answer, { size: JSON.stringify(answer.data).length });
      return answer;
    } finally {
      if (this.underWay.get(key) === answering) this.underWay.delete(key);
    }
  }
}

const isWhole = ({ data, errors }: ExecutionResult): boolean => Boolean(data) && !errors?.length;

function keyOf({ dataVersion, query, operationName, variables, languages }: PublicQuestion): string {
  const parts = [dataVersion, query, operationName, variables, languages];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
