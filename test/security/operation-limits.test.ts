import { type Answer, type AskOptions, startTestHub, type TestHub } from '../testkit/hub';

/** Small requests that ask for too much. They are refused before one statement has run for them. */
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('local');
});
afterAll(() => hub.close());

const repeat = (times: number, text: string) =>
  Array.from({ length: times }, (_, n) => text.replaceAll('#', String(n))).join(' ');

async function ask(query: string, variables?: object): Promise<Answer & { statements: number }> {
  hub.statements();
  const options: AskOptions = { as: 'mima:VIEWER', ...(variables && { variables }) };
  return { ...(await hub.ask(query, options)), statements: hub.statements().length };
}

async function expectRefusal(query: string, variables?: object, code = 'QUERY_TOO_COMPLEX'): Promise<void> {
  expectRefused(await ask(query, variables), code);
}

function expectRefused(answer: Answer & { statements: number }, code: string): void {
  const { status, data, errors = [], statements, text } = answer;
  expect({ status, data, statements }).toEqual({ status: 400, data: undefined, statements: 0 });
  expect(errors.map(({ extensions }) => extensions.code)).toContain(code);
  expect(text.length).toBeLessThan(30_000);
}

/** Variables as text: written from a value, one so deep would exceed the stack of the test itself. */
async function askWithVariables(query: string, variables: string): Promise<Answer & { statements: number }> {
  hub.statements();
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, ...JSON.parse(text), statements: hub.statements().length };
}

describe('pages in pages in pages', () => {
  const nested = (page: string, levels: number): string =>
    `events${page} { nodes { slug ${levels > 1 ? `organizer { ${nested(page, levels - 1)} }` : ''} } }`;
  /** The same shape, once so large that it must be refused and once so small that it must be answered. */
  const shapes: [string, (size: number) => { query: string; variables?: object }][] = [
    ['by literals', (size) => ({ query: `{ ${nested(`(first: ${size})`, 3)} }` })],
    [
      'by a variable',
      (size) => ({
        query: `query ($n: Int!) { ${nested('(first: $n)', 3)} }`,
        variables: { n: size },
      }),
    ],
    [
      'by the default of a variable',
      (size) => ({ query: `query ($n: Int! = ${size}) { ${nested('(first: $n)', 3)} }` }),
    ],
    ['by the default of the schema', (size) => ({ query: `{ ${nested('', size > 2 ? 4 : 1)} }` })],
    [
      'by the default of the schema, where a variable is left out',
      (size) => ({ query: `query ($n: Int) { ${nested('(first: $n)', size > 2 ? 4 : 1)} }` }),
    ],
    [
      'beside pages of a negative size',
      (size) => ({
        query: `{ ${size > 2 ? repeat(10, 'less#: events(first: -2000000000) { nodes { slug } }') : ''} ${nested(`(first: ${size})`, 3)} }`,
      }),
    ],
    [
      'in fragments',
      (size) => ({
        query: `{ ...A } fragment A on Query { events(first: ${size}) { ...B } } fragment B on EventConnection { nodes { organizer { ...C } } }
          fragment C on Organization { events(first: ${size}) { nodes { organizer { events(first: ${size}) { nodes { slug } } } } } }`,
      }),
    ],
    [
      'in the second of two operations',
      (size) => ({
        query: `query A { events(first: 1) { nodes { slug } } } query B { ${nested(`(first: ${size})`, 3)} }`,
      }),
    ],
  ];

  test.each(shapes)('%s are refused', async (what, shape) => {
    const { query, variables } = shape(100);
    if (what.includes('two operations')) {
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName: 'B' }),
      });
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }],
      });
    } else await expectRefusal(query, variables);
  });

  test.each(shapes.slice(0, -1))('%s are answered while they are small', async (_, shape) => {
    const { query, variables } = shape(2);
    const { data, errors } = await ask(query, variables);
    expect(errors).toBeUndefined();
    expect(data.events.nodes.length).toBeGreaterThan(0);
  });

  test('a list that does not say how long it is counts as long', async () => {
    const cost = async (args: string) => {
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `{ campaignCounts(by: COUNTRY${args}) { count } }`,
          extensions: { cost: true },
        }),
      });
      return ((await response.json()) as { extensions: { cost: { requested: number } } }).extensions.cost
        .requested;
    };
    expect([await cost(''), await cost(', first: null'), await cost(', first: 2')]).toEqual([201, 201, 103]);
  });
});

describe('fragments', () => {
  test.each([
    ['itself', '{ ...A } fragment A on Query { ...A }'],
    ['each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    [
      'each other from far below',
      '{ events { nodes { organizer { ...A } } } } fragment A on Organization { events { nodes { ...B } } } fragment B on Event { organizer { ...A ...A } }',
    ],
  ])('that spread %s are no query', async (_, query) => {
    await expectRefusal(query, undefined, 'GRAPHQL_VALIDATION_FAILED');
  });

  test('that spread each other a thousand times end', async () => {
    const fragments = repeat(200, 'fragment F# on Query { ...F0 ...F1 ...F199 }');
    const startedAt = performance.now();
    await expectRefusal(`{ ...F0 } ${fragments}`, undefined, 'GRAPHQL_VALIDATION_FAILED');
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe('names', () => {
  test.each([
    ['other names of __typename', repeat(31, 'a#: __typename'), ''],
    ['fields renamed to __typename', repeat(31, '__typename: slug'), ''],
    [
      'other names in fragments',
      repeat(11, '...A'),
      'fragment A on Event { a: __typename b: __typename c: slug }',
    ],
  ])('%s are too many', async (_, selection, fragment) => {
    await expectRefusal(`{ events(first: 1) { nodes { ${selection} } } } ${fragment}`);
  });

  test('thirty other names are not', async () => {
    const { errors } = await ask(`{ events(first: 1) { nodes { ${repeat(30, 'a#: __typename')} } } }`);
    expect(errors).toBeUndefined();
  });

  test('21 fields of a mutation are too many', async () => {
    await expectRefusal(`mutation { ${repeat(21, 'a#: signOut { userErrors { code } }')} }`);
  });

  test('the same field two thousand times is not compared with itself for ever', async () => {
    const startedAt = performance.now();
    const query = `{ events(first: 1) { nodes { ${repeat(2_000, 'slug')} } } }`;
    await expectRefusal(query, undefined, 'GRAPHQL_VALIDATION_FAILED');
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe('directives', () => {
  test.each([
    ['a thousand unknown ones', repeat(1_000, '@d#')],
    ['the same one four hundred times', repeat(400, '@include(if: true)')],
  ])('%s are no query', async (_, directives) => {
    await expectRefusal(
      `{ events(first: 1) { nodes { slug ${directives} } } }`,
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('one on each of two hundred fields is answered', async () => {
    const fields = repeat(200, '... @include(if: $yes) { slug }');
    const { data, errors } = await ask(
      `query ($yes: Boolean!) { events(first: 1) { nodes { ${fields} } } }`,
      {
        yes: true,
      },
    );
    expect(errors).toBeUndefined();
    expect(data.events.nodes).toHaveLength(1);
  });
});

describe('values', () => {
  const campaigns = (codes: string) => `{ campaigns(filter: { sdgTargets: ${codes} }) { totalCount } }`;
  const byVariable = 'query ($filter: CampaignFilter) { campaigns(filter: $filter) { totalCount } }';
  /** A scalar that only the subgraph knows; the gateway takes anything for one. */
  const onDay = (start: string) => `{ events(filter: { period: { start: ${start} } }) { totalCount } }`;
  const day = 'query ($day: LocalDate) { events(filter: { period: { start: $day } }) { totalCount } }';

  test('a list of a hundred is taken, one more is not: written out, as a variable, as its default', async () => {
    const codes = (count: number) => Array<string>(count).fill('10.2');
    const withDefault = (count: number) =>
      `query ($codes: [String!] = ${JSON.stringify(codes(count))}) { campaigns(filter: { sdgTargets: $codes }) { totalCount } }`;
    expect((await ask(campaigns(JSON.stringify(codes(100))))).errors).toBeUndefined();
    expect((await ask(byVariable, { filter: { sdgTargets: codes(100) } })).errors).toBeUndefined();
    expect((await ask(withDefault(100))).errors).toBeUndefined();
    await expectRefusal(campaigns(JSON.stringify(codes(101))));
    await expectRefusal(byVariable, { filter: { sdgTargets: codes(101) } });
    await expectRefusal(withDefault(101));
  });

  test('lists in lists are refused however deep they are', async () => {
    for (const levels of [9, 1_000]) await expectRefusal(onDay('['.repeat(levels) + ']'.repeat(levels)));
    for (const levels of [9, 1_000, 200_000]) {
      const variables = `{"day":${'['.repeat(levels)}${']'.repeat(levels)}}`;
      expectRefused(await askWithVariables(day, variables), 'QUERY_TOO_COMPLEX');
    }
  });

  test('objects in objects are refused however deep they are', async () => {
    const objects = (levels: number) => `${'{a:'.repeat(levels)}1${'}'.repeat(levels)}`;
    for (const levels of [9, 700]) await expectRefusal(onDay(objects(levels)));
    const variables = `{"filter":${objects(50_000).replaceAll('a', '"a"')}}`;
    expectRefused(await askWithVariables(byVariable, variables), 'QUERY_TOO_COMPLEX');
  });

  test('as many variables as one likes are not carried along', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_001 }, (_, n) => [`v${n}`, n]));
    await expectRefusal(byVariable, many);
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`v${n}`, Array(60).fill(n)]));
    await expectRefusal(byVariable, wide);
  });

  test('a null where the schema takes none is the client’s mistake', async () => {
    const query = 'query ($n: Int) { events(first: $n) { totalCount } }';
    await expectRefusal(query, { n: null }, 'BAD_USER_INPUT');
  });
});

test('nothing that is mistyped makes the hub suggest a name', async () => {
  for (const query of [
    '{ event { nodes { slug } } }',
    '{ events { nodes { slugg } } }',
    '{ events(frist: 1) { totalCount } }',
    '{ events(filter: { serch: "x" }) { totalCount } }',
    '{ campaignCounts(by: COUNTRIES) { count } }',
    'query ($f: EventFiler) { events(filter: $f) { totalCount } }',
    '{ events { nodes { slug @inclde(if: true) } } }',
    '{ events { ... on EventConection { totalCount } } }',
    'mutation { signin(input: { email: "a" }) { userErrors { code } } }',
  ]) {
    const { status, text } = await ask(query);
    expect(status).toBe(400);
    expect(text).not.toMatch(/did you mean|suggest/i);
  }
});
