import { createHash } from 'node:crypto';

/** One row of the log as it is stored. */
export interface Link {
  readonly organizationId: string;
  readonly id: string;
  readonly sequence: number;
  /** In UTC, to the microsecond: `2026-11-25T10:00:00.000000`. */
  readonly at: string;
  readonly personId: string | null;
  readonly actorOrganizationId: string | null;
  readonly roles: string;
  readonly toolKeyId: string | null;
  readonly operation: string;
  readonly groupName: string;
  readonly record: string;
  readonly subjectIds: readonly string[];
  readonly requestId: string | null;
  readonly hash: Buffer;
}

/** Where a chain ends, as it is stored or as somebody noted it down. */
export interface Head {
  readonly sequence: number;
  readonly hash: Buffer;
}

/** The first place where a chain does not hold. */
export interface Break {
  readonly sequence: number;
  readonly reason: BreakReason;
}

export const breakReasons = {
  ALTERED: 'was altered, or the row before it was and its hash with it',
  MISSING: 'is missing',
  HEAD: 'is where the chain ends, and the head says otherwise',
  REWRITTEN: 'is not what it was when its head was signed: it or a row before it was written anew',
} as const;
export type BreakReason = keyof typeof breakReasons;

/** Walks one organisation's chain from its first row. Every hash is computed here, not by the database that wrote it. */
export class ChainWalk {
  private length = 0;
  private hash: Buffer = Buffer.alloc(0);
  private found: Break | null = null;

  /** @param signed heads that the chain had before and must still contain */
  constructor(private readonly signed: readonly Head[] = []) {}

  /** The next row, by sequence. */
  add(link: Link): void {
    if (this.found) return;
    const next = this.length + 1;
    const hash = linkHash(this.hash, link);
    if (link.sequence !== next) {
      this.break(next, 'MISSING');
    } else if (!hash.equals(link.hash) || link.id !== `${link.organizationId}:${next}`) {
      this.break(next, 'ALTERED');
    } else if (this.signed.some((head) => head.sequence === next && !head.hash.equals(hash))) {
      this.break(next, 'REWRITTEN');
    } else {
      this.length = next;
      this.hash = hash;
    }
  }

  /** @param head what is stored as the end of the chain, or null */
  end(head: Head | null): Break | null {
    const expected = Math.max(head?.sequence ?? 0, ...this.signed.map(({ sequence }) => sequence));
    if (this.length < expected) this.break(this.length + 1, 'MISSING');
    const fits = head?.sequence === this.length && head.hash.equals(this.hash);
    if (!fits) this.break(this.length, 'HEAD');
    return this.found;
  }

  private break(sequence: number, reason: BreakReason): void {
    this.found ??= { sequence, reason };
  }
}

/** SHA-256 over the hash before it and the row, written as PostgreSQL writes a JSON array. */
export function linkHash(previous: Buffer, link: Link): Buffer {
  const fields = [
    link.organizationId,
    link.sequence,
    link.at,
    link.personId,
    link.actorOrganizationId,
    link.roles,
    link.toolKeyId,
    link.operation,
    link.groupName,
    link.record,
    link.subjectIds,
    link.requestId,
  ];
  return createHash('sha256').update(previous).update(jsonbText(fields), 'utf8').digest();
}

type Json = string | number | null | readonly Json[];

/** `JSON.stringify`, but for the space that PostgreSQL writes after each comma. */
function jsonbText(value: Json): string {
  return isList(value) ? `[${value.map(jsonbText).join(', ')}]` : JSON.stringify(value);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
