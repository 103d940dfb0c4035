import { getIntrospectionQuery } from 'graphql';
import { type Answer, fakeSubgraph, post, type RunningGateway, read, runGateway } from './gateway-testkit';

const shop = () =>
  fakeSubgraph(
    'shop',
    `scalar DateTime
     enum Size { SMALL LARGE }
     input Filter { first: Int size: Size since: DateTime }
     type Query { node(id: ID, first: Int, filter: Filter, since: DateTime): Node me: Node }
     type Node { id: ID! child: Node name: String }
     type Mutation { rename(name: String!): Node }`,
    {
      Query: { node: () => ({ id: '1' }), me: () => ({ id: 'me' }) },
      Mutation: { rename: () => ({ id: '1' }) },
    },
  );

let subgraph: ReturnType<typeof shop>;
let running: RunningGateway;
beforeAll(async () => {
  subgraph = shop();
  running = await runGateway([subgraph], { introspection: true });
});
afterAll(() => running.stop());
beforeEach(() => {
  subgraph.asked.length = 0;
});

const deep = (levels: number) => `{ node { ${'child { '.repeat(levels)} id ${'} '.repeat(levels)} } }`;
const aliased = (count: number) =>
  `{ node { ${Array.from({ length: count }, (_, i) => `a${i}: id`).join(' ')} } }`;

/** What is sent, and the status, code and detail it is refused with. */
const badBodies: [string, string, number, string, RegExp | undefined][] = [
  ['malformed JSON', '{"query": "{ me { secret-word', 400, 'BAD_REQUEST', /^The body is not valid JSON\.$/],
  ['an empty body', '', 400, 'BAD_REQUEST', /not valid JSON/],
  ['null', 'null', 400, 'BAD_REQUEST', /must be an object/],
  [
    'a batch',
    JSON.stringify([{ query: '{ me { id } }' }, { query: '{ me { id } }' }]),
    400,
    'BAD_REQUEST',
    /Several/,
  ],
  ['no query', '{"variables": {}}', 400, 'BAD_REQUEST', /non-empty `query`/],
  ['a query that is no string', '{"query": 7}', 400, 'BAD_REQUEST', /must be strings/],
  [
    'variables that are no object',
    '{"query": "{ me { id } }", "variables": "x"}',
    400,
    'BAD_REQUEST',
    /variables/,
  ],
  [
    'a persisted query',
    '{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}}',
    400,
    'PERSISTED_QUERY_NOT_SUPPORTED',
    /^PersistedQueryNotSupported$/,
  ],
  [
    'a syntax error',
    query('{ me { id }'),
    400,
    'GRAPHQL_PARSE_FAILED',
    /^Syntax Error: Expected Name, found <EOF>\.$/,
  ],
  [
    'a syntax error in a string',
    query('{ me "my secret" }'),
    400,
    'GRAPHQL_PARSE_FAILED',
    /^Syntax Error: .*String\.$/,
  ],
  [
    'an unknown field',
    query('{ me { nam } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /^Cannot query field "nam" on type "Node"\.$/,
  ],
  [
    'an unknown argument',
    query('{ node(idd: 1) { id } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /^Unknown argument "idd" on field "Query\.node"\.$/,
  ],
  [
    'a literal of the wrong type',
    query('{ node(first: "my secret") { id } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /^Int cannot represent non-integer value\.$/,
  ],
  [
    'an unknown enum value',
    query('{ node(filter: {size: MY_SECRET}) { id } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /^The value does not exist in the "Size" enum\.$/,
  ],
  [
    'a variable of the wrong type',
    query('query ($n: Int) { node(first: $n) { id } }', { n: 'my secret' }),
    400,
    'BAD_USER_INPUT',
    /^Variable "\$n" has an invalid value\. Int cannot represent non-integer value\.$/,
  ],
  [
    'a variable with a wrong enum',
    query('query ($f: Filter) { node(filter: $f) { id } }', { f: { size: 'my secret; at "x"; y' } }),
    400,
    'BAD_USER_INPUT',
    /^Variable "\$f" has an invalid value at "f\.size"\./,
  ],
  [
    'a variable with an unknown field',
    query('query ($f: Filter) { node(filter: $f) { id } }', { f: { colour: 'my secret' } }),
    400,
    'BAD_USER_INPUT',
    /^Variable "\$f" has an invalid value\. Field "colour" is not defined by type "Filter"\.$/,
  ],
  [
    'a missing variable',
    query('mutation ($n: String!) { rename(name: $n) { id } }'),
    400,
    'BAD_USER_INPUT',
    /"\$n" of required type "String!" was not provided/,
  ],
  [
    'an operation that is not there',
    JSON.stringify({ query: 'query A { me { id } } query B { me { id } }', operationName: 'C' }),
    400,
    'OPERATION_RESOLUTION_FAILURE',
    undefined,
  ],
  [
    'no choice of several operations',
    query('query A { me { id } } query B { me { id } }'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
    undefined,
  ],
  ['too deep a query', query(deep(20)), 400, 'QUERY_TOO_COMPLEX', /15 levels/],
  [
    'a deep query in fragments',
    query(
      `{ node { ...A } } fragment A on Node { child { child { child { child { child { child { ...B } } } } } } } fragment B on Node { child { child { child { child { child { child { child { child { child { id } } } } } } } } } }`,
    ),
    400,
    'QUERY_TOO_COMPLEX',
    /15 levels/,
  ],
  ['too many aliases', query(aliased(31)), 400, 'QUERY_TOO_COMPLEX', /30 aliases/],
  [
    'too many root fields',
    query(`{ ${Array.from({ length: 21 }, (_, i) => `a${i}: __typename`).join(' ')} }`),
    400,
    'QUERY_TOO_COMPLEX',
    /20 root fields/,
  ],
  ['too many tokens', query(`{ me { ${'id '.repeat(3000)} } }`), 400, 'QUERY_TOO_COMPLEX', /tokens/],
  ['fragments that multiply', query(bomb(14)), 400, 'QUERY_TOO_COMPLEX', undefined],
  [
    '10 MB',
    query(`{ me { id } } # ${'x'.repeat(10 * 1024 * 1024)}`),
    413,
    'PAYLOAD_TOO_LARGE',
    /1048576 bytes/,
  ],
];

function query(text: string, variables?: object): string {
  return JSON.stringify({ query: text, ...(variables && { variables }) });
}

/** Each fragment spreads the next one twice: 2^n selections in n lines. */
function bomb(fragments: number): string {
  const lines = Array.from(
    { length: fragments },
    (_, i) => `fragment F${i} on Node { id ...F${i + 1} ...F${i + 1} }`,
  );
  return `{ node { ...F0 } } ${lines.join(' ')} fragment F${fragments} on Node { id }`;
}

function expectRefusal(answer: Answer, status: number, code: string): void {
  expect(answer.errors?.[0]?.extensions?.code).toBe(code);
  expect(answer.status).toBe(status);
  expect(answer.data).toBeUndefined();
  expect(answer.errors?.[0].extensions.requestId).toBe(answer.headers.get('x-request-id'));
}

test.each(badBodies)('refuses %s', async (_, body, status, code, detail) => {
  const answer = await post(running.url, body);
  expectRefusal(answer, status, code);
  if (detail) expect(answer.errors?.[0].extensions.detail).toMatch(detail);
  expect(answer.text).not.toMatch(/secret|Did you mean|node_modules/i);
  expect(subgraph.asked).toEqual([]);
});

test.each([
  ['unknown fields', `{ me { ${Array.from({ length: 2000 }, (_, i) => `n${i}`).join(' ')} } }`],
  ['unknown directives', `{ me { id ${'@x'.repeat(1000)} } }`],
])('tells the first few mistakes of thousands: %s', async (_, text) => {
  const { status, errors = [] } = await post(running.url, query(text));
  expect(status).toBe(400);
  // The last one says that nobody looked for more.
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array(6).fill('GRAPHQL_VALIDATION_FAILED'));
});

test.each([
  ['form data', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['plain text', { 'content-type': 'text/plain' }],
  ['plain text from a browser that tries', { 'content-type': 'text/plain', 'apollo-require-preflight': '1' }],
  ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
  ['a compressed body', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ['no content type', { 'content-type': '' }],
])('refuses a POST with %s', async (_, headers) => {
  expectRefusal(await post(running.url, query('{ me { id } }'), headers), 415, 'UNSUPPORTED_MEDIA_TYPE');
});

describe('GET', () => {
  const get = async (parameters: Record<string, string>, headers: Record<string, string>) =>
    read(await fetch(`${running.url}/graphql?${new URLSearchParams(parameters)}`, { headers }));
  const preflighted = { 'apollo-require-preflight': '1' };

  test('takes a query', async () => {
    const { data } = await get(
      { query: 'query ($a: ID) { node(id: $a) { id } }', variables: '{"a":"1"}' },
      preflighted,
    );
    expect(data).toEqual({ node: { id: '1' } });
  });

  test('refuses what a page of another site could send', async () => {
    expectRefusal(await get({ query: '{ me { id } }' }, {}), 400, 'CSRF_REFUSED');
    expect(subgraph.asked).toEqual([]);
  });

  test('refuses a mutation', async () => {
    const answer = await get({ query: 'mutation { rename(name: "x") { id } }' }, preflighted);
    expectRefusal(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers.get('allow')).toBe('POST');
    expect(subgraph.asked).toEqual([]);
  });

  test('refuses variables that are not JSON', async () => {
    expectRefusal(await get({ query: '{ me { id } }', variables: '{' }, preflighted), 400, 'BAD_REQUEST');
  });
});

test.each(['PUT', 'DELETE', 'PATCH'])('refuses %s', async (method) => {
  const answer = await read(await fetch(`${running.url}/graphql`, { method }));
  expectRefusal(answer, 405, 'METHOD_NOT_ALLOWED');
  expect(answer.headers.get('allow')).toContain('POST');
});

test.each([
  '/nothing',
  '/graphql/x',
  '//graphql',
  '/explorer/../../package.json',
  '/%',
])('has nothing at %s', async (path) => {
  expectRefusal(await read(await fetch(`${running.url}${path}`)), 404, 'NOT_FOUND');
});

test('takes what is just within the limits', async () => {
  for (const allowed of [deep(13), aliased(30), getIntrospectionQuery()]) {
    const { status, errors } = await post(running.url, query(allowed));
    expect([status, errors]).toEqual([200, undefined]);
  }
});

test('limits can be set for each gateway', async () => {
  const strict = await runGateway([shop()], { limits: { depth: 2, bodyBytes: 100 } });
  expectRefusal(await strict.ask('{ node { child { id } } }'), 400, 'QUERY_TOO_COMPLEX');
  expectRefusal(await strict.ask(`{ me { id } } # ${'x'.repeat(100)}`), 413, 'PAYLOAD_TOO_LARGE');
  await strict.stop();
});

test('a connection lives on after a refusal of a body that was read', async () => {
  await post(running.url, '{');
  expect((await running.ask('{ me { id } }')).data).toEqual({ me: { id: 'me' } });
});

test('without introspection the schema cannot be read', async () => {
  const closed = await runGateway([shop()], { introspection: false });
  expectRefusal(await closed.ask(getIntrospectionQuery()), 400, 'GRAPHQL_VALIDATION_FAILED');
  expectRefusal(await closed.ask('{ __type(name: "Node") { name } }'), 400, 'GRAPHQL_VALIDATION_FAILED');
  expect((await closed.ask('{ __typename me { __typename } }')).data).toEqual({
    __typename: 'Query',
    me: { __typename: 'Node' },
  });
  await closed.stop();
});
