import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { createIdentify } from '../../gateway/identity/identify';
import { generateTokenKey, mintToken, readTokenKeys, verifyToken } from '../../gateway/identity/token';
import { createViewerReader } from '../../gateway/identity/viewer-reader';
import { HubError } from '../../shared/errors';
import { publicViewer, type Viewer } from '../../shared/identity/viewer';
import { createLogger } from '../../shared/logger';

const keys = readTokenKeys(generateTokenKey());
const subject = { personId: 'per_1', organizationId: 'org_1' };

interface Forgery {
  readonly header?: Record<string, string>;
  readonly claims?: Record<string, unknown>;
  readonly without?: string;
  readonly key?: KeyObject | Uint8Array;
}

/** A token that is right in everything but what is said. */
function forged({ header, claims, without, key = keys.privateKey }: Forgery): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload: Record<string, unknown> = {
    ...{ iss: 'tahaluf', aud: 'tahaluf', sub: 'per_1', org: 'org_1', iat: now, exp: now + 60 },
    ...claims,
  };
  if (without) delete payload[without];
  return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header }).sign(key);
}

const publicKeyText = () => Buffer.from(keys.publicKey.export({ type: 'spki', format: 'pem' }).toString());
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
    expect(await verifyToken(keys, await mintToken(keys, subject))).toEqual(subject);
    expect(await verifyToken(keys, await forged({}))).toEqual(subject);
  });

  test.each(forgeries)('with %s is refused', async (_, make) => {
    expect(await verifyToken(keys, await make())).toBeNull();
  });

  test('lives as long as it says', async () => {
    const token = await mintToken(keys, subject, '1s');
    expect(await verifyToken(keys, token)).toEqual(subject);
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

describe('identifying', () => {
  const caseworker: Viewer = { ...subject, roles: ['CASEWORKER'] };
  const read = jest.fn<Promise<Viewer | null>, [unknown]>(async () => caseworker);
  const identify = createIdentify(keys, { read, close: async () => undefined });
  beforeEach(() => read.mockClear());

  test('without a token is the public, and asks the database nothing', async () => {
    expect(await identify({})).toBe(publicViewer);
    expect(read).not.toHaveBeenCalled();
  });

  test('with a token asks once', async () => {
    expect(await identify({ authorization: `Bearer ${await mintToken(keys, subject)}` })).toBe(caseworker);
    expect(read.mock.calls).toEqual([[subject]]);
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic dXNlcg==',
    'Bearer a b',
    'nonsense',
    'Bearer a.b.c',
  ])('refuses %p without asking the database', async (authorization) => {
    await expect(identify({ authorization })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(read).not.toHaveBeenCalled();
  });

  test('refuses a person that the database does not know in the same words as a bad token', async () => {
    read.mockResolvedValueOnce(null);
    const unknown = await identify({ authorization: `Bearer ${await mintToken(keys, subject)}` }).catch(
      (error) => error,
    );
    const bad = await identify({ authorization: 'Bearer x' }).catch((error) => error);
    expect(unknown).toBeInstanceOf(HubError);
    expect(unknown.toJSON()).toEqual(bad.toJSON());
  });

  test('says that the hub is not available when the database is not', async () => {
    const viewers = createViewerReader('postgres://nobody@127.0.0.1:1/nothing', createLogger('silent'));
    const signedIn = createIdentify(keys, viewers);
    const authorization = `Bearer ${await mintToken(keys, subject)}`;
    await expect(signedIn({ authorization })).rejects.toMatchObject({ code: 'HUB_UNAVAILABLE' });
    expect(await signedIn({})).toBe(publicViewer);
    await viewers.close();
  });
});
