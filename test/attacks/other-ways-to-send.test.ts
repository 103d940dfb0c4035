import { startTestHub, type TestHub, transports } from '../testkit/hub';
import { sendRaw } from './raw-request';

type Row = [string, string, (readonly [string, string])[], string | null, string?];

/**
 * What the page of another site can make a browser send without being asked. That a gateway takes no other media type is
 * in test/integration/gateway-bad-input.test.ts; here are mutations, over the real graph, that would change something.
 */
describe.each(transports)('over the %s transport, a mutation', (transport) => {
  let hub: TestHub;
  let token: string;
  beforeAll(async () => {
    hub = await startTestHub(transport);
    token = await hub.provenTokenFor('mima:ORG_ADMIN');
  });
  afterAll(() => hub.close());
  beforeEach(() => void hub.statements());

  const mutation =
    'mutation { apiClientCreate(input: { name: "smuggled" }) { client { id } userErrors { code } } }';
  const json = JSON.stringify({ query: mutation });
  const form = new URLSearchParams({ query: mutation }).toString();
  const parts = (type: string) =>
    [
      '--x',
      'Content-Disposition: form-data; name="operations"',
      `Content-Type: ${type}`,
      '',
      json,
      '--x',
      'Content-Disposition: form-data; name="map"',
      '',
      '{}',
      '--x--',
      '',
    ].join('\r\n');
  const asked = encodeURIComponent(mutation);
  const preflighted = ['Apollo-Require-Preflight', 'true'] as const;
  const typed = (type: string) => ['Content-Type', type] as const;

  it.each<Row>([
    ['in a form', '', [typed('application/x-www-form-urlencoded')], form],
    [
      'in a form that says it was asked before',
      '',
      [typed('application/x-www-form-urlencoded'), preflighted],
      form,
    ],
    ['in parts', '', [typed('multipart/form-data; boundary=x'), preflighted], parts('application/json')],
    ['as text', '', [typed('text/plain'), preflighted], json],
    ['as text that names JSON', '', [typed('text/plain; application/json'), preflighted], json],
    ['as two types at once', '', [typed('text/plain, application/json'), preflighted], json],
    ['as two headers of types', '', [typed('text/plain'), typed('application/json')], json],
    ['as GraphQL', '', [typed('application/graphql'), preflighted], mutation],
    ['as JSON of another kind', '', [typed('application/json-patch+json'), preflighted], json],
    ['without a type', '', [preflighted], json],
    ['in another alphabet', '', [typed('application/json; charset=utf-7')], json],
    ['compressed', '', [typed('application/json'), ['Content-Encoding', 'gzip']], json],
    ['by GET', `?query=${asked}`, [preflighted], null],
    ['by GET with a type', `?query=${asked}`, [typed('application/json')], null],
    [
      'by GET and a name',
      `?query=${encodeURIComponent(`query A { __typename } ${mutation.replace('mutation', 'mutation B')}`)}&operationName=B`,
      [preflighted],
      null,
    ],
    [
      'by GET that means POST',
      `?query=${asked}&_method=POST`,
      [preflighted, ['X-HTTP-Method-Override', 'POST']],
      null,
    ],
    ['in the address of an empty POST', `?query=${asked}`, [typed('application/json')], '{}'],
    ['in the address of a form', `?query=${asked}`, [typed('application/x-www-form-urlencoded')], ''],
    ['by PUT', '', [typed('application/json')], json, 'PUT'],
    ['by QUERY', '', [typed('application/json')], json, 'PROPFIND'],
    ['by HEAD', `?query=${asked}`, [preflighted], null, 'HEAD'],
    ['several at once', '', [typed('application/json')], `[${json}]`],
    [
      'by a hash',
      '',
      [typed('application/json')],
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
    ],
  ])('%s is not taken', async (...[, search, headers, body, method]: Row) => {
    const sent = [['Authorization', `Bearer ${token}`] as const, ...headers];
    const answer = await sendRaw(`${hub.url}/graphql${search}`, sent, body, method);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/cli_|"data":\{/);
    expect(hub.statements()).toEqual([]);
  });

  it('by GET and without a wish to be asked is not even a query', async () => {
    const query = `?query=${encodeURIComponent('{ __typename }')}`;
    const bare = await sendRaw(`${hub.url}/graphql${query}`, [['Authorization', `Bearer ${token}`]], null);
    expect([bare.status, JSON.parse(bare.text).errors[0].extensions.code]).toEqual([400, 'CSRF_REFUSED']);
    expect((await sendRaw(`${hub.url}/graphql${query}`, [preflighted], null)).status).toBe(200);
  });
});
