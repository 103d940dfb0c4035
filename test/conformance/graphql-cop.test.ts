import type { Server } from 'node:http';
import pino from 'pino';
import { type Hub, startHub } from '../../gateway/hub';
import { readSettings } from '../../gateway/settings';
import { generateTokenKey } from '../../shared/identity/token-keys';
import { listen } from '../integration/gateway-testkit';
import { databaseUrl, testSecret } from '../testkit/database';
import { clientSchema } from '../testkit/schema-arguments';
import { answersGraphql, checks } from './graphql-cop-checks';
import { openServer } from './open-server';

let hub: Hub;
let ours: string;
let open: { server: Server; url: string };

beforeAll(async () => {
  const settings = readSettings([], {
    NODE_ENV: 'production',
    PORT: '0',
    DATABASE_URL: databaseUrl(),
    HUB_SECRET: testSecret,
    HUB_TOKEN_PRIVATE_KEY: generateTokenKey(),
  });
  hub = await startHub(settings, { logger: pino({ level: 'silent' }) });
  ours = `http://127.0.0.1:${hub.port}`;
  open = await listen(openServer(clientSchema));
});
afterAll(async () => {
  open.server.closeAllConnections();
  open.server.close();
  await hub.close();
});

test('there are two servers of the same schema: one that leaves everything open, and a hub in production', async () => {
  expect([await answersGraphql(open.url), await answersGraphql(ours)]).toEqual([true, true]);
  expect(checks).toHaveLength(14);
});

test.each(checks)('graphql-cop finds $name in the open one, and not in the hub', async ({ finds }) => {
  expect(await finds(open.url)).toBe(true);
  expect(await finds(ours)).toBe(false);
});
