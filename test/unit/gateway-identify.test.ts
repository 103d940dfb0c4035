import { UnsecuredJWT } from 'jose';
import { createIdentify } from '../../gateway/identity/identify';
import type { ExternalToken } from '../../gateway/identity/identity-provider';
import { createViewerReader, type ViewerReader } from '../../gateway/identity/viewer-reader';
import { HubError } from '../../shared/errors';
import type { Credential } from '../../shared/identity/credential';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { hashesOf, newSecret } from '../../shared/identity/secret';
import { mintToken } from '../../shared/identity/token';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import type { Viewer } from '../../shared/identity/viewer';
import { createLogger } from '../../shared/logger';
import { viewerOf } from '../testkit/claims';

const keys = { token: readTokenKeys(generateTokenKey()), identity: new RotatingKeyring('new', ['old']) };
const subject = { personId: 'per_1', organizationId: 'org_1' };
const account = { kind: 'account', ...subject, signInId: null };
const caseworker = viewerOf({ ...subject, roles: ['CASEWORKER'] });
const hidden = viewerOf({ hiddenOrganizations: ['org_9'] });
const external = { issuer: 'https://id.example', subject: 'fatima', organizationId: 'org_1' };
const address = '192.0.2.1';

const read = jest.fn<Promise<Viewer | null>, [Credential]>();
const verify = jest.fn<Promise<ExternalToken | null>, [string, string]>();
const providers = { knows: (issuer: string) => issuer === external.issuer, verify };
const readPublic = jest.fn<ReturnType<ViewerReader['readPublic']>, []>();
const viewers = { read, readPublic };
const identify = createIdentify({ keys, viewers, providers, demoTokens: true });
const bearing = (token: string) => identify({ authorization: `Bearer ${token}` }, address);
const refusalOf = (token: string) => bearing(token).catch((error) => error);

beforeEach(() => {
  read.mockReset().mockResolvedValue(caseworker);
  readPublic.mockReset().mockResolvedValue({ viewer: hidden, dataVersion: '7:9:8' });
  verify.mockReset();
});

test('without a token one is the public, as the database knows it', async () => {
  expect(await identify({}, address)).toEqual({ viewer: hidden, dataVersion: '7:9:8', external: null });
  expect(readPublic).toHaveBeenCalledTimes(1);
  expect(read).not.toHaveBeenCalled();
});

describe('with a token of ours', () => {
  test('one is asked for once', async () => {
    expect(await bearing(await mintToken(keys.token, subject))).toEqual({
      viewer: caseworker,
      external: null,
    });
    expect(read.mock.calls).toEqual([[account]]);
  });

  test('the sign-in is asked for, and the second factor is the token’s', async () => {
    const secondFactorAt = Math.floor(Date.now() / 1000) * 1000;
    const token = await mintToken(keys.token, { ...subject, signInId: 'sin_1', secondFactorAt });
    expect((await bearing(token)).viewer).toEqual({ ...caseworker, secondFactorAt });
    expect(read.mock.calls).toEqual([[{ ...account, signInId: 'sin_1' }]]);
  });

  test('that no sign-in is behind, one comes in to a demo only', async () => {
    const production = createIdentify({ keys, viewers, providers });
    const shown = async (signInId: string | null) => {
      const authorization = `Bearer ${await mintToken(keys.token, { ...subject, signInId })}`;
      return production({ authorization }, address).then(
        () => 'taken',
        ({ code }) => code,
      );
    };
    expect([await shown(null), await shown(''), await shown('sgn_1')]).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'taken',
    ]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('one whom the database does not know is refused in the same words as a bad token', async () => {
    read.mockResolvedValue(null);
    const unknown = await refusalOf(await mintToken(keys.token, subject));
    expect(unknown).toBeInstanceOf(HubError);
    expect(unknown.toJSON()).toEqual((await refusalOf('x')).toJSON());
    expect(unknown.toJSON()).toEqual((await refusalOf(newSecret('thk'))).toJSON());
  });

  test('the hub is not available when the database is not', async () => {
    const unreachable = createViewerReader('postgres://nobody@127.0.0.1:1/nothing', createLogger('silent'));
    const signedIn = createIdentify({ keys, viewers: unreachable, providers, demoTokens: true });
    const authorization = `Bearer ${await mintToken(keys.token, subject)}`;
    for (const headers of [{ authorization }, {}]) {
      await expect(signedIn(headers, address)).rejects.toMatchObject({ code: 'HUB_UNAVAILABLE' });
    }
    await unreachable.close();
  });
});

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Basic dXNlcg==',
  'Bearer a b',
  'nonsense',
  'Bearer a.b.c',
  'Bearer thk_',
  `Bearer thk_${'a'.repeat(49)}`,
  `Bearer ${newSecret('inv')}`,
  `Bearer ${newSecret('thk')}x`,
  `Bearer ${new UnsecuredJWT({ ...subject }).setIssuer('https://other.example').encode()}`,
])('%p is refused without asking anybody', async (authorization) => {
  await expect(identify({ authorization }, address)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(read).not.toHaveBeenCalled();
  expect(verify).not.toHaveBeenCalled();
});

test('an API key is asked for by its hashes and where it is used, and has no second factor', async () => {
  const secret = newSecret('thk');
  const tool = viewerOf({ ...subject, tool: { keyId: 'key_1', scopes: [] } });
  read.mockResolvedValue(tool);
  expect(await bearing(secret)).toEqual({ viewer: tool, external: null });
  expect(read.mock.calls).toEqual([[{ kind: 'key', hashes: hashesOf(keys.identity, secret), address }]]);
  expect(JSON.stringify(read.mock.calls)).not.toContain(secret);
});

describe('with a token of an identity provider', () => {
  const token = new UnsecuredJWT({}).setIssuer(external.issuer).encode();

  test('one is who is linked to it', async () => {
    verify.mockResolvedValue({ external, secondFactorAt: 5_000 });
    expect(await bearing(token)).toEqual({ viewer: { ...caseworker, secondFactorAt: 5_000 }, external });
    expect(verify.mock.calls).toEqual([[external.issuer, token]]);
    expect(read.mock.calls).toEqual([[{ kind: 'external', ...external }]]);
  });

  test('one is the public when nobody is linked to it, and still known from outside', async () => {
    verify.mockResolvedValue({ external, secondFactorAt: 5_000 });
    read.mockResolvedValue(hidden);
    expect(await bearing(token)).toEqual({ viewer: hidden, external });
    expect(hidden.secondFactorAt).toBeNull();
  });

  test('one is refused when whoever is linked to it may not come in', async () => {
    verify.mockResolvedValue({ external, secondFactorAt: null });
    read.mockResolvedValue(null);
    await expect(bearing(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('one is refused when the provider’s keys do not fit', async () => {
    verify.mockResolvedValue(null);
    await expect(bearing(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(read).not.toHaveBeenCalled();
  });

  test('the hub is not available while the provider is not, but for others it is', async () => {
    verify.mockRejectedValue(new HubError('HUB_UNAVAILABLE'));
    await expect(bearing(token)).rejects.toMatchObject({ code: 'HUB_UNAVAILABLE' });
    expect((await bearing(await mintToken(keys.token, subject))).viewer).toEqual(caseworker);
    expect((await identify({}, address)).viewer).toEqual(hidden);
  });
});
