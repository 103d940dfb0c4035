import { getIntrospectionQuery } from 'graphql';
import type { GatewayOptions } from '../../gateway/create-gateway';
import { documentId } from '../../gateway/documents/manifest';
import { publicViewer } from '../../shared/identity/viewer';
import { type Answer, fakeSubgraph, post, type RunningGateway, read, runGateway } from './gateway-testkit';

const notes = fakeSubgraph(
  'notes',
  'type Query { note(id: ID): Note } type Note { id: ID! next: Note } type Mutation { write(text: String): Note }',
  { Query: { note: (_: unknown, { id = '1' }) => ({ id }) }, Mutation: { write: () => ({ id: 'new' }) } },
);

const trusted = 'query One($id: ID = "1") {\n  note(id: $id) {\n    id\n  }\n}';
const mutation = 'mutation Write { write(text: "نص") { id } }';
const deep = 'query Deep { note { next { next { id } } } }';
const introspection = getIntrospectionQuery();
const bodies = new Map([trusted, mutation, deep, introspection].map((body) => [documentId(body), body]));
const id = documentId(trusted);
const unknown = documentId('query Unknown { note { id } }');
const untrusted = 'query Two { note { id } }';

let identified = 0;
const start = (required: boolean, options: Partial<GatewayOptions> = {}) =>
  runGateway([notes], {
    documents: { required, bodies },
    identify: async () => {
      identified += 1;
      return { viewer: publicViewer, external: null };
    },
    ...options,
  });

beforeEach(() => {
  notes.asked.length = 0;
  identified = 0;
});

const send = (running: RunningGateway, body: object, headers?: Record<string, string>) =>
  post(running.url, JSON.stringify(body), headers);
const get = async (running: RunningGateway, search: string) =>
  read(await fetch(`${running.url}/graphql?${search}`, { headers: { 'apollo-require-preflight': '1' } }));
const parameters = (values: Record<string, string>) => new URLSearchParams(values).toString();
const apollo = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });

function expectRefused(answer: Answer, code: string, detail?: RegExp): void {
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors![0].extensions.code).toBe(code);
  if (detail) expect(answer.errors![0].extensions.detail).toMatch(detail);
  expect(answer.status).toBe(400);
  expect(answer.data).toBeUndefined();
  expect(notes.asked).toEqual([]);
}

describe.each([
  ['allowed', false],
  ['required', true],
])('where trusted documents are %s', (_, required) => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await start(required);
  });
  afterAll(() => running.stop());

  test.each<[string, object]>([
    ['by its id', { documentId: `sha256:${id}` }],
    ['by its id beside an empty text', { documentId: `sha256:${id}`, query: '' }],
    ['as Apollo’s clients ask', { extensions: apollo(id) }],
    ['as they ask with a text', { extensions: apollo(id), query: trusted }],
    ['by its text', { query: trusted }],
  ])('one is asked for %s', async (_name, body) => {
    const { status, data } = await send(running, { ...body, variables: { id: '7' } });
    expect([status, data]).toEqual([200, { note: { id: '7' } }]);
  });

  test.each<[string, string]>([
    ['by its id', parameters({ documentId: `sha256:${id}`, variables: '{"id":"7"}' })],
    [
      'as Apollo’s clients ask',
      parameters({ extensions: JSON.stringify(apollo(id)), variables: '{"id":"7"}' }),
    ],
    ['by its text', parameters({ query: trusted, variables: '{"id":"7"}' })],
  ])('one is asked for by GET %s', async (_name, search) => {
    expect((await get(running, search)).data).toEqual({ note: { id: '7' } });
  });

  test('what else a request says of itself goes on', async () => {
    const answer = await send(running, { documentId: `sha256:${id}`, operationName: 'Other' });
    expectRefused(answer, 'OPERATION_RESOLUTION_FAILURE');
    const { extensions } = await send(running, { extensions: { ...apollo(id), cost: true } });
    expect(extensions).toMatchObject({ cost: { requested: expect.any(Number) } });
  });

  test('a mutation is written by POST and not by GET', async () => {
    const documentIdOfIt = `sha256:${documentId(mutation)}`;
    expect((await get(running, parameters({ documentId: documentIdOfIt }))).status).toBe(405);
    expect(notes.asked).toEqual([]);
    expect((await send(running, { documentId: documentIdOfIt })).data).toEqual({ write: { id: 'new' } });
  });

  test.each<[string, object]>([
    ['an id', { documentId: `sha256:${unknown}` }],
    ['an id of Apollo’s', { extensions: apollo(unknown) }],
  ])('%s that is not known is refused before anybody is asked who it is', async (_name, body) => {
    expectRefused(await send(running, body), 'PERSISTED_QUERY_NOT_FOUND');
    expect(identified).toBe(0);
  });

  test('the refusal is said in both languages', async () => {
    const sentences = await Promise.all(
      ['en', 'ar'].map(async (language) => {
        const answer = await send(
          running,
          { documentId: `sha256:${unknown}` },
          { 'accept-language': language },
        );
        return answer.errors![0].message;
      }),
    );
    expect(sentences).toEqual([
      'The hub knows no operation by this id.',
      'لا يعرف المركز عملية بهذا المعرّف.',
    ]);
  });

  test.each<[string, unknown]>([
    ['a number', 7],
    ['true', true],
    ['empty', ''],
    ['a list', [`sha256:${id}`]],
    ['an object', { toString: `sha256:${id}` }],
    ['without its prefix', id],
    ['of another prefix', `md5:${id}`],
    ['in capitals', `sha256:${id.toUpperCase()}`],
    ['too short', `sha256:${id.slice(1)}`],
    ['on two lines', `sha256:${id}\n`],
    ['of the prototype', '__proto__'],
    ['a method', 'constructor'],
  ])('an id that is %s is no id', async (_name, value) => {
    expectRefused(await send(running, { documentId: value }), 'BAD_REQUEST', /^`documentId` must be/);
    const hash = typeof value === 'string' ? value.replace('sha256:', '') : value;
    if (hash === id) return;
    expectRefused(await send(running, { extensions: apollo(hash) }), 'BAD_REQUEST', /`sha256Hash`/);
  });

  test.each<[string, object, RegExp]>([
    ['of another version', { extensions: apollo(id, 2) }, /version 1/],
    ['without a hash', { extensions: { persistedQuery: { version: 1 } } }, /`sha256Hash`/],
    ['that is no object', { extensions: { persistedQuery: `${id}` } }, /`sha256Hash`/],
    ['beside another', { documentId: `sha256:${id}`, extensions: apollo(id) }, /not two/],
    ['of another text', { documentId: `sha256:${unknown}`, query: trusted }, /not the one of the text/],
    [
      'of something that is no text',
      { documentId: `sha256:${id}`, query: { kind: 'Document' } },
      /not the one/,
    ],
  ])('an id %s is refused', async (_name, body, detail) => {
    expectRefused(await send(running, body), 'BAD_REQUEST', detail);
  });

  test.each(['query', 'documentId', 'extensions'])('a GET has one %s', async (name) => {
    const twice = `${parameters({ documentId: `sha256:${id}` })}&${name}=%7B%7D&${name}=%7B%7D`;
    expectRefused(await get(running, twice), 'BAD_REQUEST', /may come once/);
  });

  test('limits and introspection hold for them as well', async () => {
    const strict = await start(required, { limits: { depth: 2 } });
    const answer = await send(strict, { documentId: `sha256:${documentId(deep)}` });
    await strict.stop();
    expectRefused(answer, 'QUERY_TOO_COMPLEX');
    for (const body of [{ documentId: `sha256:${documentId(introspection)}` }, { query: introspection }]) {
      const { errors, status } = await send(running, body);
      expect([status, errors?.[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    }
  });

  test('they are paid for', async () => {
    const poor = await start(required, { rates: { address: 100 } });
    expect((await send(poor, { documentId: `sha256:${id}` })).status).toBe(429);
    await poor.stop();
  });
});

describe('a text that is not trusted', () => {
  test('is run where it is allowed, and is not registered', async () => {
    const running = await start(false);
    const hash = documentId(untrusted);
    expect((await send(running, { query: untrusted })).data).toEqual({ note: { id: '1' } });
    expect((await send(running, { query: untrusted, extensions: apollo(hash) })).data).toEqual({
      note: { id: '1' },
    });
    notes.asked.length = 0;
    expectRefused(await send(running, { extensions: apollo(hash) }), 'PERSISTED_QUERY_NOT_FOUND');
    expectRefused(await send(running, { documentId: `sha256:${hash}` }), 'PERSISTED_QUERY_NOT_FOUND');
    await running.stop();
  });

  describe('is refused before it is read, where they are required:', () => {
    let running: RunningGateway;
    beforeAll(async () => {
      running = await start(true);
    });
    afterAll(() => running.stop());

    test.each<[string, object]>([
      ['another operation', { query: untrusted }],
      ['one with a hash', { query: untrusted, extensions: apollo(documentId(untrusted)) }],
      ['one beside the id of a trusted one', { query: untrusted, documentId: `sha256:${id}` }],
      ['a trusted one with one more space', { query: `${trusted} ` }],
      ['a trusted one with another', { query: `${trusted}\n${untrusted}`, operationName: 'One' }],
      ['no GraphQL at all', { query: '{' }],
      ['the name of a property', { query: '__proto__' }],
    ])('%s', async (_name, body) => {
      expectRefused(await send(running, body), 'DOCUMENT_NOT_TRUSTED');
      expect(identified).toBe(0);
    });

    test('by GET too', async () => {
      expectRefused(await get(running, parameters({ query: untrusted })), 'DOCUMENT_NOT_TRUSTED');
      expectRefused(
        await get(running, parameters({ query: untrusted, documentId: `sha256:${id}` })),
        'DOCUMENT_NOT_TRUSTED',
      );
      expectRefused(
        await get(running, `${parameters({ query: trusted })}&${parameters({ query: untrusted })}`),
        'BAD_REQUEST',
      );
    });

    test.each<[string, object]>([
      ['nothing', {}],
      ['an empty text', { query: '' }],
      ['a document as an object', { query: { kind: 'Document' } }],
      ['a list of texts', { query: [untrusted] }],
    ])('%s is a bad request still', async (_name, body) => {
      expectRefused(await send(running, body), 'BAD_REQUEST');
    });

    test('the address of a POST counts for nothing', async () => {
      const answer = await read(
        await fetch(`${running.url}/graphql?${parameters({ query: untrusted })}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ documentId: `sha256:${id}` }),
        }),
      );
      expect(answer.data).toEqual({ note: { id: '1' } });
    });

    test('the refusal is said in Arabic', async () => {
      const { errors } = await send(running, { query: untrusted }, { 'accept-language': 'ar' });
      expect(errors![0].message).toBe('لا ينفّذ المركز إلا العمليات المسجّلة مسبقًا، وهذه ليست منها.');
    });
  });
});

describe('where trusted documents are switched off', () => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await runGateway([notes]);
  });
  afterAll(() => running.stop());

  test('an id is refused, and beside a text it is an unknown property', async () => {
    // Apollo's clients know this code, and send the text from then on.
    for (const refused of [
      await send(running, { documentId: `sha256:${id}` }),
      await get(running, parameters({ documentId: `sha256:${id}` })),
      await send(running, { extensions: apollo(id) }),
      await send(running, { query: trusted, extensions: apollo(id) }),
    ]) {
      expectRefused(refused, 'PERSISTED_QUERY_NOT_SUPPORTED');
    }
    expect((await send(running, { query: trusted, documentId: 7 })).data).toEqual({ note: { id: '1' } });
  });
});
