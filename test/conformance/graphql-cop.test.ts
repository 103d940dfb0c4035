import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateTokenKey } from '../../shared/identity/token-keys';
import { listen } from '../integration/gateway-testkit';
import { databaseUrl, testSecret } from '../testkit/database';
import { transports } from '../testkit/hub';
import { hubProcesses } from '../testkit/hub-process';
import { clientSchema } from '../testkit/schema-arguments';
import { answersGraphql, checks } from './graphql-cop-checks';
import { openServer } from './open-server';

const folder = mkdtempSync(join(tmpdir(), 'graphql-cop-'));
const hubs = hubProcesses(folder);
let open: { server: Server; url: string };
beforeAll(async () => {
  open = await listen(openServer(clientSchema));
});
afterAll(async () => {
  open.server.closeAllConnections();
  open.server.close();
  await hubs.stopAll();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(transports)('a hub in production over the %s transport', (transport) => {
  let ours: string;
  beforeAll(async () => {
    const hub = await hubs.start({
      NODE_ENV: 'production',
      HUB_TRANSPORT: transport,
      DATABASE_URL: databaseUrl(),
      HUB_SECRET: testSecret,
      HUB_TOKEN_PRIVATE_KEY: generateTokenKey(),
    });
    ours = `http://127.0.0.1:${hub.port}`;
  });

  test('answers, as does a server of the same schema that leaves everything open', async () => {
    expect([await answersGraphql(open.url), await answersGraphql(ours)]).toEqual([true, true]);
    expect(checks).toHaveLength(14);
  });

  test.each(checks)('graphql-cop finds $name in the open one, and not in the hub', async ({ finds }) => {
    expect(await finds(open.url)).toBe(true);
    expect(await finds(ours)).toBe(false);
  });
});
