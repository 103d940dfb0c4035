import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { TokenKey } from './token-keys';

/** What an access token says. */
export interface VerifiedToken {
  readonly personId: string;
  readonly organizationId: string;
  /** The sign-in that the token belongs to. */
  readonly signInId: string | null;
  /** When a second factor was proved, in milliseconds since 1970. */
  readonly secondFactorAt: number | null;
}

export interface Verification {
  readonly token: VerifiedToken;
  readonly keyId: string;
  readonly key: TokenKey;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Tokens whose signature was found good: the same token comes with every request for minutes, and to check an Ed25519
 * signature costs more than the rest of reading it. Kept by their hash, so that no memory holds what lets somebody in.
 */
export class VerifiedTokens {
  private readonly known = new LRUCache<string, Verification>({ max: 10_000 });

  get = (token: string): Verification | undefined => this.known.get(hashOf(token));

  set(token: string, verification: Verification): void {
    this.known.set(hashOf(token), verification);
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
