import { setTimeout as wait } from 'node:timers/promises';
import { type FakeSubgraph, fakeSubgraph, type RunningGateway, runGateway } from './gateway-testkit';

const sharedReport = 'type Report @key(fields: "id") { id: ID! ';

function reportPart(name: string, field: string, report: () => unknown = () => ({ id: '1', [field]: 7 })) {
  return fakeSubgraph(
    name,
    `type Query { impactReport(id: ID!): Report @shareable } ${sharedReport} ${field}: Int }`,
    { Query: { impactReport: report }, Report: { __resolveReference: report } },
  );
}

const organizations = () =>
  fakeSubgraph(
    'members',
    'type Query { organization(id: ID!): Organization } type Organization @key(fields: "id") { id: ID! name: String }',
    {
      Query: { organization: (_: unknown, { id }: { id: string }) => ({ id, name: `name ${id}` }) },
      Organization: {
        // Asynchronous on purpose: what a reference resolver throws synchronously costs all of `_entities`.
        __resolveReference: async ({ id }: { id: string }) => {
          if (id === 'broken') throw new Error('no such row');
          return { id, name: `name ${id}` };
        },
      },
    },
  );

const events = (organizers: string[]) =>
  fakeSubgraph(
    'events',
    `type Query { events: [Event!] } type Event @key(fields: "id") { id: ID! organizer: Organization }
     type Organization @key(fields: "id", resolvable: false) { id: ID! }`,
    { Query: { events: () => organizers.map((id, index) => ({ id: String(index), organizer: { id } })) } },
  );

const dead: FakeSubgraph['execute'] = async () => ({
  errors: [
    { message: 'connect ECONNREFUSED 10.0.0.7:4001', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } } as never,
  ],
});

describe('partial data', () => {
  let running: RunningGateway | undefined;
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });

  // Each in turn: the one that the planner asks first must not be the one that all depends on.
  test.each([
    ['members', { staff: null, cases: 7, bills: 7 }],
    ['legal', { staff: 7, cases: null, bills: 7 }],
    ['campaigns', { staff: 7, cases: 7, bills: null }],
  ])('a root field of several subgraphs keeps the other parts when %s is dead', async (victim, parts) => {
    const all = [
      reportPart('members', 'staff'),
      reportPart('legal', 'cases'),
      reportPart('campaigns', 'bills'),
    ];
    running = await runGateway(all);
    for (const subgraph of all) if (subgraph.name === victim) subgraph.execute = dead;
    const { data, errors } = await running.ask('{ impactReport(id: "1") { staff cases bills } }');
    expect(data).toEqual({ impactReport: parts });
    expect(errors).toEqual([
      {
        message: 'A part of the hub is not available right now; its fields are missing.',
        path: ['impactReport'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: victim, requestId: expect.any(String) },
      },
    ]);
  });

  test.each([
    'first',
    'last',
  ])('a subgraph that answers null %s does not wipe out the others', async (when) => {
    const slowly = async (value: unknown) => {
      if (when === 'last') await wait(50);
      return value;
    };
    const members = reportPart('members', 'staff');
    const legal = reportPart('legal', 'cases', () =>
      slowly(null).then(() => {
        throw new Error('relation "cases" does not exist');
      }),
    );
    running = await runGateway([members, legal]);
    const { data, errors } = await running.ask('{ impactReport(id: "1") { staff cases } }');
    expect(data).toEqual({ impactReport: { staff: 7, cases: null } });
    expect(errors?.[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  test('a root field that every subgraph answers with null is null', async () => {
    running = await runGateway([reportPart('members', 'staff', () => null)]);
    const { data, errors } = await running.ask('{ impactReport(id: "1") { staff } }');
    expect(data).toEqual({ impactReport: null });
    expect(errors).toBeUndefined();
  });

  test('a subgraph that misses its deadline costs its fields only', async () => {
    const members = organizations();
    running = await runGateway([members, events(['a'])], { limits: { subgraphTimeout: 100 } });
    members.execute = () => wait(3_000, { data: {} }, { ref: false });
    const startedAt = Date.now();
    const { status, data, errors } = await running.ask('{ events { id organizer { name } } }');
    expect(Date.now() - startedAt).toBeLessThan(1_500);
    expect(status).toBe(200);
    expect(data).toEqual({ events: [{ id: '0', organizer: { name: null } }] });
    expect(errors).toMatchObject([
      { path: ['events'], extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'members' } },
    ]);
  });

  test('the subgraph is told its deadline', async () => {
    const members = organizations();
    running = await runGateway([members], { limits: { subgraphTimeout: 100, requestTimeout: 1_000 } });
    const before = Date.now();
    await running.ask('{ organization(id: "a") { name } }');
    const { deadline } = members.asked[0]!.claims;
    expect(deadline - before).toBeGreaterThan(50);
    expect(deadline - Date.now()).toBeLessThanOrEqual(100);
  });

  test('the deadline of the whole request covers calls that follow each other', async () => {
    const members = organizations();
    const busy = events(['a']);
    running = await runGateway([members, busy], { limits: { subgraphTimeout: 400, requestTimeout: 450 } });
    const answerEvents = busy.execute;
    busy.execute = async (request, claims) => {
      await wait(300);
      return answerEvents(request, claims);
    };
    members.execute = () => wait(3_000, { data: {} }, { ref: false });
    const startedAt = Date.now();
    const { errors } = await running.ask('{ events { organizer { name } } }');
    expect(Date.now() - startedAt).toBeLessThan(650);
    expect(errors?.[0].extensions.code).toBe('SUBGRAPH_TIMEOUT');
  });

  test('an executor that throws counts as not available', async () => {
    const members = organizations();
    running = await runGateway([members, events(['a'])]);
    members.execute = () => {
      throw new Error('password authentication failed for user "tahaluf_members"');
    };
    const { data, errors, text } = await running.ask('{ events { organizer { name } } }');
    expect(data.events).toHaveLength(1);
    expect(errors?.[0].extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'members' });
    expect(text).not.toContain('password');
  });

  test('an answer with another number of entities is not spread over the wrong rows', async () => {
    const members = organizations();
    running = await runGateway([members, events(['a', 'b'])]);
    members.execute = async () => ({ data: { _entities: [{ name: 'only one' }] } });
    const { data, errors } = await running.ask('{ events { organizer { name } } }');
    expect(data.events).toEqual([{ organizer: { name: null } }, { organizer: { name: null } }]);
    expect(errors?.[0].extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'members' });
  });
});

describe('representations', () => {
  test('are sent once each, and every row gets its own answer', async () => {
    const members = organizations();
    const running = await runGateway([members, events(['b', 'a', 'b', 'b', 'c', 'a'])]);
    const { data, errors } = await running.ask('{ events { organizer { name } } }');
    await running.stop();
    expect(errors).toBeUndefined();
    expect(members.asked).toHaveLength(1);
    expect(members.asked[0]?.request.variables?.representations).toEqual([
      { __typename: 'Organization', id: 'b' },
      { __typename: 'Organization', id: 'a' },
      { __typename: 'Organization', id: 'c' },
    ]);
    expect(data.events.map((event: { organizer: { name: string } }) => event.organizer.name)).toEqual(
      ['b', 'a', 'b', 'b', 'c', 'a'].map((id) => `name ${id}`),
    );
  });

  test('an error of one is reported for each row that shows it', async () => {
    const running = await runGateway([organizations(), events(['a', 'broken', 'a', 'broken'])]);
    const { data, errors } = await running.ask('{ events { organizer { name } } }');
    await running.stop();
    expect(data.events[1].organizer).toEqual({ name: null });
    expect(data.events[2].organizer).toEqual({ name: 'name a' });
    expect(errors?.map((error) => error.path)).toEqual([
      ['events', 1, 'organizer'],
      ['events', 3, 'organizer'],
    ]);
  });
});
