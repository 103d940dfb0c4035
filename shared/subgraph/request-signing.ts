import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../identity/keyring';
import type { RequestClaims } from '../identity/viewer';
import type { SubgraphRequest } from './executor';
import type { SeenRequests } from './seen-requests';

export const signatureHeader = 'x-hub-signature';

/** Longest life of a signed request, in milliseconds: longer than any deadline, short enough to be useless when stolen. */
export const maximumAge = 60_000;

/** What a subgraph is asked, and for whom. */
export interface ClaimedRequest {
  readonly request: SubgraphRequest;
  readonly claims: RequestClaims;
}

/** The whole body, so that the signature over it covers everything. */
interface Envelope extends ClaimedRequest {
  readonly signedAt: number;
  /** Makes each request another one, even when the same is asked twice in the same millisecond. */
  readonly nonce: string;
}

export interface SignedRequest {
  readonly body: string;
  readonly signature: string;
}

/**
 * Signs what is asked and for whom, for one subgraph. Each subgraph has its own key, so a request signed for one
 * cannot be shown to another.
 */
export function signRequest(keys: Keyring, { request, claims }: ClaimedRequest): SignedRequest {
  const envelope: Envelope = { signedAt: Date.now(), nonce: randomUUID(), claims, request };
  const body = JSON.stringify(envelope);
  return { body, signature: signatureOf(keys.current, body) };
}

/**
 * What was signed with an accepted key and is shown for the first time; null when it is unsigned, altered, expired or
 * seen before.
 */
export function openRequest(
  keys: Keyring,
  seen: SeenRequests,
  body: string,
  signature: unknown,
): ClaimedRequest | null {
  if (typeof signature !== 'string') return null;
  const given = Buffer.from(signature);
  const isSigned = keys.accepted.some((key) => {
    const expected = Buffer.from(signatureOf(key, body));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  if (!isSigned) return null;
  // Nothing is read before the signature has proved that the gateway wrote it.
  const { signedAt, nonce, claims, request } = JSON.parse(body) as Envelope;
  if (Math.abs(Date.now() - signedAt) > maximumAge) return null;
  return seen.isFirst(nonce, signedAt) ? { request, claims } : null;
}

function signatureOf(key: string, body: string): string {
  return createHmac('sha256', key).update(body).digest('base64url');
}
