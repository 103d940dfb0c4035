import { GraphQLError } from 'graphql';
import { type ErrorCode, errorCodes, HubError } from '../../shared/errors';
import { publicViewer } from '../../shared/identity/viewer';
import {
  type Answer,
  fakeSubgraph,
  post,
  type RunningGateway,
  runGateway,
} from '../integration/gateway-testkit';

/**
 * GraphQL over HTTP goes by the entry `data`: an answer that has it has worked and is 200, also where errors left only
 * nulls in it; one that lacks it says by 4xx or 5xx whose fault that was.
 */
const codes = Object.keys(errorCodes) as ErrorCode[];
const refusals = codes.filter((code) => errorCodes[code].status !== 200);

let failing: ErrorCode;
let running: RunningGateway;
const fail = () => {
  throw new HubError(failing);
};
const sdl = 'type Query { may(id: ID): String must: String! } type Mutation { change: String }';
const subgraph = fakeSubgraph('notes', sdl, { Query: { may: fail, must: fail } });
const answers = subgraph.execute;

beforeAll(async () => {
  running = await runGateway([subgraph], {
    identify: async ({ authorization }) => {
      if (authorization) fail();
      return { viewer: publicViewer, external: null };
    },
  });
});
afterAll(() => running.stop());
beforeEach(() => {
  subgraph.execute = answers;
});

describe.each(['application/json', 'application/graphql-response+json'])('asked for %s', (accept) => {
  const ask = (query: string) => running.ask(query, { headers: { accept } });

  function expectRefused({ status, headers, errors, text }: Answer, code: ErrorCode): void {
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(status).toBe(errorCodes[code].status);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(text)).not.toHaveProperty('data');
    expect(headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  }

  test.each(refusals)('a request that is refused with %s has its status and no data', async (code) => {
    failing = code;
    const answer = await running.ask('{ may }', { headers: { accept, authorization: 'x' } });
    expectRefused(answer, code);
    if (answer.status === 401) expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    if (answer.status === 503) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test.each<[ErrorCode, object]>([
    ['BAD_REQUEST', {}],
    ['GRAPHQL_PARSE_FAILED', { query: '{' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
    ['BAD_USER_INPUT', { query: 'query ($id: ID!) { may(id: $id) }', variables: { id: null } }],
    ['OPERATION_RESOLUTION_FAILURE', { query: 'query A { may }', operationName: 'B' }],
    ['QUERY_TOO_COMPLEX', { query: `{ ${'may '.repeat(21)} }` }],
  ])('so has a document that is refused with %s', async (code, body) => {
    expectRefused(await post(running.url, JSON.stringify(body), { accept }), code);
  });

  test.each(codes)('a field that fails with %s leaves a null in an answer that has worked', async (code) => {
    failing = code;
    for (const [query, data] of [
      ['{ may }', { may: null }],
      ['{ must }', null],
    ] as const) {
      const answer = await ask(query);
      expect(answer).toMatchObject({ status: 200, data, errors: [{ extensions: { code } }] });
      expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    }
  });

  test.each(codes)('so does a subgraph that answers with %s and nothing else', async (code) => {
    subgraph.execute = async () => ({ errors: [new GraphQLError('', { extensions: { code } })] });
    expect(await ask('{ may }')).toMatchObject({ status: 200, data: { may: null } });
    expect(await ask('{ must }')).toMatchObject({ status: 200, data: null });
  });

  test('a method that is not taken is named beside those that are', async () => {
    const answer = await fetch(`${running.url}/graphql`, { method: 'PUT', headers: { accept } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
    const mutation = `${running.url}/graphql?query=mutation{change}`;
    const got = await fetch(mutation, { headers: { accept, 'graphql-require-preflight': 'true' } });
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
