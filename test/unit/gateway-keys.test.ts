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
import { generateTokenKey, mintToken, verifyToken } from '../../gateway/identity/token';
import { findKeys, loadKeys } from '../../gateway/keys';

let parent: string;
let dataDirectory: string;
let file: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'keys-'));
  dataDirectory = join(parent, 'hub');
  file = join(dataDirectory, 'keys.json');
});
afterEach(() => rmSync(parent, { recursive: true }));

const demo = () => ({ dataDirectory, demo: true, secret: undefined, tokenPrivateKey: undefined });
const subject = { personId: 'per_1', organizationId: 'org_1' };

test('a demo writes its keys at first start and finds them again', async () => {
  const first = await loadKeys(demo());
  const second = await loadKeys(demo());
  expect(second.secret).toBe(first.secret);
  expect(await verifyToken(second.token, await mintToken(first.token, subject))).toEqual(subject);
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
