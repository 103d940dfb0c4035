import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Keyring } from '../identity/keyring';
import type { RequestClaims } from '../identity/viewer';

export const claimsHeader = 'x-hub-claims';
export const signatureHeader = 'x-hub-signature';

/** Longest life of a signed request, in milliseconds: longer than any deadline, short enough to be useless when stolen. */
const maximumAge = 60_000;

/**
 * Signs claims and body for one subgraph. Each subgraph has its own key, so a request signed for one
 * cannot be shown to another.
 */
export function signRequest(keys: Keyring, claims: RequestClaims, body: string): Record<string, string> {
  const encoded = Buffer.from(
    JSON.stringify({ ...claims, signedAt: Date.now(), once: randomUUID() }),
  ).toString('base64url');
  return { [claimsHeader]: encoded, [signatureHeader]: signature(keys.current, encoded, body) };
}

/** The claims of a request that was signed with an accepted key, or null when it is unsigned, altered or expired. */
export function verifyRequest(
  keys: Keyring,
  headers: Record<string, string | string[] | undefined>,
  body: string,
): RequestClaims | null {
  const encoded = headers[claimsHeader];
  const given = headers[signatureHeader];
  if (typeof encoded !== 'string' || typeof given !== 'string') return null;
  const actual = Buffer.from(given);
  const isSigned = keys.accepted.some((key) => {
    const expected = Buffer.from(signature(key, encoded, body));
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
  if (!isSigned) return null;
  const {
    signedAt,
    once: _once,
    ...claims
  } = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as RequestClaims & {
    readonly signedAt: number;
    readonly once: string;
  };
  return Math.abs(Date.now() - signedAt) <= maximumAge ? claims : null;
}

/**
 * Notices that a signed request comes again: somebody who listens in must not repeat a mutation. Each is signed for
 * itself, so no two are the same by chance. A process knows only what came to itself; keep that way closed besides.
 */
export class SignedOnce {
  private readonly seen = new LRUCache<string, true>({ max: 100_000, ttl: 2 * maximumAge });

  /** Asked of verified requests only, so that nobody else can fill it. */
  isRepeated(headers: Record<string, string | string[] | undefined>): boolean {
    const key = String(headers[signatureHeader]);
    if (this.seen.has(key)) return true;
    this.seen.set(key, true);
    return false;
  }
}

function signature(key: string, claims: string, body: string): string {
  return createHmac('sha256', key).update(claims).update('.').update(body).digest('base64url');
}
