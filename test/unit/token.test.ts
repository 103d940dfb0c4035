import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, decodeProtectedHeader, exportJWK, SignJWT, UnsecuredJWT } from 'jose';
import { mintToken, verifyToken } from '../../shared/identity/token';
import {
  generateTokenKey,
  publicPem,
  readTokenKey,
  readTokenKeys,
  TokenKeys,
} from '../../shared/identity/token-keys';

const key = readTokenKey(generateTokenKey());
const keys = new TokenKeys(key);
const subject = { personId: 'per_1', organizationId: 'org_1' };
const verified = { ...subject, signInId: null, secondFactorAt: null };

interface Forgery {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly without?: string;
  readonly key?: KeyObject | Uint8Array;
}

/** A token that is right in everything but what is said. */
function forged({ header, claims, without, key: signing = key.privateKey! }: Forgery): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload: Record<string, unknown> = {
    ...{ iss: 'tahaluf', aud: 'tahaluf', sub: 'per_1', org: 'org_1', iat: now, exp: now + 60 },
    ...claims,
  };
  if (without) delete payload[without];
  const right = { alg: 'EdDSA', typ: 'at+jwt', kid: key.id };
  return new SignJWT(payload)
    .setProtectedHeader({ ...right, ...header })
    .sign(signing, { crit: { x: true } });
}

const publicKeyText = () => Buffer.from(publicPem(key));
const unsecured = () =>
  new UnsecuredJWT({ org: 'org_1' })
    .setSubject('per_1')
    .setIssuer('tahaluf')
    .setAudience('tahaluf')
    .setExpirationTime('1h')
    .encode();

const forgeries: [string, () => string | Promise<string>][] = [
  ['algorithm none', unsecured],
  [
    'algorithm none in a header that looks right',
    () => unsecured().replace(/^[^.]+/, Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')),
  ],
  ['HS256 with the public key as secret', () => forged({ header: { alg: 'HS256' }, key: publicKeyText() })],
  [
    'HS256 with the bytes of the public key as secret',
    () =>
      forged({
        header: { alg: 'HS256' },
        key: Buffer.from(key.publicKey.export({ format: 'jwk' }).x!, 'base64url'),
      }),
  ],
  ['no key named', () => forged({ header: { kid: undefined } })],
  ['an unknown key named', () => forged({ header: { kid: 'other' } })],
  ['a key named that is no text', () => forged({ header: { kid: ['a'] } })],
  [
    'an unknown key named and signed with',
    () => {
      const other = readTokenKey(generateTokenKey());
      return forged({ header: { kid: other.id }, key: other.privateKey! });
    },
  ],
  [
    'a key of its own in its header',
    async () => {
      const own = generateKeyPairSync('ed25519');
      return forged({ header: { jwk: await exportJWK(own.publicKey) }, key: own.privateKey });
    },
  ],
  ...['jku', 'x5u'].map((name): [string, () => Promise<string>] => [
    `another key and an address of it (${name})`,
    () =>
      forged({
        header: { [name]: 'https://keys.example/' },
        key: generateKeyPairSync('ed25519').privateKey,
      }),
  ]),
  ['an extension that must be understood', () => forged({ header: { crit: ['x'], x: 1 } })],
  ['another key', () => forged({ key: generateKeyPairSync('ed25519').privateKey })],
  [
    'another algorithm',
    () =>
      forged({
        header: { alg: 'RS256' },
        key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
      }),
  ],
  ['another issuer', () => forged({ claims: { iss: 'other' } })],
  ['another audience', () => forged({ claims: { aud: 'other' } })],
  ['another type', () => forged({ header: { typ: 'JWT' } })],
  ['an expiry that has passed', () => forged({ claims: { exp: Math.floor(Date.now() / 1000) - 1 } })],
  ['a start that has not come', () => forged({ claims: { nbf: Math.floor(Date.now() / 1000) + 60 } })],
  [
    'an expiry that lies years ahead',
    () => forged({ claims: { exp: Math.floor(Date.now() / 1000) + 100_000_000 } }),
  ],
  [
    'a time of issue that has not come',
    () =>
      forged({
        claims: { iat: Math.floor(Date.now() / 1000) + 60, exp: Math.floor(Date.now() / 1000) + 120 },
      }),
  ],
  ['no time of issue', () => forged({ without: 'iat' })],
  ['a sign-in that is no text', () => forged({ claims: { sid: 7 } })],
  ['no expiry', () => forged({ without: 'exp' })],
  ['no issuer', () => forged({ without: 'iss' })],
  ['no audience', () => forged({ without: 'aud' })],
  ['no person', () => forged({ without: 'sub' })],
  ['no organisation', () => forged({ without: 'org' })],
  ['an organisation that is no text', () => forged({ claims: { org: 7 } })],
  [
    'an altered payload',
    async () =>
      (await mintToken(keys, subject)).replace(
        /\.([^.]+)\./,
        () => `.${Buffer.from('{"sub":"per_2"}').toString('base64url')}.`,
      ),
  ],
  ['nothing in it', () => ''],
  ['nonsense in it', () => 'a.b.c'],
];

describe('a token', () => {
  test('names the person and the organisation it was made for', async () => {
    expect(await verifyToken(keys, await mintToken(keys, subject))).toEqual(verified);
    expect(await verifyToken(keys, await forged({}))).toEqual(verified);
  });

  test('names its key by the thumbprint that everybody computes alike', async () => {
    const { kid } = decodeProtectedHeader(await mintToken(keys, subject));
    expect(kid).toBe(await calculateJwkThumbprint(await exportJWK(key.publicKey)));
  });

  test('carries the sign-in, and when a second factor was proved', async () => {
    const proved = { ...subject, signInId: 'sin_1', secondFactorAt: Date.now() - 90_500 };
    expect(await verifyToken(keys, await mintToken(keys, proved))).toEqual({
      ...proved,
      secondFactorAt: Math.floor(proved.secondFactorAt / 1000) * 1000,
    });
    const never = { ...subject, signInId: null, secondFactorAt: null };
    expect(await verifyToken(keys, await mintToken(keys, never))).toEqual(verified);
  });

  const now = Math.floor(Date.now() / 1000);
  test.each([
    { amr: ['pwd'], auth_time: now },
    { amr: 'mfa', auth_time: now },
    { auth_time: now },
    { amr: ['mfa'] },
    { amr: ['mfa'], auth_time: String(now) },
    { amr: ['mfa'], auth_time: -1 },
    { amr: ['mfa'], auth_time: 0 },
    { amr: ['mfa'], auth_time: null },
    { amr: ['mfa'], auth_time: now + 600 },
    { amr: ['mfa'], auth_time: 1e300 },
  ])('shows no second factor with %j', async (claims) => {
    expect(await verifyToken(keys, await forged({ claims }))).toEqual(verified);
  });

  test('is taken under a key that was replaced, while it is accepted', async () => {
    const next = readTokenKey(generateTokenKey());
    const rotating = new TokenKeys(key);
    const old = await mintToken(rotating, subject);
    rotating.replace(next, [key]);
    const fresh = await mintToken(rotating, subject);
    expect(decodeProtectedHeader(fresh).kid).toBe(next.id);
    expect([await verifyToken(rotating, old), await verifyToken(rotating, fresh)]).toEqual([
      verified,
      verified,
    ]);
    expect(await verifyToken(keys, fresh)).toBeNull();
    rotating.replace(readTokenKey(generateTokenKey()), [next]);
    expect([await verifyToken(rotating, old), await verifyToken(rotating, fresh)]).toEqual([null, verified]);
  });

  test('can be verified with the public half of its key, and not made', async () => {
    const verifying = readTokenKeys(publicPem(key));
    expect(await verifyToken(verifying, await mintToken(keys, subject))).toEqual(verified);
    await expect(mintToken(verifying, subject)).rejects.toThrow(/verified only/);
  });

  test.each(forgeries)('with %s is refused', async (_, make) => {
    expect(await verifyToken(keys, await make())).toBeNull();
  });

  test('lives eight hours at most, give or take the second that began while it was made', async () => {
    const now = Math.floor(Date.now() / 1000);
    const living = (seconds: number) => forged({ claims: { iat: now, exp: now + seconds } });
    expect(await verifyToken(keys, await living(8 * 3600 + 1))).toEqual(verified);
    expect(await verifyToken(keys, await living(8 * 3600 + 2))).toBeNull();
  });

  test('lives as long as it says', async () => {
    const token = await mintToken(keys, subject, '1s');
    expect(await verifyToken(keys, token)).toEqual(verified);
    const later = Date.now() + 2_000;
    jest.useFakeTimers({ now: later, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    expect(await verifyToken(keys, token)).toBeNull();
    jest.useRealTimers();
  });

  test('key of another kind is refused', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(() => readTokenKeys(rsa.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow(/Ed25519/);
    expect(() => readTokenKeys('nonsense')).toThrow();
  });
});
