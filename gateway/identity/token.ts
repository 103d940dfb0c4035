import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

const issuer = 'tahaluf';
const audience = 'tahaluf';
const algorithm = 'EdDSA';
const type = 'at+jwt';

/** A token names a person and the one organisation they act for; what they may do is read from the database. */
export interface TokenSubject {
  readonly personId: string;
  readonly organizationId: string;
}

export interface TokenKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function generateTokenKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** @throws when the text is not a private Ed25519 key in PEM */
export function readTokenKeys(privateKeyPem: string): TokenKeys {
  const privateKey = createPrivateKey(privateKeyPem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** @param lifetime as `jose` reads it: "8h", "15m" */
export async function mintToken(
  { privateKey }: TokenKeys,
  { personId, organizationId }: TokenSubject,
  lifetime = '8h',
): Promise<string> {
  return new SignJWT({ org: organizationId })
    .setProtectedHeader({ alg: algorithm, typ: type })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(personId)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(privateKey);
}

/** Whom a token names, or null when it is not one of ours, not for us, altered or expired. */
export async function verifyToken({ publicKey }: TokenKeys, token: string): Promise<TokenSubject | null> {
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: [algorithm],
      issuer,
      audience,
      typ: type,
      requiredClaims: ['exp', 'sub', 'org'],
    });
    const { sub, org } = payload;
    return typeof sub === 'string' && typeof org === 'string' ? { personId: sub, organizationId: org } : null;
  } catch {
    return null;
  }
}
