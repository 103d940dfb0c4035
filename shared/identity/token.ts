import { jwtVerify, SignJWT } from 'jose';
import type { TokenKeys } from './token-keys';

const issuer = 'tahaluf';
const audience = 'tahaluf';
const algorithm = 'EdDSA';
const type = 'at+jwt';

/** Of tokens that people get when they sign in: short, because only the sign-in behind one can be taken back. */
export const accessTokenLifetime = '10m';

/** Of tokens of a demo, which nobody signs in for. */
export const demoTokenLifetime = '8h';

/** No token lives longer, in milliseconds, whoever signed it. */
export const longestTokenLife = 8 * 3_600_000;

/** Clocks of two machines may differ by so many milliseconds. */
const clockTolerance = 5_000;

/** A token names a person and the one organisation they act for; what they may do is read from the database. */
export interface TokenSubject {
  readonly personId: string;
  readonly organizationId: string;
  /** The sign-in that the token belongs to. */
  readonly signInId?: string | null;
  /** When a second factor was proved, in milliseconds since 1970. */
  readonly secondFactorAt?: number | null;
}

export type VerifiedToken = Required<TokenSubject>;

/** @param lifetime as `jose` reads it: "8h", "15m" */
export async function mintToken(
  { current: { id, privateKey } }: TokenKeys,
  { personId, organizationId, signInId, secondFactorAt }: TokenSubject,
  lifetime: string = accessTokenLifetime,
): Promise<string> {
  if (!privateKey) throw new Error('only the public half of the token key is here: tokens are verified only');
  const proved = typeof secondFactorAt === 'number';
  return new SignJWT({
    org: organizationId,
    ...(signInId && { sid: signInId }),
    ...(proved && { amr: ['mfa'], auth_time: Math.floor(secondFactorAt / 1000) }),
  })
    .setProtectedHeader({ alg: algorithm, typ: type, kid: id })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(personId)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(privateKey);
}

/** What a token says, or null when it is not one of ours, not for us, altered or expired. */
export async function verifyToken(keys: TokenKeys, token: string): Promise<VerifiedToken | null> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyWith(keys, kid), {
      algorithms: [algorithm],
      issuer,
      audience,
      typ: type,
      requiredClaims: ['iat', 'exp', 'sub', 'org'],
    });
    const { sub, org, sid = null, amr, auth_time, iat, exp } = payload;
    const lifetime = (exp! - iat!) * 1000;
    // `jose` reads the clock twice when it makes one, and a second may begin in between.
    if (lifetime > longestTokenLife + 1_000 || iat! * 1000 > Date.now() + clockTolerance) return null;
    if (typeof sub !== 'string' || typeof org !== 'string') return null;
    if (sid !== null && typeof sid !== 'string') return null;
    const provedAt = Array.isArray(amr) && amr.includes('mfa') ? pastMoment(auth_time) : null;
    return { personId: sub, organizationId: org, signInId: sid, secondFactorAt: provedAt };
  } catch {
    return null;
  }
}

/** A time in seconds, as tokens have it, in milliseconds; null when it is none or has not come yet. */
export function pastMoment(seconds: unknown): number | null {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return null;
  const now = Date.now();
  const moment = Math.floor(seconds * 1000);
  return moment <= now + clockTolerance ? Math.min(moment, now) : null;
}

/** Our own key or none: what a token says of where its key is to be found (`jku`, `jwk`, `x5u`) counts nothing. */
function keyWith(keys: TokenKeys, id: string | undefined) {
  const key = id === undefined ? undefined : keys.find(id);
  if (!key) throw new Error('unknown key');
  return key.publicKey;
}
