import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { findKeys, type HubKeys, loadKeys } from '../../gateway/keys/load-keys';
import { type RotatedKind, rotateKeys } from '../../gateway/keys/rotate-keys';
import { replaceKeys, watchKeys } from '../../gateway/keys/watch-keys';
import { deriveKey } from '../../shared/identity/derived-key';
import { mintToken, verifyToken } from '../../shared/identity/token';
import { generateTokenKey } from '../../shared/identity/token-keys';

let parent: string;
let dataDirectory: string;
let file: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'keys-'));
  dataDirectory = join(parent, 'hub');
  file = join(dataDirectory, 'keys.json');
});
afterEach(() => rmSync(parent, { recursive: true }));

const demo = () => ({
  dataDirectory,
  demo: true,
  secret: undefined,
  identitySecret: undefined,
  previousIdentitySecrets: [],
  tokenPrivateKey: undefined,
  tokenPublicKey: undefined,
  previousTokenKeys: [],
});
const textOf = ({ secret, internal, identity, token }: HubKeys) => ({
  secret,
  internal: internal.accepted,
  identity: identity.accepted,
  token: token.accepted.map(({ id }) => id),
});
const subject = { personId: 'per_1', organizationId: 'org_1' };

test('a demo writes its keys at first start and finds them again', async () => {
  const first = await loadKeys(demo());
  const second = await loadKeys(demo());
  expect(second.secret).toBe(first.secret);
  expect(await verifyToken(second.token, await mintToken(first.token, subject))).toMatchObject(subject);
  expect(first.secret).toMatch(/^[0-9a-f]{64}$/);
});

test('nobody else can read them', async () => {
  await loadKeys(demo());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // A process running as root must let the database's user through, but shows nobody a list.
  expect(statSync(dataDirectory).mode & 0o066).toBe(0);
  expect(readdirSync(dataDirectory)).toEqual(['keys.json']);
});

test('hubs that start at once agree', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => loadKeys(demo())));
  expect(new Set(all.map(({ secret }) => secret)).size).toBe(1);
});

test('outside a demo nothing is generated', async () => {
  await expect(loadKeys({ ...demo(), demo: false })).rejects.toMatchObject({
    code: 'KEYS_MISSING',
    message: expect.stringContaining('HUB_SECRET'),
  });
  expect(await findKeys(demo())).toBeNull();
  expect(readdirSync(parent)).toEqual([]);
});

test('keys in the settings come first, and write no file', async () => {
  const given = { ...demo(), demo: false, secret: 's'.repeat(32), tokenPrivateKey: generateTokenKey() };
  expect((await loadKeys(given)).secret).toBe(given.secret);
  expect(readdirSync(parent)).toEqual([]);
  await expect(loadKeys({ ...given, tokenPrivateKey: 'nonsense' })).rejects.toThrow(/HUB_TOKEN_PRIVATE_KEY/);
});

test.each([0o640, 0o604, 0o660, 0o644])('a file with mode %o is refused', async (mode) => {
  await loadKeys(demo());
  chmodSync(file, mode);
  await expect(loadKeys(demo())).rejects.toMatchObject({
    code: 'KEYS_READABLE_BY_OTHERS',
    message: expect.stringContaining(`chmod 600 ${file}`),
  });
});

test.each([
  ['empty', () => ''],
  ['cut off', () => readFileSync(file, 'utf8').slice(0, 60)],
  ['without a key', () => '{"secret":"0123456789012345678901234567890123456789"}'],
  ['with a short secret', () => readFileSync(file, 'utf8').replace(/"secret": "\w+"/, '"secret": "0123"')],
  [
    'with a key that is none',
    () => readFileSync(file, 'utf8').replace('PRIVATE KEY-----\\n', 'PRIVATE KEY-----\\nAAAA'),
  ],
])('a file that is %s is refused, and its content not shown', async (_, content) => {
  const { secret } = await loadKeys(demo());
  writeFileSync(file, content());
  const refusal = await loadKeys(demo()).catch((error) => error);
  expect(refusal).toMatchObject({ code: 'KEYS_DAMAGED' });
  expect(refusal.message).not.toContain(secret.slice(0, 8));
  expect(refusal.message.split('\n')).toHaveLength(1);
});

test('a link in place of the file is refused', async () => {
  await loadKeys(demo());
  const elsewhere = join(parent, 'elsewhere.json');
  writeFileSync(elsewhere, readFileSync(file), { mode: 0o600 });
  rmSync(file);
  symlinkSync(elsewhere, file);
  await expect(loadKeys(demo())).rejects.toMatchObject({ code: 'KEYS_DAMAGED' });
});

test('a file of an older hub is taken; what it lacks is derived', async () => {
  const { secret } = await loadKeys(demo());
  const { tokenPrivateKey } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ secret, tokenPrivateKey }));
  const keys = textOf(await loadKeys(demo()));
  expect(keys).toMatchObject({
    secret,
    internal: [deriveKey(secret, 'internal')],
    identity: [deriveKey(secret, 'identity')],
  });
  await rotateKeys(demo(), 'internal');
  await rotateKeys(demo(), 'identity');
  const rotated = textOf(await loadKeys(demo()));
  expect(rotated.internal).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), keys.internal[0]]);
  expect(rotated.identity[1]).toBe(keys.identity[0]);
  expect(rotated.secret).toBe(secret);
});

describe('rotating', () => {
  test.each([
    'token',
    'internal',
    'identity',
  ] as const)('the %s key keeps the one before, and no more', async (kind) => {
    const before = textOf(await loadKeys(demo()));
    await rotateKeys(demo(), kind);
    const once = textOf(await loadKeys(demo()));
    expect(once).toEqual({ ...before, [kind]: [expect.any(String), before[kind][0]] });
    expect(once[kind][0]).not.toBe(before[kind][0]);
    await rotateKeys(demo(), kind);
    const twice = textOf(await loadKeys(demo()));
    expect(twice[kind]).toEqual([expect.any(String), once[kind][0]]);
    expect(JSON.parse(readFileSync(file, 'utf8')).previous[kind].replacedAt).toMatch(/^\d{4}-.*Z$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDirectory)).toEqual(['keys.json']);
  });

  test('one kind leaves the others, and what they replaced', async () => {
    for (const kind of ['token', 'internal', 'identity'] as const) {
      await loadKeys(demo());
      await rotateKeys(demo(), kind);
    }
    const { internal, identity, token } = textOf(await loadKeys(demo()));
    expect([internal.length, identity.length, token.length]).toEqual([2, 2, 2]);
  });

  test.each<[string, object, RotatedKind, string]>([
    ['no file', {}, 'token', 'KEYS_MISSING'],
    ['a token key in the settings', { tokenPrivateKey: generateTokenKey() }, 'token', 'COMMAND_REFUSED'],
    ['a secret in the settings', { secret: 's'.repeat(32) }, 'internal', 'COMMAND_REFUSED'],
    ['an identity secret in the settings', { identitySecret: 's'.repeat(32) }, 'identity', 'COMMAND_REFUSED'],
  ])('is refused with %s', async (_, changes, kind, code) => {
    await expect(rotateKeys({ ...demo(), ...changes }, kind)).rejects.toMatchObject({ code });
  });

  test('two at once are one after the other, or one is refused: none is lost', async () => {
    await loadKeys(demo());
    const kinds = ['token', 'internal', 'identity'] as const;
    const results = await Promise.allSettled(kinds.map((kind) => rotateKeys(demo(), kind)));
    const { previous = {} } = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(previous).sort()).toEqual(
      kinds.filter((_, index) => results[index]!.status === 'fulfilled').sort(),
    );
    expect(Object.keys(previous)).not.toEqual([]);
  });

  test('previous keys in the settings are accepted besides', async () => {
    const before = await loadKeys(demo());
    const previousIdentitySecrets = ['p'.repeat(32)];
    const previousTokenKeys = [generateTokenKey()];
    await rotateKeys(demo(), 'identity');
    const keys = textOf(await loadKeys({ ...demo(), previousIdentitySecrets, previousTokenKeys }));
    expect(keys.identity.slice(1)).toEqual([before.identity.current, previousIdentitySecrets[0]]);
    expect(keys.token).toHaveLength(2);
    await expect(loadKeys({ ...demo(), previousTokenKeys: ['x'] })).rejects.toThrow(
      /HUB_TOKEN_PREVIOUS_KEYS/,
    );
  });
});

describe('a running hub', () => {
  const watching = async (tellSubgraphs = jest.fn(async (_next: HubKeys) => undefined)) => {
    const lines: { msg: string }[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    const keys = await loadKeys(demo());
    const stop = watchKeys({ settings: demo(), keys, tellSubgraphs, logger });
    const logged = async (text: string) => {
      for (let tries = 0; tries < 100; tries++) {
        if (lines.some(({ msg }) => msg.includes(text))) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`"${text}" was not logged`);
    };
    return { keys, tellSubgraphs, logged, lines, stop };
  };

  test('takes rotated keys over, and keeps what it has when the file is broken', async () => {
    const { keys, logged, lines, stop } = await watching();
    const old = await mintToken(keys.token, subject);
    await rotateKeys(demo(), 'token');
    await logged('are used now');
    expect(textOf(keys)).toEqual(textOf(await loadKeys(demo())));
    expect(await verifyToken(keys.token, old)).toMatchObject(subject);
    const before = textOf(keys);
    writeFileSync(file, '{}');
    await logged('were refused');
    rmSync(file);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(textOf(keys)).toEqual(before);
    expect(readdirSync(dataDirectory)).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain(keys.internal.current);
    await stop();
  });

  test('accepts new tokens before subgraphs make them, and signs for subgraphs when they accept it', async () => {
    const keys = await loadKeys(demo());
    const before = textOf(keys);
    for (const kind of ['token', 'internal', 'identity'] as const) await rotateKeys(demo(), kind);
    const next = await loadKeys(demo());
    const seen: ReturnType<typeof textOf>[] = [];
    await replaceKeys(keys, next, async () => seen.push(textOf(keys)));
    expect(seen).toEqual([{ ...textOf(next), internal: before.internal }]);
    expect(textOf(keys)).toEqual(textOf(next));
  });
});
