import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../gateway/documents/manifest.json';
import { transports } from '../testkit/hub';
import { askHub as ask, hubProcesses } from '../testkit/hub-process';

/** The hub as an operator runs it: the built program with its embedded database. */
const folder = mkdtempSync(join(tmpdir(), 'tahaluf-start-'));
const dataDirectory = join(folder, 'data');
const { start, command, stopAll, killAll } = hubProcesses(dataDirectory);
afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(transports)('HUB_TRANSPORT=%s', (transport) => {
  it('starts, serves, and stops without leaving anything behind', async () => {
    const hub = await start({ HUB_TRANSPORT: transport });
    expect(hub.output()).toContain(`Tahaluf is ready at http://localhost:${hub.port}/graphql`);
    expect(await countOrganizations(hub.port)).toBe(65);
    const token = command('token.command.js', ['mima', 'VIEWER']).stdout.trim();
    expect(await ask(hub.port, '{ viewer { roles } }', token)).toEqual({
      data: { viewer: { roles: ['VIEWER'] } },
    });
    expect(await hub.stop('SIGTERM')).toBe(0);
    expect(processesOf(dataDirectory)).toEqual([]);
  });

  it('recovers by itself after kill -9', async () => {
    const first = await start({ HUB_TRANSPORT: transport });
    await first.stop('SIGKILL');
    const second = await start({ HUB_TRANSPORT: transport });
    expect(await countOrganizations(second.port)).toBe(65);
    expect(await second.stop('SIGINT')).toBe(0);
    expect(processesOf(dataDirectory)).toEqual([]);
  });
});

it('keeps the keys to itself', () => {
  const { secret, tokenPrivateKey } = JSON.parse(readFileSync(join(dataDirectory, 'keys.json'), 'utf8'));
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(tokenPrivateKey).toContain('PRIVATE KEY');
  const { stdout } = spawnSync('stat', ['-c', '%a', join(dataDirectory, 'keys.json')], { encoding: 'utf8' });
  expect(stdout.trim()).toBe('600');
});

it('backs up while it runs, and is restored with everything that was there', async () => {
  const archive = join(folder, 'backup.tar.gz');
  const hub = await start();
  expect(command('backup.command.js', [archive])).toMatchObject({ status: 0, stderr: '' });
  expect(command('restore.command.js', [archive])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('[DATA_DIRECTORY_IN_USE]'),
  });
  await hub.stop('SIGTERM');
  expect(command('restore.command.js', [archive])).toMatchObject({ status: 0, stderr: '' });
  const again = await start();
  expect(await countOrganizations(again.port)).toBe(65);
  await again.stop('SIGTERM');
});

it('lets nobody in as a made-up person once it runs in production', async () => {
  const token = command('token.command.js', ['mima', 'VIEWER']).stdout.trim();
  const hub = await start({ NODE_ENV: 'production', PORT: '0' });
  const { errors } = await ask(hub.port, '{ viewer { roles } }', token);
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const schema = await ask(hub.port, '{ __schema { queryType { name } } }');
  expect(schema.data).toBeUndefined();
  await hub.stop('SIGTERM');
  expect(command('token.command.js', ['mima', 'VIEWER'], { NODE_ENV: 'production' })).toMatchObject({
    status: 1,
  });
});

it('takes what a minute allows from its settings', async () => {
  const hub = await start({ HUB_RATE_ADDRESS: '250' });
  const codes: unknown[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { errors } = await ask(hub.port, '{ __typename }');
    codes.push(errors?.[0].extensions.code);
  }
  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED']);
  await hub.stop('SIGTERM');
});

it('runs nothing but trusted documents where its settings say so', async () => {
  const hub = await start({ HUB_TRUSTED_DOCUMENTS: 'required' });
  const events = manifest.operations.find(({ name }) => name === 'Events')!;
  expect((await ask(hub.port, events.body)).data.events.nodes).toHaveLength(10);
  const { errors } = await ask(hub.port, '{ __typename }');
  expect(errors).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
  await hub.stop('SIGTERM');
});

describe('a start that cannot work says so in one line, and leaves nothing running', () => {
  it.each([
    [
      'a port that is taken',
      'PORT_TAKEN',
      async () => ({ PORT: String((await start()).port), HUB_DATA_DIR: join(folder, 'other') }),
    ],
    ['a data folder in use', 'DATA_DIRECTORY_IN_USE', async () => void (await start())],
    [
      'a data folder that cannot be written',
      'DATA_DIRECTORY_NOT_WRITABLE',
      async () => ({ HUB_DATA_DIR: '/proc/none' }),
    ],
    [
      'a database that is not there',
      'DATABASE_UNREACHABLE',
      async () => ({ DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' }),
    ],
    ['a setting that makes no sense', 'SETTING_INVALID', async () => ({ HUB_TRANSPORT: 'pigeon' })],
    [
      'a manifest that is not there',
      'SETTING_INVALID',
      async () => ({
        HUB_TRUSTED_DOCUMENTS: 'allowed',
        HUB_TRUSTED_DOCUMENTS_FILES: join(folder, 'none.json'),
      }),
    ],
    [
      'production without keys',
      'KEYS_MISSING',
      async () => ({ NODE_ENV: 'production', HUB_DATA_DIR: join(folder, 'keyless') }),
    ],
  ])('%s: %s', async (_why, code, arrange) => {
    const environment = (await arrange()) ?? {};
    const { status, stderr } = command('main.js', [], environment);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`[${code}]`)]);
    await stopAll();
    expect(processesOf(folder)).toEqual([]);
  });
});

async function countOrganizations(port: number): Promise<number> {
  const { data } = await ask(port, '{ organizations { totalCount } }');
  return data.organizations.totalCount;
}

/** Command lines of all processes that name a folder, ours excepted. */
function processesOf(path: string): string[] {
  expect(existsSync('/proc/self/cmdline') || process.platform === 'darwin').toBe(true);
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(path));
}
