import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const built = join(__dirname, '../../dist/gateway');

export interface HubProcess {
  readonly port: number;
  output(): string;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Hubs as an operator runs them: the built program (`npm run build` comes first) on a data folder. */
export function hubProcesses(dataDirectory: string) {
  const running = new Set<ChildProcess>();
  const environmentWith = (environment: Record<string, string>) => ({
    PATH: process.env.PATH,
    HUB_DATA_DIR: dataDirectory,
    PORT: '0',
    ...environment,
  });

  function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    running.delete(child);
    // One that could not start has ended by itself.
    if (child.exitCode !== null) return Promise.resolve(child.exitCode);
    return new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill(signal);
    });
  }

  return {
    /** Resolves when it is ready. */
    async start(environment: Record<string, string> = {}): Promise<HubProcess> {
      const child = spawn(process.execPath, [join(built, 'main.js')], {
        env: environmentWith(environment),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      let output = '';
      child.stdout.on('data', (text) => {
        output += text;
      });
      child.stderr.on('data', (text) => {
        output += text;
      });
      const port = await new Promise<number>((resolve, reject) => {
        child.stdout.on('data', () => {
          const ready = /localhost:(\d+)\/graphql|"port":(\d+)/.exec(output);
          if (ready) resolve(Number(ready[1] ?? ready[2]));
        });
        child.once('exit', () => reject(new Error(`the hub ended: ${output}`)));
      });
      return { port, output: () => output, stop: (signal) => ended(child, signal) };
    },
    /** Runs one of the hub's programs to its end. */
    command: (file: string, args: string[] = [], environment: Record<string, string> = {}) =>
      spawnSync(process.execPath, [join(built, file), ...args], {
        encoding: 'utf8',
        env: environmentWith(environment),
        timeout: 60_000,
      }),
    stopAll: () => Promise.all([...running].map((child) => ended(child, 'SIGTERM'))),
    killAll() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

export async function askHub(port: number, query: string, token?: string) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  return (await response.json()) as { data?: any; errors?: any[] };
}
