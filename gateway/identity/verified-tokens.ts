import { hash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { LRUCache } from 'lru-cache';
import { type VerifiedToken, verifyToken } from '../../shared/identity/token';
import type { TokenKey, TokenKeys } from '../../shared/identity/token-keys';

/** People whose last token is remembered; more than one hub has at work at a time. */
const keptTokens = 5_000;

interface Known {
  readonly token: VerifiedToken;
  /** The key that it was found to be signed with. */
  readonly key: TokenKey;
  /** In seconds since 1970, as the token has it. */
  readonly expiresAt: number;
}

export type VerifyToken = (token: string) => Promise<VerifiedToken | null>;

/**
 * Checks the signature of a token once and not on every request it comes with: a token cannot change, its signature is
 * the dearest thing about a small request, and whether the sign-in behind it still counts is read from the database
 * each time. One that has expired, or whose key was replaced, is checked again and refused. Tokens are remembered by
 * their hash, so that nothing here opens anything.
 */
export function verifiedTokens(keys: TokenKeys): VerifyToken {
  const known = new LRUCache<string, Known>({ max: keptTokens });
  return async (token) => {
    const name = hash('sha256', token, 'base64');
    const found = known.get(name);
    if (found && Math.floor(Date.now() / 1000) < found.expiresAt && keys.find(found.key.id) === found.key) {
      return found.token;
    }
    known.delete(name);
    const verified = await verifyToken(keys, token);
    const key = verified && keys.find(decodeProtectedHeader(token).kid ?? '');
    const { exp } = verified ? decodeJwt(token) : {};
    if (key && exp !== undefined) known.set(name, { token: verified, key, expiresAt: exp });
    return verified;
  };
}
