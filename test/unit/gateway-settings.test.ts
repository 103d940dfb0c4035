import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings, readSubgraphSettings, subgraphEnvironment } from '../../gateway/settings';
import { seedId } from '../../shared/schema/type-id';

const subgraphs = ['members', 'legal'];
const read = (environment: Record<string, string>) => readSettings(subgraphs, environment);
const providers = (...changes: object[]) =>
  JSON.stringify(changes.map((change) => ({ ...provider, ...change })));
const provider = {
  issuer: 'https://id.example',
  audience: 'https://hub.example',
  organization: seedId('Organization', 'mima'),
};

test('everything has a default, which is a demo on this machine', () => {
  expect(read({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDirectory: resolve('.hub'),
    transport: 'local',
    trustedProxies: [],
    allowedOrigins: [],
    publicAnswers: 4_194_304,
    trustedDocuments: 'off',
    trustedDocumentsFiles: [],
    redisUrl: undefined,
    rates: { address: 300_000, person: 1_000_000, organization: 5_000_000, key: 1_000_000 },
    logLevel: 'info',
    demo: true,
    production: false,
    secret: undefined,
    identitySecret: undefined,
    previousIdentitySecrets: [],
    tokenPrivateKey: undefined,
    tokenPublicKey: undefined,
    previousTokenKeys: [],
    oidcProviders: [],
    subgraphUrls: {},
    subgraphKeys: {},
    previousSubgraphKeys: { members: [], legal: [] },
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
  ['HUB_TRUSTED_DOCUMENTS', 'secret'],
  ['HUB_SECRET', 'secret too short'],
  ['HUB_REDIS_URL', 'https://secret@redis:6379'],
  ['HUB_PUBLIC_ANSWERS', '-1'],
  ['HUB_RATE_ADDRESS', '0'],
  ['HUB_RATE_PERSON', '-1'],
  ['HUB_RATE_ORGANIZATION', 'unlimited'],
  ['HUB_RATE_KEY', '1.5'],
  ['HUB_ALLOWED_ORIGINS', 'https://a.example, b.example'],
  ['HUB_ALLOWED_ORIGINS', '*'],
  ['HUB_ALLOWED_ORIGINS', 'https://a.example/path'],
  ['HUB_TRUSTED_PROXIES', 'everybody'],
  ['MEMBERS_URL', 'members:4001'],
  ['LEGAL_KEY', 'secret'],
  ['LEGAL_PREVIOUS_KEYS', `${'x'.repeat(32)},secret`],
  ['HUB_IDENTITY_SECRET', 'secret'],
  ['HUB_IDENTITY_PREVIOUS_SECRETS', 'secret'],
  ['HUB_OIDC_PROVIDERS', '[{"secret'],
  ['HUB_OIDC_PROVIDERS', '"secret"'],
  ['HUB_OIDC_PROVIDERS', providers({ issuer: undefined })],
  ['HUB_OIDC_PROVIDERS', providers({ issuer: 'http://secret.example' })],
  ['HUB_OIDC_PROVIDERS', providers({ issuer: 'https://user:secret@id.example' })],
  ['HUB_OIDC_PROVIDERS', providers({ issuer: 'secret' })],
  ['HUB_OIDC_PROVIDERS', providers({ audience: '' })],
  ['HUB_OIDC_PROVIDERS', providers({ organization: 'per_secret' })],
  ['HUB_OIDC_PROVIDERS', providers({ algorithms: ['HS256'] })],
  ['HUB_OIDC_PROVIDERS', providers({ algorithms: ['none'] })],
  ['HUB_OIDC_PROVIDERS', providers({ algorithms: [] })],
  ['HUB_OIDC_PROVIDERS', providers({ tokenType: 'secret' })],
  ['HUB_OIDC_PROVIDERS', providers({ audiense: 'x' })],
  ['HUB_OIDC_PROVIDERS', providers({}, {})],
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
      HUB_TRUSTED_DOCUMENTS_FILES: 'app.json, older/app.json',
      MEMBERS_URL: 'http://members:4001/graphql',
      LEGAL_KEY: 'x'.repeat(32),
      LEGAL_PREVIOUS_KEYS: `${'y'.repeat(32)}, ${'z'.repeat(32)}`,
      HUB_TOKEN_PRIVATE_KEY: 'first\\nsecond',
      HUB_TOKEN_PREVIOUS_KEYS: 'a\\nb,c',
      HUB_IDENTITY_PREVIOUS_SECRETS: 'i'.repeat(32),
    }),
  ).toMatchObject({
    allowedOrigins: ['https://a.example', 'http://localhost:3000'],
    trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    trustedDocumentsFiles: ['app.json', 'older/app.json'],
    subgraphUrls: { members: 'http://members:4001/graphql' },
    subgraphKeys: { legal: 'x'.repeat(32) },
    previousSubgraphKeys: { legal: ['y'.repeat(32), 'z'.repeat(32)] },
    tokenPrivateKey: 'first\nsecond',
    previousTokenKeys: ['a\nb', 'c'],
    previousIdentitySecrets: ['i'.repeat(32)],
  });
});

test('an identity provider has defaults that refuse more than they take', () => {
  const [read1, read2] = read({
    HUB_OIDC_PROVIDERS: providers(
      {},
      { issuer: 'http://127.0.0.1:5000', tokenType: 'JWT', secondFactor: ['x'] },
    ),
  }).oidcProviders;
  expect(read1).toEqual({
    ...provider,
    algorithms: ['RS256', 'ES256', 'PS256', 'EdDSA'],
    tokenType: 'at+jwt',
  });
  expect(read2).toMatchObject({ issuer: 'http://127.0.0.1:5000', tokenType: 'JWT', secondFactor: ['x'] });
});

test('a subgraph in its own process needs its key and its database', () => {
  const settings = {
    port: 0,
    host: '127.0.0.1',
    key: 'k'.repeat(32),
    previousKeys: ['p'.repeat(32), 'q'.repeat(32)],
    databaseUrl: 'postgres://a@b/c',
    logLevel: 'warn',
    identity: null,
  };
  expect(readSubgraphSettings(subgraphEnvironment(settings))).toEqual(settings);
  const identity = { secret: 'i'.repeat(32), previousSecrets: ['o'.repeat(32)], tokenPrivateKey: 'a\nb' };
  const signing = { ...settings, identity };
  expect(readSubgraphSettings(subgraphEnvironment(signing))).toEqual(signing);
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
  const perSubgraph = shown.filter((name) =>
    /^(MEMBERS|CAMPAIGNS|LEGAL|EVENTS)_(URL|KEY|PREVIOUS_KEYS)$/.test(name),
  );
  expect(perSubgraph).toHaveLength(12);
  expect(new Set(shown.filter((name) => !perSubgraph.includes(name)))).toEqual(new Set(read));
});
