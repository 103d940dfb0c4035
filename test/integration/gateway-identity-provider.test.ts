import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { createIdentify } from '../../gateway/identity/identify';
import { createIdentityProviders } from '../../gateway/identity/identity-provider';
import { readSettings } from '../../gateway/settings';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { mintToken } from '../../shared/identity/token';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { seedId } from '../../shared/schema/type-id';
import { viewerOf } from '../testkit/claims';
import { startIdentityProvider, type TestProvider } from '../testkit/identity-provider';
import { fakeSubgraph, type RunningGateway, recordingLogger, runGateway } from './gateway-testkit';

const audience = 'https://hub.example';
const organization = seedId('Organization', 'mima');
const times = { timeout: 1_000, cooldown: 300, cacheAge: 60_000 };

let provider: TestProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
});
afterEach(() => provider.breakWith(undefined));
afterAll(() => provider.close());

const setting = (changes: object = {}) => {
  const one = { issuer: provider.issuer, audience, organization, ...changes };
  return readSettings([], { HUB_OIDC_PROVIDERS: JSON.stringify([one]) }).oidcProviders;
};
/** As a hub that has just started. */
const providersWith = (changes: object = {}) => {
  const { logger, lines } = recordingLogger();
  const providers = createIdentityProviders(setting(changes), logger, times);
  return { lines, verify: (token: string) => providers.verify(provider.issuer, token) };
};
const external = (subject: string) => ({ issuer: provider.issuer, subject, organizationId: organization });
const now = () => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  ...{ iss: provider.issuer, aud: audience, sub: 'fatima', iat: now(), exp: now() + 60 },
  ...changes,
});

describe('an access token of a real provider', () => {
  test('is taken, and an ID token from the same sign-in is not', async () => {
    const { accessToken, idToken } = await provider.signIn({ person: 'fatima', audience });
    expect(decodeProtectedHeader(accessToken).typ).toBe('at+jwt');
    const { verify } = providersWith();
    expect(await verify(accessToken)).toEqual({ external: external('fatima'), secondFactorAt: null });
    expect(await verify(idToken)).toBeNull();
    // Whatever the settings say: even if the audience were the client.
    const { aud } = decodeJwt(idToken);
    expect(await providersWith({ audience: aud }).verify(idToken)).toBeNull();
    expect(await providersWith({ audience: aud, tokenType: 'JWT' }).verify(idToken)).toBeNull();
  });

  test('says when a second factor was proved', async () => {
    const before = now();
    const { accessToken } = await provider.signIn({ person: 'fatima', audience, amr: ['pwd', 'otp'] });
    const proved = await providersWith().verify(accessToken);
    expect(proved!.secondFactorAt).toBeGreaterThanOrEqual(before * 1000);
    expect(proved!.secondFactorAt).toBeLessThanOrEqual(Date.now());
    const stricter = providersWith({ secondFactor: ['hwk'] });
    expect((await stricter.verify(accessToken))!.secondFactorAt).toBeNull();
    const weak = await provider.signIn({ person: 'fatima', audience, amr: ['pwd'] });
    expect((await providersWith().verify(weak.accessToken))!.secondFactorAt).toBeNull();
  });

  test('for another audience, or of a provider that names another issuer, is refused', async () => {
    const { accessToken } = await provider.signIn({ person: 'fatima', audience: 'https://other.example' });
    expect(await providersWith().verify(accessToken)).toBeNull();
    const other = provider.issuer.replace('127.0.0.1', 'localhost');
    const { logger } = recordingLogger();
    const providers = createIdentityProviders(setting({ issuer: other }), logger, times);
    expect(providers.knows(provider.issuer)).toBe(false);
    await expect(providers.verify(other, accessToken)).rejects.toMatchObject({ code: 'HUB_UNAVAILABLE' });
  });
});

describe('a token with the provider’s own signature', () => {
  const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const at = { typ: 'at+jwt' };

  test('is taken when everything is right', async () => {
    const { verify } = providersWith();
    expect(await verify(await provider.sign(at, claims()))).toMatchObject({ external: external('fatima') });
    expect(
      await verify(await provider.sign({ typ: 'application/at+jwt' }, claims({ aud: ['x', audience] }))),
    ).not.toBeNull();
  });

  test.each<[string, object, object]>([
    ['another issuer', at, { iss: 'https://other.example' }],
    ['another audience', at, { aud: 'https://other.example' }],
    ['no audience', at, { aud: undefined }],
    ['no subject', at, { sub: undefined }],
    ['an empty subject', at, { sub: '' }],
    ['an expiry that has passed', at, { exp: now() - 60 }],
    ['no expiry', at, { exp: undefined }],
    ['a start that has not come', at, { nbf: now() + 60 }],
    ['no time of issue', at, { iat: undefined }],
    ['a time of issue that has not come', at, { iat: now() + 60 }],
    ['a life of years', at, { iat: now() - 90_000, exp: now() + 90_000_000 }],
    ['the type of any JWT', { typ: 'JWT' }, {}],
    ['no type', {}, {}],
    ['the type of a logout', { typ: 'logout+jwt' }, {}],
  ])('and %s is refused', async (_, header, changes) => {
    expect(await providersWith().verify(await provider.sign(header, claims(changes)))).toBeNull();
  });

  test('and an algorithm that the settings do not name is refused', async () => {
    const token = await provider.sign(at, claims());
    expect(await providersWith({ algorithms: ['RS256', 'ES384'] }).verify(token)).toBeNull();
    expect(await providersWith({ algorithms: ['ES256'] }).verify(token)).not.toBeNull();
  });

  test.each(['jwk', 'jku', 'x5u'])('but another key, told of in %s, is refused', async (name) => {
    const told = name === 'jwk' ? attacker.publicKey.export({ format: 'jwk' }) : 'https://keys.example/';
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'ES256', ...at, kid: 'mine', [name]: told })
      .sign(attacker.privateKey);
    expect(await providersWith().verify(token)).toBeNull();
  });

  test('and the type JWT is taken where the settings say so, unless it looks like an ID token', async () => {
    const { verify } = providersWith({ tokenType: 'JWT' });
    const scoped = { scope: 'hub' };
    const taken = async (changes: object, header: object = { typ: 'JWT' }) =>
      (await verify(await provider.sign(header, claims(changes)))) !== null;
    expect(await taken(scoped)).toBe(true);
    expect(await taken({ ...scoped, typ: 'Bearer' })).toBe(true);
    expect(await taken({}, at)).toBe(true);
    expect(await taken({ scp: 'hub' })).toBe(true);
    expect(await taken({})).toBe(false);
    expect(await taken(scoped, {})).toBe(false);
    for (const idToken of [
      { nonce: 'n' },
      { at_hash: 'h' },
      { c_hash: 'h' },
      { typ: 'ID' },
      { typ: 'Refresh' },
    ]) {
      expect(await taken({ ...scoped, ...idToken })).toBe(false);
    }
  });

  test('shows no second factor that lies in the future or has no time', async () => {
    const { verify } = providersWith();
    const at2 = async (changes: object) =>
      (await verify(await provider.sign(at, claims(changes))))!.secondFactorAt;
    expect(await at2({ amr: ['mfa'], auth_time: now() - 60 })).toBeGreaterThan(0);
    expect(await at2({ amr: ['mfa'], auth_time: now() + 600 })).toBeNull();
    expect(await at2({ amr: ['mfa'] })).toBeNull();
    expect(await at2({ amr: 'mfa', auth_time: now() })).toBeNull();
  });
});

describe('keys of a provider', () => {
  test('are asked for once, and a new one is found when the cooldown is over', async () => {
    const { verify } = providersWith();
    const old = await provider.signIn({ person: 'fatima', audience });
    const asked = provider.keysAsked();
    for (let times = 0; times < 5; times++) expect(await verify(old.accessToken)).not.toBeNull();
    expect(provider.keysAsked()).toBe(asked + 1);
    provider.rotateKey();
    const { accessToken } = await provider.signIn({ person: 'fatima', audience });
    // Made-up names of keys must not make the hub ask again and again.
    expect(await verify(accessToken)).toBeNull();
    expect(provider.keysAsked()).toBe(asked + 1);
    await wait(times.cooldown + 50);
    expect(await verify(accessToken)).not.toBeNull();
    expect(provider.keysAsked()).toBe(asked + 2);
    expect(await verify(old.accessToken)).toBeNull();
  });

  const endless = (response: { write(text: string): boolean }) => {
    while (response.write(' '.repeat(64 * 1024)));
  };
  test.each<[string, Parameters<TestProvider['breakWith']>[0]]>([
    ['answers with an error', (_request, response) => response.writeHead(500).end()],
    ['never answers', () => undefined],
    ['answers nonsense', (_request, response) => response.end('<html>')],
    [
      'answers without end',
      (_request, response) => response.on('drain', () => endless(response)) && endless(response),
    ],
    [
      'sends one elsewhere',
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    [
      'has keys at an address that is open to all',
      (_request, response) =>
        response.end(JSON.stringify({ issuer: provider.issuer, jwks_uri: 'http://keys.example/' })),
    ],
    [
      'describes somebody else',
      (_request, response) =>
        response.end(JSON.stringify({ issuer: 'https://o.example', jwks_uri: `${provider.issuer}/jwks` })),
    ],
  ])('that %s: the hub is not available for its people, and says why in the log', async (_, answer) => {
    const { accessToken } = await provider.signIn({ person: 'fatima', audience });
    provider.breakWith(answer);
    const { verify, lines } = providersWith();
    const startedAt = Date.now();
    await expect(verify(accessToken)).rejects.toMatchObject({ code: 'HUB_UNAVAILABLE' });
    expect(Date.now() - startedAt).toBeLessThan(times.timeout * 3);
    expect(lines).toMatchObject([{ issuer: provider.issuer, reason: expect.any(String) }]);
    expect(JSON.stringify(lines)).not.toContain(accessToken);
  });

  test('are found again when a provider comes back', async () => {
    const { accessToken } = await provider.signIn({ person: 'fatima', audience });
    provider.breakWith((_request, response) => response.writeHead(503).end());
    const { verify } = providersWith();
    await expect(verify(accessToken)).rejects.toMatchObject({ code: 'HUB_UNAVAILABLE' });
    provider.breakWith(undefined);
    await wait(2_100);
    expect(await verify(accessToken)).not.toBeNull();
  });
});

describe('the gateway', () => {
  const own = { token: readTokenKeys(generateTokenKey()), identity: new RotatingKeyring('i'.repeat(32)) };
  const linked = viewerOf({ personId: 'per_1', organizationId: organization, roles: ['VIEWER'] });
  let running: RunningGateway;
  const subgraph = fakeSubgraph('notes', 'type Query { note: String }', { Query: { note: () => 'a note' } });
  beforeAll(async () => {
    const { logger } = recordingLogger();
    running = await runGateway([subgraph], {
      identify: createIdentify({
        keys: own,
        providers: createIdentityProviders(setting(), logger, times),
        demoTokens: true,
        viewers: {
          readPublic: async () => ({ viewer: viewerOf(), dataVersion: '' }),
          read: async (credential: { kind: string; subject?: string }) =>
            credential.kind === 'account' || credential.subject === 'fatima' ? linked : viewerOf(),
        },
      }),
    });
  });
  afterAll(() => running.stop());
  const ask = async (token: string) => {
    const answer = await running.ask('{ note }', { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, claims: subgraph.asked.at(-1)?.claims };
  };
  const tokenOf = async (person: string) =>
    (await provider.signIn({ person, audience, amr: ['mfa'] })).accessToken;

  test('tells subgraphs who is linked to the subject, and which subject it is', async () => {
    const { status, claims } = await ask(await tokenOf('fatima'));
    expect(status).toBe(200);
    expect(claims).toMatchObject({
      viewer: { ...linked, secondFactorAt: expect.any(Number) },
      external: external('fatima'),
    });
    const stranger = await ask(await tokenOf('maryam'));
    expect(stranger).toMatchObject({
      status: 200,
      claims: { viewer: viewerOf(), external: external('maryam') },
    });
  });

  test('serves others while the provider is away', async () => {
    const token = await tokenOf('fatima');
    provider.rotateKey();
    const later = await tokenOf('fatima');
    await wait(times.cooldown + 50);
    provider.breakWith((request) => request.destroy());
    expect((await ask(later)).status).toBe(503);
    const ours = await mintToken(own.token, { personId: 'per_1', organizationId: organization });
    const statuses = [await ask(ours), await ask('x'), await ask(token)].map(({ status }) => status);
    expect(statuses).toEqual([200, 401, 200]);
  });
});
