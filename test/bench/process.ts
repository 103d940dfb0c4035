import { type ChildProcess, type ForkOptions, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A program of ours or of somebody else's that answers over HTTP on this machine. */
export interface Running {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const patience = 60_000;

/** Our own output is the table. */
const saysOnStderr = [process.stderr, process.stderr] as const;

/** One of the bench's own programs, which tell their port once they listen. */
export async function startProgram(
  file: string,
  settings: Readonly<Record<string, string>>,
  { args = [], ...options }: ForkOptions & { readonly args?: readonly string[] } = {},
): Promise<Running> {
  const env = { PATH: process.env.PATH, ...settings };
  const child = fork(file, args, { ...options, env, stdio: ['ignore', ...saysOnStderr, 'ipc'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)));
  });
  return asRunning(child, port);
}

/** A program that is told its port and says at a path of its own that it is ready. */
export async function startServer(
  args: readonly string[],
  settings: (port: string) => Readonly<Record<string, string>>,
  { ready, signal }: { readonly ready: string; readonly signal: AbortSignal },
): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...settings(String(port)) },
    stdio: ['ignore', ...saysOnStderr],
  });
  const running = asRunning(child, port);
  try {
    await becomesReady(`${running.origin}${ready}`, child, signal);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function asRunning(child: ChildProcess, port: number): Running {
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => end(child) };
}

async function becomesReady(url: string, child: ChildProcess, signal: AbortSignal): Promise<void> {
  const program = child.spawnargs.slice(1, 3).join(' ');
  for (const end = Date.now() + patience; Date.now() < end; await wait(20)) {
    signal.throwIfAborted();
    if (hasEnded(child)) throw new Error(`${program} ended with code ${child.exitCode}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${program} is not ready after ${patience / 1_000} s`);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended.finally(() => clearTimeout(timer));
}

/** Somebody could take it in between; the program would then say so and the run would end. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
