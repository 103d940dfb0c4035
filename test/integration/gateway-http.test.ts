import { setTimeout as wait } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { HubError } from '../../shared/errors';
import { publicViewer } from '../../shared/identity/viewer';
import { viewerOf } from '../testkit/claims';
import { fakeSubgraph, post, type RunningGateway, runGateway } from './gateway-testkit';

const caseworker = viewerOf({ personId: 'per_1', organizationId: 'org_1', roles: ['CASEWORKER'] });
const external = { issuer: 'https://id.example', subject: 'fatima', organizationId: 'org_1' };

function notes(resolve: (...args: never[]) => unknown = () => 'a note') {
  return fakeSubgraph('notes', 'type Query { note: String must: String! }', {
    Query: { note: resolve, must: resolve },
  });
}

let running: RunningGateway | undefined;
async function start(...args: Parameters<typeof runGateway>): Promise<RunningGateway> {
  running = await runGateway(...args);
  return running;
}
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe('the viewer', () => {
  const identify = async ({ authorization }: { authorization?: string }) => {
    if (authorization === undefined) return { viewer: publicViewer, external: null };
    if (authorization === 'Bearer down') throw new HubError('HUB_UNAVAILABLE');
    if (authorization !== 'Bearer good') throw new HubError('UNAUTHENTICATED');
    return { viewer: caseworker, external };
  };

  test('travels to the subgraphs with languages, request id and deadline', async () => {
    const subgraph = notes();
    const { ask } = await start([subgraph], { identify });
    const headers = { authorization: 'Bearer good', 'accept-language': 'en;q=0.5, ar-MA, fr;q=0.8, *;q=0.1' };
    const { headers: answered } = await ask('{ note }', { headers });
    expect(subgraph.asked[0]?.claims).toEqual({
      viewer: caseworker,
      languages: ['ar-MA', 'fr', 'en'],
      requestId: answered.get('x-request-id'),
      deadline: expect.any(Number),
      network: '127.0.0.1',
      external,
    });
  });

  test('is the public without a token, and wants English unless said otherwise', async () => {
    const subgraph = notes();
    const { ask } = await start([subgraph], { identify });
    await ask('{ note }', { headers: { 'accept-language': '*' } });
    expect(subgraph.asked[0]?.claims).toMatchObject({ viewer: publicViewer, languages: ['en'] });
  });

  test('comes from a network: who has one address of IPv6 has many, and is slowed down for all of them', async () => {
    const subgraph = notes();
    const { ask } = await start([subgraph], { identify, trustedProxies: ['loopback'] });
    await ask('{ note }', { headers: { 'x-forwarded-for': '2001:db8:1:2:3::4' } });
    expect(subgraph.asked[0]?.claims.network).toBe('2001:db8:1:2::/64');
  });

  test('with a bad token is refused before any GraphQL work', async () => {
    const subgraph = notes();
    const { ask, log } = await start([subgraph], { identify });
    const answer = await ask('{ this is not even a query', { headers: { authorization: 'Bearer bad' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.errors?.[0].extensions).toEqual({ code: 'UNAUTHENTICATED', requestId: expect.any(String) });
    expect(subgraph.asked).toEqual([]);
    expect(log.find(({ msg }) => msg === 'refused a token')).toMatchObject({ address: '127.0.0.1' });
  });

  test('cannot be read while the database is down', async () => {
    const { ask } = await start([notes()], { identify });
    const answer = await ask('{ note }', { headers: { authorization: 'Bearer down' } });
    expect(answer.status).toBe(503);
    expect(answer.errors?.[0].extensions.code).toBe('HUB_UNAVAILABLE');
    expect((await ask('{ note }')).data).toEqual({ note: 'a note' });
  });

  test('comes from the address that a trusted proxy names, and from no other', async () => {
    const headers = { authorization: 'Bearer bad', 'x-forwarded-for': '203.0.113.9' };
    const trusting = await runGateway([notes()], { identify, trustedProxies: ['loopback'] });
    await trusting.ask('{ note }', { headers });
    await trusting.stop();
    const { ask, log } = await start([notes()], { identify });
    await ask('{ note }', { headers });
    const addresses = [trusting.log, log].map((lines) => lines.find(({ address }) => address)?.address);
    expect(addresses).toEqual(['203.0.113.9', '127.0.0.1']);
  });
});

describe('errors', () => {
  const sql = 'relation "legal.case" at 10.1.2.3:5432 violates /srv/app/secret.js select * from person';

  test.each([
    ['an exception', () => new Error(sql)],
    [
      'a GraphQL error with extras',
      () => new GraphQLError(sql, { extensions: { code: 'ECONNREFUSED', stacktrace: [sql], query: sql } }),
    ],
    [
      'an error that claims to be internal',
      () => new GraphQLError(sql, { extensions: { code: 'INTERNAL_SERVER_ERROR', detail: sql } }),
    ],
    [
      'an error with a code and a foreign message',
      () => new GraphQLError(sql, { extensions: { code: 'FORBIDDEN', exception: sql } }),
    ],
  ])('of a resolver leak nothing: %s', async (_, make) => {
    const { ask, log } = await start([
      notes(() => {
        throw make();
      }),
    ]);
    const { text, errors, data, headers } = await ask('{ note }');
    expect(data).toEqual({ note: null });
    expect(text).not.toMatch(/legal|10\.1|secret|select|serviceName|notes|ECONN/);
    expect(errors).toEqual([
      {
        message: expect.any(String),
        path: ['note'],
        extensions: {
          code: expect.stringMatching(/^(FORBIDDEN|INTERNAL_SERVER_ERROR)$/),
          requestId: expect.any(String),
        },
      },
    ]);
    if (errors?.[0].extensions.code === 'INTERNAL_SERVER_ERROR') {
      const line = log.find(({ msg }) => msg === 'masked an unexpected error');
      expect(line).toMatchObject({
        requestId: headers.get('x-request-id'),
        subgraph: 'notes',
        err: { message: sql },
      });
    }
  });

  test('keep the code and detail that a subgraph gave them', async () => {
    const { ask } = await start([
      notes(() => {
        throw new HubError('INVALID_ID', 'Expected an id of an organization.');
      }),
    ]);
    expect((await ask('{ note }')).errors).toEqual([
      {
        message: 'The id is not of the expected kind.',
        path: ['note'],
        extensions: {
          code: 'INVALID_ID',
          detail: 'Expected an id of an organization.',
          requestId: expect.any(String),
        },
      },
    ]);
  });

  test('a null where the schema allows none is a null, and no extension tells of it', async () => {
    const subgraph = notes();
    const { ask } = await start([subgraph]);
    subgraph.execute = async () => ({ data: { must: null } });
    expect((await ask('{ must }')).text).toBe('{"data":null}\n');
  });

  test.each([
    ['ar', 'الاستعلام لا يطابق المخطط.', 'ar'],
    ['ar-LB,en;q=0.9', 'الاستعلام لا يطابق المخطط.', 'ar'],
    ['fr, ar;q=0.5', 'الاستعلام لا يطابق المخطط.', 'ar'],
    ['en-GB, ar;q=0.9', 'The query does not fit the schema.', 'en'],
    ['fr', 'The query does not fit the schema.', 'en'],
    ['', 'The query does not fit the schema.', 'en'],
    ['xx-$(rm), \u00e9', 'The query does not fit the schema.', 'en'],
  ])('speak the language of the viewer: %p', async (wanted, message, language) => {
    const { ask } = await start([notes()]);
    const headers = { 'accept-language': Buffer.from(wanted).toString('latin1') };
    const answer = await ask('{ nothing }', { headers });
    expect(answer.errors?.[0]).toMatchObject({
      message,
      extensions: { detail: 'Cannot query field "nothing" on type "Query".' },
    });
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
  });

  test('of requests that Apollo does not begin with speak it too', async () => {
    const { url } = await start([notes()]);
    const { errors, headers } = await post(url, '{"variables":{}}', { 'accept-language': 'ar' });
    expect(errors?.[0]).toMatchObject({
      message: 'الطلب ليس طلب GraphQL صالحًا.',
      extensions: { code: 'BAD_REQUEST', requestId: headers.get('x-request-id') },
    });
  });

  test('of requests at the same time do not mix up their languages', async () => {
    const { ask } = await start([
      notes(async () => {
        await wait(20);
        throw new Error('x');
      }),
    ]);
    const wanted = Array.from({ length: 20 }, (_, i) => (i % 2 ? 'ar' : 'en'));
    const answers = await Promise.all(
      wanted.map((language) => ask('{ note }', { headers: { 'accept-language': language } })),
    );
    expect(
      answers.map(({ errors }) => (/\p{Script=Arabic}/u.test(errors?.[0].message) ? 'ar' : 'en')),
    ).toEqual(wanted);
    expect(new Set(answers.map(({ errors }) => errors?.[0].extensions.requestId)).size).toBe(20);
  });
});

describe('the request id', () => {
  test('is ours, whatever the client sends', async () => {
    const { ask } = await start([notes()]);
    const { headers } = await ask('{ note }', { headers: { 'x-request-id': 'chosen' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the media type', () => {
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['text/html', 'application/json'],
    ['multipart/mixed', 'application/json'],
  ])('for %p is %p', async (accept, type) => {
    const { url } = await start([notes()]);
    for (const body of ['{"query":"{ note }"}', '{']) {
      const answer = await post(url, body, accept ? { accept } : {});
      expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    }
  });
});

describe('other sites', () => {
  const preflight = {
    origin: 'https://tool.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };

  test('may ask when they are allowed', async () => {
    const { url, ask } = await start([notes()], { allowedOrigins: ['https://tool.example'] });
    const asked = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: preflight });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://tool.example');
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await ask('{ note }', { headers: { origin: 'https://tool.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://tool.example');
    expect(answer.headers.get('vary')).toMatch(/Origin/);
  });

  test.each([
    ['another origin', ['https://tool.example'], 'https://evil.example'],
    ['no list', [], 'https://tool.example'],
  ])('may not with %s', async (_, allowedOrigins, origin) => {
    const { url, ask } = await start([notes()], { allowedOrigins });
    const asked = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { ...preflight, origin } });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    expect(
      (await ask('{ note }', { headers: { origin } })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });

  test('OPTIONS without a preflight names the methods', async () => {
    const { url } = await start([notes()]);
    const answer = await fetch(`${url}/graphql`, { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, POST, OPTIONS']);
  });
});

test('answers carry the headers that keep browsers from misusing them', async () => {
  const { ask } = await start([notes()]);
  const { headers } = await ask('{ note }');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-powered-by')).toBeNull();
});
