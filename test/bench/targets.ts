import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const targetNames = ['local', 'http', 'open', 'floor'] as const;
export type TargetName = (typeof targetNames)[number];

export const targetTitles: Readonly<Record<TargetName, string>> = {
  local: 'hub, all in one process',
  http: 'hub, five processes',
  open: 'hub, all in one, every guard off',
  floor: 'floor: one SQL statement',
};

/** Something that answers `POST /graphql` on this machine. */
export interface Target {
  readonly name: TargetName;
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface HubEnvironment {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly secret: string;
  readonly tokenPrivateKey: string;
}

const patience = 60_000;

/** The hub as it runs in production, by its own program. */
export async function startHub(
  transport: 'local' | 'http',
  { databaseUrl, dataDirectory, secret, tokenPrivateKey }: HubEnvironment,
  signal: AbortSignal,
): Promise<Target> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(__dirname, '..', '..', 'gateway', 'main.js')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HUB_HOST: '127.0.0.1',
      PORT: String(port),
      HUB_TRANSPORT: transport,
      HUB_DATA_DIR: dataDirectory,
      HUB_SECRET: secret,
      HUB_TOKEN_PRIVATE_KEY: tokenPrivateKey,
      HUB_LOG_LEVEL: 'warn',
      // The bench is one person who asks without a pause.
      HUB_RATE_PERSON: '1000000000000',
      HUB_RATE_ORGANIZATION: '1000000000000',
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const target = asTarget(transport, child, port);
  try {
    await becomesReady(target, child, signal);
    return target;
  } catch (error) {
    await target.stop();
    throw error;
  }
}

export function startFloor(databaseUrl: string, connections: number): Promise<Target> {
  return startProgram('floor', 'floor-server.js', {
    DATABASE_URL: databaseUrl,
    FLOOR_CONNECTIONS: String(connections),
  });
}

/** The hub without guards, answering everybody as it would answer this viewer. */
export function startOpenHub(databaseUrl: string, viewer: object): Promise<Target> {
  return startProgram('open', 'open-server.js', {
    DATABASE_URL: databaseUrl,
    VIEWER: JSON.stringify(viewer),
  });
}

/** One of the bench's own programs, which tell their port once they listen. */
async function startProgram(
  name: TargetName,
  file: string,
  settings: Record<string, string>,
): Promise<Target> {
  const child = fork(join(__dirname, file), [], { env: { PATH: process.env.PATH, ...settings } });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code}`)));
  });
  return asTarget(name, child, port);
}

function asTarget(name: TargetName, child: ChildProcess, port: number): Target {
  return { name, origin: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => end(child) };
}

async function becomesReady(
  { name, origin }: Target,
  child: ChildProcess,
  signal: AbortSignal,
): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(50)) {
    signal.throwIfAborted();
    if (hasEnded(child)) throw new Error(`the hub "${name}" ended with code ${child.exitCode}`);
    const answer = await fetch(`${origin}/ready`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`the hub "${name}" is not ready after ${patience / 1_000} s`);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended.finally(() => clearTimeout(timer));
}

/** Somebody could take it in between; the hub would then say so and the run would end. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
