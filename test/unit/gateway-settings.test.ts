import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings, readSubgraphSettings, subgraphEnvironment } from '../../gateway/settings';

const subgraphs = ['members', 'legal'];
const read = (environment: Record<string, string>) => readSettings(subgraphs, environment);

test('everything has a default, which is a demo on this machine', () => {
  expect(read({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDirectory: resolve('.hub'),
    transport: 'local',
    trustedProxies: [],
    allowedOrigins: [],
    logLevel: 'info',
    demo: true,
    production: false,
    secret: undefined,
    tokenPrivateKey: undefined,
    subgraphUrls: {},
    subgraphKeys: {},
  });
});

test('an empty variable is one that is not set', () => {
  const empty = [
    'PORT',
    'DATABASE_URL',
    'HUB_DATA_DIR',
    'HUB_SECRET',
    'NODE_ENV',
    'MEMBERS_URL',
    'MEMBERS_KEY',
  ];
  expect(read(Object.fromEntries(empty.map((name) => [name, ''])))).toEqual(read({}));
});

test.each([
  [{}, true],
  [{ HUB_HOST: 'localhost' }, true],
  [{ HUB_HOST: '::1' }, true],
  [{ HUB_HOST: '127.0.0.2' }, true],
  [{ HUB_HOST: '0.0.0.0' }, false],
  [{ HUB_HOST: '::' }, false],
  [{ HUB_HOST: '192.168.1.5' }, false],
  [{ HUB_HOST: '127.example.org' }, false],
  [{ NODE_ENV: 'production' }, false],
  [{ NODE_ENV: 'test' }, true],
])('%p is a demo: %p', (environment, demo) => {
  expect(read(environment as Record<string, string>).demo).toBe(demo);
});

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['PORT', '40.5'],
  ['DATABASE_URL', 'mysql://secret@host/x'],
  ['DATABASE_URL', 'not secret a url'],
  ['HUB_TRANSPORT', 'grpc'],
  ['HUB_LOG_LEVEL', 'loud'],
  ['HUB_SECRET', 'secret too short'],
  ['HUB_ALLOWED_ORIGINS', 'https://a.example, b.example'],
  ['HUB_ALLOWED_ORIGINS', '*'],
  ['HUB_ALLOWED_ORIGINS', 'https://a.example/path'],
  ['HUB_TRUSTED_PROXIES', 'everybody'],
  ['MEMBERS_URL', 'members:4001'],
  ['LEGAL_KEY', 'secret'],
])('%s=%s is refused in one line that names it', (name, value) => {
  const refusal = expect(() => read({ [name]: value }));
  refusal.toThrow(expect.objectContaining({ code: 'SETTING_INVALID' }));
  refusal.toThrow(new RegExp(`^The setting ${name} cannot be used: .+\\.$`));
  refusal.not.toThrow(/secret/);
});

test('lists and addresses of subgraphs are read', () => {
  expect(
    read({
      HUB_ALLOWED_ORIGINS: 'https://a.example, http://localhost:3000',
      HUB_TRUSTED_PROXIES: 'loopback,10.0.0.0/8,fd00::/8',
      MEMBERS_URL: 'http://members:4001/graphql',
      LEGAL_KEY: 'x'.repeat(32),
      HUB_TOKEN_PRIVATE_KEY: 'first\\nsecond',
    }),
  ).toMatchObject({
    allowedOrigins: ['https://a.example', 'http://localhost:3000'],
    trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    subgraphUrls: { members: 'http://members:4001/graphql' },
    subgraphKeys: { legal: 'x'.repeat(32) },
    tokenPrivateKey: 'first\nsecond',
  });
});

test('a subgraph in its own process needs its key and its database', () => {
  const settings = {
    port: 0,
    host: '127.0.0.1',
    key: 'k'.repeat(32),
    databaseUrl: 'postgres://a@b/c',
    logLevel: 'warn',
  };
  expect(readSubgraphSettings(subgraphEnvironment(settings))).toEqual(settings);
  expect(() => readSubgraphSettings({ DATABASE_URL: 'postgres://a@b/c' })).toThrow(
    'The setting SUBGRAPH_KEY cannot be used: is required.',
  );
  expect(() => readSubgraphSettings({ SUBGRAPH_KEY: 'k'.repeat(32) })).toThrow(/DATABASE_URL .* is required/);
});

test('.env.example names every setting, and none besides', () => {
  const source = readFileSync('gateway/settings.ts', 'utf8');
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
  const shown = [...readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(
    ([, name]) => name ?? '',
  );
  const perSubgraph = shown.filter((name) => /^(MEMBERS|CAMPAIGNS|LEGAL|EVENTS)_(URL|KEY)$/.test(name));
  expect(perSubgraph).toHaveLength(8);
  expect(new Set(shown.filter((name) => !perSubgraph.includes(name)))).toEqual(new Set(read));
});
