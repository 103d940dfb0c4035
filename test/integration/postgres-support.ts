import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';

export const password = `it's "a" pass\\word`.replaceAll(' ', '-');
export const asRoot = process.getuid?.() === 0;
/** Root may start a hub as anybody; other users only as themselves. */
export const ordinaryUser = asRoot ? { uid: 65534, gid: 65534 } : {};

const repository = join(__dirname, '../..');
const made: string[] = [];
const children: ChildProcess[] = [];

/** A folder outside of the repository that every user can reach. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-postgres-test-'));
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

/** Takes the folder out of the next clean-up; it goes after the last test of the file. */
export function keepUntilTheEnd(folder: string): void {
  made.splice(made.indexOf(folder), 1);
  kept.push(folder);
}

const kept: string[] = [];
afterAll(() => {
  for (const folder of kept) rmSync(folder, { recursive: true, force: true });
});

/** Ends what the tests started, by process number, and removes what they made. */
export async function cleanUp(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of made.splice(0)) {
    for (let left = serversBelow(folder); left.length > 0; left = serversBelow(folder)) {
      for (const pid of left) tryKill(pid, 'SIGKILL');
      await wait(20);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** Found independently of the code under test: every process whose present folder is below `folder`. */
export function serversBelow(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) &&
          /postgres$/.test(readlinkSync(`/proc/${pid}/exe`))
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

export function tryKill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** A zombie is not running: a container without an init process keeps those for ever. */
export function isRunning(pid: number): boolean {
  if (!tryKill(pid, 0)) return false;
  return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  for (const end = Date.now() + ms; !(await condition()); await wait(20)) {
    if (Date.now() > end) throw new Error(`It took too long until ${what}`);
  }
}

export async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

let compiled: string | undefined;

/** The module as `npm run build` makes it, where also other users can read it. */
export function compile(into = temporaryFolder()): string {
  const target = join(into, 'dist/gateway/postgres');
  mkdirSync(target, { recursive: true });
  const sources = join(repository, 'gateway/postgres');
  for (const name of readdirSync(sources).filter((file) => file.endsWith('.ts'))) {
    const { code } = transformFileSync(join(sources, name), {
      configFile: join(repository, '.swcrc'),
      swcrc: false,
      sourceMaps: false,
    });
    writeFileSync(join(target, name.replace(/\.ts$/, '.js')), code);
  }
  return target;
}

export interface ChildHub {
  process: ChildProcess;
  /** Everything the script reported with `report`. */
  reports: Record<string, unknown>[];
  next(kind: string): Promise<Record<string, unknown>>;
  ended: Promise<number | null>;
}

/**
 * Runs a piece of JavaScript in a process of its own, which can be killed and can be another user's. It sees the
 * compiled module as `hub(file)`, its arguments as `options`, and tells us things through `report(kind, data)`.
 */
export function runChild(
  script: string,
  options: object,
  { user = {}, modules }: { user?: { uid?: number; gid?: number }; modules?: string } = {},
): ChildHub {
  compiled ??= compileOnce();
  const folder = modules ?? compiled;
  const source = `
    const hub = (file) => require(${JSON.stringify(folder)} + '/' + file);
    const options = ${JSON.stringify({ password, durable: false, ...options })};
    const report = (kind, data) => process.send({ kind, ...data });
    (async () => { ${script} })().catch((error) => {
      process.send({ kind: 'failed', code: error.code, message: error.message, name: error.name },
        () => process.exit(1));
    });`;
  const child = spawn(process.execPath, ['-e', source], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...user,
    cwd: '/',
  });
  children.push(child);
  const reports: Record<string, unknown>[] = [];
  let wake = () => {};
  child.on('message', (message) => {
    reports.push(message as Record<string, unknown>);
    wake();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void ended.then(() => wake());
  return {
    process: child,
    reports,
    ended,
    async next(kind) {
      for (;;) {
        const found = reports.find((report) => report.kind === kind);
        if (found) return found;
        const failure = reports.find((report) => report.kind === 'failed');
        if (failure) throw Object.assign(new Error(String(failure.message)), { code: failure.code });
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended without "${kind}"`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** Starts a hub's database and stays until it is killed. */
export const stayingHub = `
  const cluster = await hub('cluster.js').startCluster({ ...options, onStep: (step) => report('step', { step }) });
  report('started', { url: cluster.adminUrl, pid: cluster.pid });
  setInterval(() => {}, 1000);`;

/** Starts, reads what the database says of itself, and stops. */
export const shortHub = `
  const cluster = await hub('cluster.js').startCluster(options);
  report('started', { url: cluster.adminUrl, pid: cluster.pid });
  await cluster.stop();
  report('stopped', {});
  process.disconnect();`;

function compileOnce(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-postgres-dist-'));
  chmodSync(folder, 0o755);
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  kept.push(folder);
  return compile(folder);
}

export const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Registered only where it can run: an ordinary user cannot become another one. */
export const asRootOnly = (name: string, run: () => Promise<void>) => {
  if (asRoot) test(name, run);
};
