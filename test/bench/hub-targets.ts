import { join } from 'node:path';
import type { Viewer } from '../../shared/identity/viewer';
import { startProgram, startServer } from './process';
import type { Target } from './targets';

export interface HubEnvironment {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly secret: string;
  readonly tokenPrivateKey: string;
  /** Bytes of answers to the public that it keeps; none if missing. */
  readonly publicAnswers?: number;
}

/** The hub as it runs in production, by its own program. */
export async function startHub(
  transport: 'local' | 'http',
  { databaseUrl, dataDirectory, secret, tokenPrivateKey, publicAnswers = 0 }: HubEnvironment,
  signal: AbortSignal,
): Promise<Target> {
  const program = join(__dirname, '..', '..', 'gateway', 'main.js');
  const settings = (port: string) => ({
    NODE_ENV: 'production',
    HUB_HOST: '127.0.0.1',
    PORT: port,
    HUB_TRANSPORT: transport,
    HUB_DATA_DIR: dataDirectory,
    HUB_SECRET: secret,
    HUB_TOKEN_PRIVATE_KEY: tokenPrivateKey,
    HUB_LOG_LEVEL: 'warn',
    HUB_PUBLIC_ANSWERS: String(publicAnswers),
    // The bench is one person, or one address, that asks without a pause.
    HUB_RATE_ADDRESS: '1000000000000',
    HUB_RATE_PERSON: '1000000000000',
    HUB_RATE_ORGANIZATION: '1000000000000',
    DATABASE_URL: databaseUrl,
  });
  const name = publicAnswers > 0 ? 'kept' : transport;
  return { name, ...(await startServer([program], settings, { ready: '/ready', signal })) };
}

export async function startFloor(databaseUrl: string, connections: number): Promise<Target> {
  const settings = { DATABASE_URL: databaseUrl, FLOOR_CONNECTIONS: String(connections) };
  return { name: 'floor', ...(await startProgram(join(__dirname, 'floor-server.js'), settings)) };
}

/** The hub without guards, answering everybody as it would answer this viewer. */
export async function startOpenHub(databaseUrl: string, viewer: Viewer): Promise<Target> {
  const settings = { DATABASE_URL: databaseUrl, VIEWER: JSON.stringify(viewer) };
  return { name: 'open', ...(await startProgram(join(__dirname, 'open-server.js'), settings)) };
}
