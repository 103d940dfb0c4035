import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

export interface RedisServer {
  readonly url: string;
  /** For looking at what the hub keeps there. */
  readonly client: Redis;
  start(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** It keeps its connections and answers nobody. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

const password = 'a-password-of-this-test';

/** A real `redis-server` on this machine, in memory only. Fails, in words, where there is none. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const options = {
      port,
      bind: '127.0.0.1',
      requirepass: password,
      save: '',
      appendonly: 'no',
      dir: '/tmp',
    };
    const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    server = spawn('redis-server', flags, { stdio: 'ignore' });
    await Promise.race([once(server, 'spawn'), once(server, 'error')]).catch(
      (error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new Error(missing) : error;
      },
    );
    await client.ping();
  }

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    url,
    client,
    start,
    kill,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    async close() {
      client.disconnect();
      await kill();
    },
  };
}

const missing =
  'These tests need a real redis-server on the PATH: apt-get install redis-server, or brew install redis. Everything else is in "npm test", which needs none.';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
