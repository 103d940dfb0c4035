import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign, SignJWT, UnsecuredJWT } from 'jose';
import { createIdentityProviders } from '../../gateway/identity/identity-provider';
import { readSettings } from '../../gateway/settings';
import { mintToken, verifyToken } from '../../shared/identity/token';
import { generateTokenKey, publicPem, readTokenKey, TokenKeys } from '../../shared/identity/token-keys';
import { seedId } from '../../shared/schema/type-id';
import { recordingLogger } from '../integration/gateway-testkit';
import { startIdentityProvider, type TestProvider } from '../testkit/identity-provider';

const audience = 'https://hub.example';
const own = readTokenKey(generateTokenKey());
const keys = new TokenKeys(own);
const attacker = {
  ours: generateKeyPairSync('ed25519'),
  theirs: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};
const now = () => Math.floor(Date.now() / 1000);
const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

let provider: TestProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
});
afterAll(() => provider.close());

interface Kind {
  readonly take: (token: string) => Promise<unknown>;
  readonly alg: string;
  readonly claims: () => Record<string, unknown>;
  /** Signs as the one who may. */
  readonly rightly: (header: object, claims: object) => Promise<string>;
  readonly stranger: () => { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Everything of the public key that could pass for a shared secret. */
  readonly publicTexts: () => Promise<Uint8Array[]>;
}

/** The two kinds of token that the hub takes. What one of ours is refused for besides: test/unit/token.test.ts. */
const kinds: Record<string, Kind> = {
  'a token of the hub': {
    take: (token) => verifyToken(keys, token),
    alg: 'EdDSA',
    claims: () => ({
      iss: 'tahaluf',
      aud: 'tahaluf',
      sub: 'per_1',
      org: 'org_1',
      iat: now(),
      exp: now() + 60,
    }),
    rightly: (header, claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: own.id, ...header })
        .sign(own.privateKey!, { crit: { x: true } }),
    stranger: () => attacker.ours,
    publicTexts: async () => texts(own.publicKey),
  },
  'a token of an identity provider': {
    take: (token) => {
      const setting = [{ issuer: provider.issuer, audience, organization: seedId('Organization', 'mima') }];
      const { oidcProviders } = readSettings([], { HUB_OIDC_PROVIDERS: JSON.stringify(setting) });
      return createIdentityProviders(oidcProviders, recordingLogger().logger).verify(provider.issuer, token);
    },
    alg: 'ES256',
    claims: () => ({ iss: provider.issuer, aud: audience, sub: 'fatima', iat: now(), exp: now() + 60 }),
    rightly: (header, claims) => provider.sign({ typ: 'at+jwt', ...header }, claims),
    stranger: () => attacker.theirs,
    publicTexts: async () => {
      const { keys: published } = await (await fetch(`${provider.issuer}/jwks`)).json();
      return published.flatMap((jwk: { x: string; y: string }) => [
        Buffer.from(JSON.stringify(jwk)),
        Buffer.from(jwk.x, 'base64url'),
        Buffer.concat([Buffer.from(jwk.x, 'base64url'), Buffer.from(jwk.y, 'base64url')]),
      ]);
    },
  },
};

function texts(key: KeyObject): Uint8Array[] {
  const pem = key.export({ type: 'spki', format: 'pem' }).toString();
  const { x } = key.export({ format: 'jwk' });
  return [pem, pem.trim(), pem.replace(/-----.*-----|\s/g, ''), publicPem(own)]
    .map((text) => Buffer.from(text) as Uint8Array)
    .concat([
      key.export({ type: 'spki', format: 'der' }),
      Buffer.from(x!, 'base64url'),
      Buffer.from(JSON.stringify(key.export({ format: 'jwk' }))),
    ]);
}

describe.each(Object.entries(kinds))('%s', (_name, kind) => {
  const strangely = (header: object, claims: object = {}) =>
    new SignJWT({ ...kind.claims(), ...claims })
      .setProtectedHeader({ alg: kind.alg, typ: 'at+jwt', ...header })
      .sign(kind.stranger().privateKey);

  it('is taken when everything is right', async () => {
    expect(await kind.take(await kind.rightly({}, kind.claims()))).not.toBeNull();
  });

  it.each([
    'HS256',
    'HS384',
    'HS512',
  ])('signed by %s with the public key as the secret is refused', async (alg) => {
    const real = JSON.parse(Buffer.from((await kind.rightly({}, {})).split('.')[0]!, 'base64url').toString());
    const secrets = await kind.publicTexts();
    expect(secrets.length).toBeGreaterThan(2);
    for (const secret of secrets) {
      // As long as the algorithm asks, or it would be refused for that.
      const padded = secret.length < 64 ? Buffer.concat([secret], 64) : secret;
      for (const key of [secret.length < 64 ? padded : secret, padded]) {
        const token = await new SignJWT(kind.claims()).setProtectedHeader({ ...real, alg }).sign(key);
        expect(await kind.take(token)).toBeNull();
      }
    }
  });

  it.each([
    'none',
    'None',
    'NONE',
    'nOnE',
    '',
    null,
    0,
  ])('that names the algorithm %p is refused', async (alg) => {
    const payload = base64(kind.claims());
    const real = (await kind.rightly({}, kind.claims())).split('.')[2];
    for (const signature of ['', real, 'AA']) {
      expect(await kind.take(`${base64({ alg, typ: 'at+jwt' })}.${payload}.${signature}`)).toBeNull();
      expect(await kind.take(`${base64({ typ: 'at+jwt' })}.${payload}.${signature}`)).toBeNull();
    }
    expect(await kind.take(new UnsecuredJWT(kind.claims()).encode())).toBeNull();
  });

  it('with a key of its own in its header, or an address of one, is refused', async () => {
    const { publicKey } = kind.stranger();
    const jwk = publicKey.export({ format: 'jwk' });
    const certificate = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const asked: string[] = [];
    const watching = jest.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
      asked.push(String(url));
      throw new Error('nobody is asked');
    });
    // The provider's own keys are known by now; nothing else may be fetched.
    for (const told of [
      { jwk },
      { jwk: { ...jwk, kid: own.id }, kid: own.id },
      { jku: 'https://keys.example/' },
      { jku: 'file:///etc/passwd' },
      { x5u: 'https://keys.example/cert' },
      { x5c: [certificate] },
      { x5c: [certificate], x5t: 'AAAA', 'x5t#S256': 'AAAA' },
    ]) {
      const taken = await kind.take(await strangely(told)).catch(({ code }) => code);
      expect({ told, taken: [null, 'HUB_UNAVAILABLE'].includes(taken as null) }).toEqual({
        told,
        taken: true,
      });
    }
    watching.mockRestore();
    expect(asked.filter((url) => !url.startsWith(`${provider.issuer}/`))).toEqual([]);
    for (const told of [{ jwk }, { x5c: [certificate] }, { jku: 'https://keys.example/' }]) {
      expect(await kind.take(await strangely(told))).toBeNull();
    }
  });

  const odd = {
    'a path': '../../../../dev/null',
    'an absolute path': '/etc/passwd',
    'an address': 'https://keys.example/key.pem',
    SQL: "' union select 'AAAA' --",
    'a command': '| cat /etc/passwd',
    'a null character': 'a\u0000b',
    nothing: '',
    'a name of every object': '__proto__',
    another: 'constructor',
    'a third': 'toString',
    'ten thousand letters': 'a'.repeat(10_000),
  };
  it.each(Object.entries(odd))('whose key is named by %s is refused', async (_what, kid) => {
    expect(await kind.take(await strangely({ kid }))).toBeNull();
    // Also with the right signature: there is no such key.
    expect(await kind.take(await kind.rightly({ kid }, kind.claims()))).toBeNull();
  });
  it.each([[['a']], [{ toString: 'a' }], [1], [true]])('whose key is named by %j is refused', async (kid) => {
    const [, payload, signature] = (await kind.rightly({}, kind.claims())).split('.');
    expect(
      await kind.take(`${base64({ alg: kind.alg, typ: 'at+jwt', kid })}.${payload}.${signature}`),
    ).toBeNull();
  });

  it.each<[string, object, object]>([
    ['the type of any token', { typ: 'JWT' }, {}],
    ['no type', { typ: undefined }, {}],
    ['the type of an event', { typ: 'secevent+jwt' }, {}],
    ['the type of a proof', { typ: 'dpop+jwt' }, {}],
    ['no expiry', {}, { exp: undefined }],
    ['an expiry that is text', {}, { exp: '9999999999' }],
    ['an expiry that is no number', {}, { exp: null }],
    ['an expiry of a minute ago', {}, { exp: now() - 60 }],
    ['a start that has not come', {}, { nbf: now() + 600 }],
    ['another audience', {}, { aud: 'another' }],
    ['no audience', {}, { aud: undefined }],
    ['an audience in a list of others', {}, { aud: ['a', 'b'] }],
    ['another issuer', {}, { iss: 'https://other.example' }],
    ['no issuer', {}, { iss: undefined }],
    ['no subject', {}, { sub: undefined }],
    ['a subject that is no text', {}, { sub: 7 }],
    ['a subject that is a list', {}, { sub: ['per_1'] }],
    ['an issue in the future', {}, { iat: now() + 600, exp: now() + 660 }],
  ])('with %s is refused, however right its signature', async (_what, header, claims) => {
    const wrong = { ...kind.claims(), ...claims } as Record<string, unknown>;
    const token = await new CompactSign(Buffer.from(JSON.stringify(wrong)))
      .setProtectedHeader({ alg: kind.alg })
      .sign(kind.stranger().privateKey);
    expect(await kind.take(token)).toBeNull();
    const signed = await kind.rightly(header, wrong).catch(() => null);
    if (signed !== null) expect(await kind.take(signed)).toBeNull();
  });

  it('with an extension that must be understood is refused', async () => {
    const signed = await kind.rightly({ crit: ['x'], x: 1 }, kind.claims()).catch(() => null);
    if (signed !== null) expect(await kind.take(signed)).toBeNull();
    expect(await kind.take(await strangely({ crit: ['b64'], b64: true }).catch(() => 'a.b.c'))).toBeNull();
  });

  it('in another, or in pieces, is refused', async () => {
    const right = await kind.rightly({}, kind.claims());
    const [header, payload, signature] = right.split('.') as [string, string, string];
    const nested = await new CompactSign(Buffer.from(right))
      .setProtectedHeader({ alg: kind.alg, typ: 'at+jwt', cty: 'JWT' })
      .sign(kind.stranger().privateKey);
    for (const token of [
      nested,
      await kind.rightly({ cty: 'JWT' }, { jwt: right }),
      `${right}.${right}`,
      `${header}.${payload}`,
      `${header}.${payload}.`,
      `.${payload}.${signature}`,
      `${header}..${signature}`,
      `${header}.${payload}.${signature}.`,
      `${header}.${payload}.${signature}.a.b`,
      right.toUpperCase(),
      JSON.stringify({ protected: header, payload, signature }),
      JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
      `${header}.${payload}.${signature.slice(0, -4)}`,
      `${header}.${base64({ ...kind.claims(), sub: 'per_2' })}.${signature}`,
      `${header}.!!!!.${signature}`,
      `${header}=.${payload}.${signature}`,
      `!${header}.${payload}.${signature}`,
      `${base64('{"alg":')}.${payload}.${signature}`,
      `${base64('null')}.${payload}.${signature}`,
      `${base64('[]')}.${payload}.${signature}`,
      'ey'.repeat(50_000),
      `${header}.${'e'.repeat(100_000)}.${signature}`,
    ]) {
      expect({ token: token.slice(0, 80), taken: await kind.take(token) }).toEqual({
        token: token.slice(0, 80),
        taken: null,
      });
    }
  });
});

it('a token of another hub, or of the provider in the name of the hub, opens nothing here', async () => {
  const elsewhere = new TokenKeys(readTokenKey(generateTokenKey()));
  const subject = { personId: 'per_1', organizationId: 'org_1', signInId: 'sgn_1' };
  expect(await verifyToken(keys, await mintToken(elsewhere, subject))).toBeNull();
  const named = await provider.sign(
    { typ: 'at+jwt', kid: own.id },
    { iss: 'tahaluf', aud: 'tahaluf', sub: 'per_1', org: 'org_1', iat: now(), exp: now() + 60 },
  );
  expect(await verifyToken(keys, named)).toBeNull();
  const ours = await mintToken(keys, subject);
  expect(await kinds['a token of an identity provider']!.take(ours)).toBeNull();
});

it('an ID token of the provider is no key here, whatever it is asked for', async () => {
  const { idToken, accessToken } = await provider.signIn({ person: 'fatima', audience });
  const { take } = kinds['a token of an identity provider']!;
  expect(await take(accessToken)).not.toBeNull();
  expect(await take(idToken)).toBeNull();
  expect(await verifyToken(keys, idToken)).toBeNull();
});
