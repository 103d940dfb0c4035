import { createServer } from 'node:http';
import { parse, validate } from 'graphql';
import pino from 'pino';
import { createGateway, type Gateway } from '../../gateway/create-gateway';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { publicViewer } from '../../shared/identity/viewer';
import { subgraphs } from '../../subgraphs/registry';
import { listen, post } from '../integration/gateway-testkit';
import { clientSchema } from '../testkit/schema-arguments';

/** The real graph as a hub in production serves it; subgraphs that would answer anything. */
describe('to a client of a hub in production', () => {
  let gateway: Gateway;
  let url: string;
  let stop: () => void;
  let asked: string[] = [];
  beforeAll(async () => {
    gateway = await createGateway({
      supergraphSdl: { file: supergraphFile() },
      subgraphs: Object.fromEntries(
        subgraphs.map(({ name }) => [
          name,
          async ({ query }) => {
            asked.push(query);
            return { data: { _service: { sdl: 'type Query' }, _entities: [{ ref: 'x' }] } };
          },
        ]),
      ),
      identify: async () => ({ viewer: publicViewer, external: null }),
      logger: pino({ level: 'silent' }),
    });
    const { server, url: at } = await listen(createServer(gateway.handler));
    url = at;
    stop = () => server.close().closeAllConnections();
  });
  afterAll(async () => {
    stop();
    await gateway.close();
  });
  beforeEach(() => {
    asked = [];
  });
  const ask = (query: string, variables?: object) => post(url, JSON.stringify({ query, variables }));

  it.each([
    ['_service', '{ _service { sdl } }'],
    [
      '_entities',
      '{ _entities(representations: [{ __typename: "Campaign", ref: "cmp_1" }]) { __typename } }',
    ],
    ['_entities under another name', '{ a: _entities(representations: []) { ... on Campaign { ref } } }'],
    ['a key between subgraphs', '{ campaigns(first: 1) { nodes { ref } } }'],
    ['a key in a fragment', '{ campaigns(first: 1) { nodes { ...F } } } fragment F on Campaign { ref }'],
    ['the type behind it', '{ ... on _Service { sdl } }'],
    ['the schema', '{ __schema { types { name } } }'],
    ['a type', '{ __type(name: "Campaign") { fields { name } } }'],
    ['a type under another name', '{ x: __type(name: "Mutation") { name } }'],
    ['the schema in a fragment', '{ ...F } fragment F on Query { __schema { queryType { name } } }'],
    ['the schema that is left out at run time', '{ __schema @include(if: false) { types { name } } }'],
  ])('%s is closed', async (_what, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.errors!.map(({ extensions }) => extensions.code)).toEqual(
      answer.errors!.map(() => 'GRAPHQL_VALIDATION_FAILED'),
    );
    expect(answer.data).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('gives __typename and nothing more of itself', async () => {
    expect((await ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  /** Each is a name but for its last letter, or two letters of it the other way round. */
  const guesses = Object.values(clientSchema.getQueryType()!.getFields()).flatMap(({ name, args }) => [
    `{ ${name}x { __typename } }`,
    `{ ${name.slice(0, -1)} { __typename } }`,
    ...args.map((argument) => `{ ${name}(${argument.name}x: 1) { __typename } }`),
  ]);
  const others = [
    '{ campaigns(first: 1) { nodes { titel { value } internl { strategy { value } } } } }',
    '{ campaigns(first: 1) { nodse { id } } }',
    '{ campaignCounts(by: KIDN) { count } }',
    'query ($v: CampaignFiltr) { campaigns(first: 1, filter: $v) { totalCount } }',
    '{ campaigns(first: 1, filter: { serch: "x" }) { totalCount } }',
    '{ campaigns(first: 1) { nodes { ... on Campain { id } } } }',
    '{ campaigns(first: 1) { nodes { ...Fx } } } fragment F on Campaign { id }',
    '{ campaigns(first: 1) @inclde(if: true) { totalCount } }',
    'mutation { signI(input: {}) { userErrors { code } } }',
    'mutation { signIn(input: { emal: "x" }) { userErrors { code } } }',
    'mutation { agreementPropose(input: { maximumLevel: COALITIO }) { userErrors { code } } }',
    '{ ogranization { id } organizaton { id } }',
  ];

  it('suggests no name for a field, argument, enum, input or directive that is nearly right', async () => {
    // GraphQL itself would: without that the test would show nothing.
    const suggesting = others.filter((query) =>
      validate(clientSchema, parse(query)).some(({ message }) => /Did you mean/.test(message)),
    );
    expect(suggesting.length).toBeGreaterThan(7);
    expect(guesses.length).toBeGreaterThan(100);
    for (const query of [...others, ...guesses]) {
      const answer = await ask(query);
      expect({ query, status: answer.status }).toEqual({ query, status: 400 });
      expect(answer.text).not.toMatch(/did you mean/i);
      const written = new Set(query.match(/\w+/g));
      for (const { extensions } of answer.errors!) {
        // Names in quotation marks are those that the client wrote itself, and the type in which they were looked for.
        // What is required is told: a client must learn what it forgot.
        const detail = / is required|of required type/.test(extensions.detail) ? '' : extensions.detail;
        const named = [...(detail ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name);
        const fresh = named.filter((name) => !written.has(String(name).replace(/^[@$]|[![\]]/g, '')));
        const known = fresh.filter(
          (name) => name.includes('.') || !clientSchema.getType(name.replace(/[![\]]/g, '')),
        );
        expect({ query, known: known.filter((name) => !/^(Query|Mutation)\./.test(name)) }).toEqual({
          query,
          known: [],
        });
      }
    }
  });

  it('suggests none for values in variables', async () => {
    for (const [type, value] of [
      ['CampaignGrouping', 'KIN'],
      ['EventOrder', 'NAM'],
      ['SharingLevel', 'PUBLC'],
      ['CampaignFilter', { serch: 'x' }],
      ['PeriodInput', { yaer: 2025 }],
    ] as const) {
      const answer = await ask(`query ($v: ${type}) { ${uses(type)} }`, { v: value });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/did you mean/i);
    }
  });

  const uses = (type: string) =>
    ({
      CampaignGrouping: 'campaignCounts(by: $v) { count }',
      EventOrder: 'events(first: 1, orderBy: $v) { totalCount }',
      SharingLevel: '__typename',
      CampaignFilter: 'campaigns(first: 1, filter: $v) { totalCount }',
      PeriodInput: 'campaigns(first: 1, filter: { period: $v }) { totalCount }',
    })[type];
});
