import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { subgraphEnvironment } from '../../gateway/settings';
import { startSubgraphProcess } from '../../gateway/subgraphs/subgraph-process';
import { generateTokenKey } from '../../shared/identity/token-keys';
import { listen, recordingLogger } from './gateway-testkit';

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As `serve-subgraph` behaves towards the hub, without a database. */
const program = join(folder, 'child.js');
writeFileSync(
  program,
  `const server = require('node:http').createServer((request, response) => {
     if (request.url === '/die') process.exit(1);
     response.statusCode = process.argv[2] === 'lazy' && request.url === '/ready' ? 503 : 200;
     response.end(JSON.stringify({ pid: process.pid, environment: process.env }));
   });
   if (process.argv[2] === 'broken') process.exit(3);
   server.listen(Number(process.env.SUBGRAPH_PORT), '127.0.0.1', () => process.send({ port: server.address().port }));
   if (process.argv[2] !== 'deaf') process.on('message', ({ change, environment }) => {
     Object.assign(process.env, environment);
     process.send({ taken: change });
   });
   process.on('SIGINT', () => undefined);
   process.on('disconnect', () => process.exit(0));`,
);

const settings = {
  host: '127.0.0.1',
  port: 0,
  key: 'k'.repeat(32),
  previousKeys: ['p'.repeat(32)],
  databaseUrl: 'postgres://a@b/c',
  logLevel: 'warn',
  identity: null,
};
const start = (name: string, patience?: number) =>
  startSubgraphProcess({
    name,
    settings,
    logger: recordingLogger().logger,
    program,
    ...(patience && { patience }),
  });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function eventually<T>(
  check: () => T | undefined | false | Promise<T | undefined | false>,
  within = 5_000,
): Promise<T> {
  for (const end = Date.now() + within; Date.now() < end; await wait(50)) {
    const result = await check();
    if (result) return result;
  }
  throw new Error('did not happen');
}

describe('a subgraph in a process of its own', () => {
  const state = async (url: string) =>
    (await fetch(url)).json() as Promise<{ pid: number; environment: Record<string, string> }>;

  test('is told its own key and database, and nothing else', async () => {
    process.env.HUB_SECRET_FOR_TEST = 'secret';
    const running = await start('members');
    const { environment } = await state(running.url);
    await running.stop();
    delete process.env.HUB_SECRET_FOR_TEST;
    const known = Object.keys(environment).filter((name) => !name.startsWith('NODE_CHANNEL_'));
    expect(known.sort()).toEqual([
      'DATABASE_URL',
      'HUB_LOG_LEVEL',
      'SUBGRAPH_HOST',
      'SUBGRAPH_KEY',
      'SUBGRAPH_PORT',
      'SUBGRAPH_PREVIOUS_KEYS',
    ]);
  });

  test('is started again at the same address when it dies', async () => {
    const running = await start('members');
    const { pid } = await state(running.url);
    await fetch(running.url.replace('/graphql', '/die')).catch(() => undefined);
    const next = await eventually(() => state(running.url).catch(() => undefined));
    expect(next.pid).not.toBe(pid);
    await running.stop();
    await eventually(() => !isAlive(next.pid));
    await wait(300);
    await expect(state(running.url)).rejects.toThrow();
  });

  test('takes changed settings over while it runs, and when it is started again', async () => {
    const running = await start('members');
    const changed = { ...settings, key: 'n'.repeat(32), previousKeys: [settings.key] };
    await running.takeOver(changed);
    const told = { SUBGRAPH_KEY: changed.key, SUBGRAPH_PREVIOUS_KEYS: settings.key };
    const { pid, environment } = await state(running.url);
    expect(environment).toMatchObject(told);
    await fetch(running.url.replace('/graphql', '/die')).catch(() => undefined);
    // In between nobody is there to be told.
    await running.takeOver(changed);
    const next = await eventually(() => state(running.url).catch(() => undefined));
    expect(next.pid).not.toBe(pid);
    expect(next.environment).toMatchObject(told);
    await running.stop();
  });

  test('that does not say that it uses changed settings is not waited for', async () => {
    const running = await start('deaf');
    const startedAt = Date.now();
    await running.takeOver(settings);
    expect(Date.now() - startedAt).toBeLessThan(6_000);
    await running.stop();
  });

  test('that ends at once or is never ready is an error, and leaves no process', async () => {
    await expect(start('broken')).rejects.toMatchObject({
      code: 'SUBGRAPH_NOT_STARTED',
      message: expect.stringContaining('broken'),
    });
    await expect(start('lazy', 500)).rejects.toThrow(/not ready/);
  });
});

/** The built program. Its database does not answer, so it is never ready. */
describe('serve-subgraph', () => {
  const environment = {
    ...subgraphEnvironment({
      ...settings,
      databaseUrl: 'postgres://a@127.0.0.1:1/c',
      identity: { secret: 'i'.repeat(32), previousSecrets: [], tokenPrivateKey: generateTokenKey() },
    }),
  };

  /** Starts it from a process in between, as a hub does, and tells the numbers of both. */
  async function serve() {
    const between = spawn(process.execPath, ['-e', forkAndTell, JSON.stringify(environment)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told = await new Promise<string>((resolve) =>
      between.stdout.once('data', (line) => resolve(String(line))),
    );
    const { pid, port } = JSON.parse(told) as { pid: number; port: number };
    return { between, pid, url: `http://127.0.0.1:${port}` };
  }
  const forkAndTell = `const { fork } = require('node:child_process');
    const child = fork('dist/gateway/serve-subgraph.js', ['members'], { env: JSON.parse(process.argv[1]) });
    child.on('message', ({ port }) => console.log(JSON.stringify({ pid: child.pid, port })));`;

  test('lives but is not ready without its database, and answers nobody without a signature', async () => {
    const { between, url } = await serve();
    const status = async (path: string, method = 'GET') => (await fetch(`${url}${path}`, { method })).status;
    expect([await status('/health'), await status('/ready'), await status('/graphql', 'POST')]).toEqual([
      200, 503, 401,
    ]);
    between.kill('SIGKILL');
  });

  test('ends when its hub is killed, and not on Ctrl-C before it', async () => {
    const { between, pid } = await serve();
    process.kill(pid, 'SIGINT');
    await wait(300);
    expect(isAlive(pid)).toBe(true);
    between.kill('SIGKILL');
    await eventually(() => !isAlive(pid));
  });
});

/** The built hub, as people start it. */
describe('the hub', () => {
  const hubs: ChildProcess[] = [];
  afterEach(() => {
    for (const hub of hubs.splice(0)) hub.kill('SIGKILL');
  });

  interface Run {
    readonly hub: ChildProcess;
    readonly output: () => string;
    readonly ended: Promise<number | null>;
  }

  function run(environment: Record<string, string>): Run {
    const hub = spawn(process.execPath, ['dist/gateway/main.js'], {
      env: { PATH: process.env.PATH, ...environment },
    });
    hubs.push(hub);
    let output = '';
    for (const stream of [hub.stdout, hub.stderr]) stream?.on('data', (chunk) => (output += chunk));
    return { hub, output: () => output, ended: new Promise((resolve) => hub.once('close', resolve)) };
  }

  /** The line that says why, when it is the only one. */
  async function refusal(environment: Record<string, string>): Promise<string> {
    const { output, ended } = run(environment);
    expect(await ended).toBe(1);
    const lines = output()
      .split('\n')
      .filter((line) => line.startsWith('Tahaluf cannot start.'));
    expect(output()).not.toMatch(/^\s+at /m);
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  }

  const dataDirectory = (name: string) => ({ HUB_DATA_DIR: join(folder, name) });

  test('does not start on a wrong setting', async () => {
    expect(await refusal({ PORT: 'x' })).toMatch(/The setting PORT cannot be used.*\[SETTING_INVALID\]$/);
  });

  test('does not start on a port that is taken, and starts nothing else', async () => {
    const { server, port } = await listen(createServer() as never);
    const line = await refusal({ PORT: String(port), ...dataDirectory('taken') });
    server.close();
    expect(line).toMatch(new RegExp(`Port ${port} on 127.0.0.1 is taken.*\\[PORT_TAKEN\\]$`));
    expect(() => readFileSync(join(folder, 'taken'))).toThrow(/ENOENT/);
  });

  test('does not start where it cannot write', async () => {
    writeFileSync(join(folder, 'file'), '');
    const line = await refusal({ PORT: '0', HUB_DATA_DIR: join(folder, 'file', 'hub') });
    expect(line).toMatch(/cannot be written.*\[DATA_DIRECTORY_NOT_WRITABLE\]$/);
  });

  test('does not start without its database, and does not show the password', async () => {
    const DATABASE_URL = 'postgres://admin:secret-word@127.0.0.1:1/hub';
    const line = await refusal({ PORT: '0', DATABASE_URL, ...dataDirectory('unreachable') });
    expect(line).toMatch(
      /The database at 127\.0\.0\.1:1 cannot be used \(ECONNREFUSED\).*\[DATABASE_UNREACHABLE\]$/,
    );
    expect(line).not.toContain('secret-word');
  });

  test.each([
    { NODE_ENV: 'production' },
    { HUB_HOST: '0.0.0.0' },
  ])('does not make up keys with %p', async (environment) => {
    const DATABASE_URL = 'postgres://admin@127.0.0.1:1/hub';
    const line = await refusal({
      PORT: '0',
      DATABASE_URL,
      ...dataDirectory('keyless'),
      ...(environment as object),
    });
    expect(line).toMatch(/\[KEYS_MISSING\]$/);
    expect(() => readFileSync(join(folder, 'keyless', 'keys.json'))).toThrow(/ENOENT/);
  });
});

describe('npm run token', () => {
  async function token(args: string[], environment: Record<string, string>) {
    const command = spawn(process.execPath, ['dist/gateway/token.command.js', ...args], {
      env: { PATH: process.env.PATH, ...environment },
    });
    let output = '';
    for (const stream of [command.stdout, command.stderr]) stream.on('data', (chunk) => (output += chunk));
    const code = await new Promise((resolve) => command.once('close', resolve));
    return { code, output };
  }
  const HUB_DATA_DIR = join(folder, 'no-keys');

  test.each([
    ['in production', ['mima', 'VIEWER'], { NODE_ENV: 'production' }, /^Demo accounts exist in a demo only/],
    ['without arguments', [], {}, /^Usage: npm run -s token/],
    ['for a role that is none', ['mima', 'KING'], {}, /^There is no role "KING"\. Roles: ORG_ADMIN/],
    [
      'for an organisation that is none',
      ['nobody', 'VIEWER'],
      {},
      /^There is no member organisation "nobody"\./,
    ],
    ['for staff of an ordinary member', ['mima', 'COALITION_STAFF'], {}, /^Nobody in "mima" has the role/],
    ['with an option that is none', ['mima', 'VIEWER', '--third'], {}, /^Usage: npm run -s token/],
    ['before the hub has keys', ['mima', 'VIEWER'], {}, /^There are no keys in .*Start the hub once/],
  ])('refuses %s in one line', async (_, args, environment, line) => {
    const { code, output } = await token(args, { HUB_DATA_DIR, ...environment });
    expect(code).toBe(1);
    expect(output).toMatch(line);
    expect(output.trim().split('\n')).toHaveLength(1);
  });
});
