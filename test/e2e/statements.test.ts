import { seedId } from '../../shared/schema/type-id';
import { type AskOptions, startTestHub, type TestHub, transports } from '../testkit/hub';

/** Pages of any size, with three hops to records of other subgraphs. */
const pages = {
  events: `events(first: $first) { nodes {
    title { value } audiences { code } quantities { label { value } }
    organizer { name { value } officials { name { value } } services(first: 3) { totalCount nodes { name { value } } } }
    campaign { title { value } themes { code } organization { name { value } parent { name { value } } } }
    eventFigures(first: 2) { nodes { label { value } } }
  } }`,
  organizations: `organizations(first: $first) { nodes {
    name { value } officials { name { value } } strategy { kind { code } } children(first: 2) { nodes { slug } }
    memberFigures(first: 2) { nodes { label { value } } }
    campaigns(first: 2) { totalCount nodes { title { value } } }
    fundedCampaigns(first: 2) { nodes { title { value } organization { name { value } } } }
    services(first: 2) { nodes { name { value } } }
    events(first: 2) { nodes { title { value } } }
  } }`,
  frameworks: `campaigns(first: $first) { nodes {
    results { type indicators { title { value }
      periods { target { value } actual { value } progress { state } corrections { value } }
      contributesTo { id } contributors(first: 2) { nodes { id } } rollUp(period: { year: 2025 }) { value }
    } }
    indicators { id }
  } }`,
  campaigns: `campaigns(first: $first) { nodes {
    title { value } sdgTargets { code } activities { description { value } } results { description { value } }
    organization { name { value } events(first: 2) { nodes { title { value } organizer { slug } } } }
    partners { name { value } services(first: 2) { nodes { name { value } } } }
    services(first: 2) { nodes { name { value } } } serviceFigures(first: 2) { nodes { slug } }
  } }`,
} as const;

const report = `query ($organization: ID) { impactReport(organization: $organization, period: { year: 2025 }) {
  organization { slug }
  members { contributingOrganizations figures { nodes { slug measure { value } sources { lines } } } }
  campaigns { contributingOrganizations figures { nodes { slug } } campaigns { nodes { slug } } sdgTargets { code } }
  events { contributingOrganizations figures { nodes { slug } } events { nodes { slug } } held }
  services {
    contributingOrganizations figures { nodes { slug } } services { nodes { slug } }
    languageAccess { nodes { slug } } assistance { nodes { slug } } assistedReturn { nodes { slug } }
  }
} }`;

/** In Arabic a funder is among the first five organisations, so that no page is short of links. */
const member = { as: 'bicf:VIEWER', language: 'ar' } as const;
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());
  beforeEach(() => {
    hub.statements();
    hub.viewerReads();
  });

  /** What one request costs: `members: 2 open 3 query`, two messages to the database that hold three statements. */
  async function costOf(query: string, options: AskOptions = {}) {
    const { errors } = await hub.ask(query, options);
    const counts: Record<string, Record<string, number>> = {};
    for (const { subgraph, kind } of hub.statements()) {
      counts[subgraph] ??= { open: 0, query: 0, commit: 0 };
      counts[subgraph][kind]!++;
    }
    const subgraphs = Object.keys(counts).sort();
    const cost = Object.fromEntries(
      subgraphs.map((name) => [
        name,
        Object.entries(counts[name]!)
          .filter(([, n]) => n > 0)
          .map(([kind, n]) => `${n} ${kind}`)
          .join(' '),
      ]),
    );
    return { cost, viewerReads: hub.viewerReads(), errors };
  }

  it.each([
    [
      'events',
      {
        campaigns: '2 open 2 query',
        events: '2 open 5 query',
        legal: '2 open 2 query',
        members: '4 open 4 query',
      },
    ],
    [
      'organizations',
      {
        campaigns: '2 open 3 query',
        events: '1 open 1 query',
        legal: '1 open 1 query',
        members: '3 open 6 query',
      },
    ],
    ['frameworks', { campaigns: '4 open 8 query' }],
    [
      'campaigns',
      {
        campaigns: '2 open 5 query',
        events: '1 open 1 query',
        legal: '2 open 3 query',
        members: '3 open 3 query',
      },
    ],
  ] as const)('a page of 5 %s costs as many statements as one of 50', async (list, expected) => {
    const query = `query ($first: Int!) { ${pages[list]} }`;
    for (const first of [5, 50]) {
      const { cost, viewerReads, errors } = await costOf(query, { ...member, variables: { first } });
      expect(errors).toBeUndefined();
      expect({ first, cost, viewerReads }).toEqual({ first, cost: expected, viewerReads: 1 });
    }
  });

  const partsOfReport = {
    campaigns: '1 open 4 query',
    events: '1 open 4 query',
    legal: '1 open 6 query',
  };

  it.each([
    // The members also say whose report it is.
    ['mima', { ...partsOfReport, members: '1 open 3 query' }],
    [
      null,
      {
        campaigns: '2 open 4 query',
        events: '2 open 4 query',
        legal: '2 open 6 query',
        members: '2 open 2 query',
      },
    ],
  ])('the report of %p asks each subgraph’s database at most twice', async (office, expected) => {
    const variables = { organization: office && seedId('Organization', office) };
    const { cost, viewerReads, errors } = await costOf(report, { ...member, variables });
    expect(errors).toBeUndefined();
    expect({ cost, viewerReads }).toEqual({ cost: expected, viewerReads: 1 });
  });

  it('a request of the public asks once which organisations are hidden', async () => {
    const { cost, viewerReads } = await costOf('{ events(first: 3) { nodes { slug } } }');
    expect({ cost, viewerReads }).toEqual({ cost: { events: '1 open 1 query' }, viewerReads: 1 });
  });

  it('a token that is no token of ours is refused before any statement', async () => {
    const { cost, viewerReads } = await costOf('{ events { nodes { slug } } }', { token: 'a.b.c' });
    expect({ cost, viewerReads }).toEqual({ cost: {}, viewerReads: 0 });
  });

  it('a signed-in request asks once who is asking, however many subgraphs it goes to', async () => {
    const { cost, viewerReads } = await costOf(
      '{ viewer { roles organization { slug events(first: 1) { nodes { slug } } } } services(first: 1) { nodes { slug } } }',
      member,
    );
    expect(viewerReads).toBe(1);
    expect(cost).toEqual({
      events: '1 open 1 query',
      legal: '1 open 1 query',
      members: '1 open 1 query',
    });
  });

  it.each([
    [
      'vocabularies',
      '{ taxonomies { list terms { code label { value } } } places(search: "baltimore") { code } }',
    ],
    ['the name of a type', '{ __typename }'],
    ['the schema', '{ __schema { types { name } } }'],
    ['the roles of the viewer', '{ viewer { roles } }'],
  ])('%s cost no statement of a subgraph', async (_what, query) => {
    const { cost, errors } = await costOf(query, member);
    expect(errors).toBeUndefined();
    expect(cost).toEqual({});
  });

  it.each([
    ['an id of another kind', '{ organization(id: "evt_1") { slug } }'],
    ['an unknown code', '{ events(filter: { kind: "PARTY" }) { nodes { slug } } }'],
    ['a page that is too long', '{ events(first: 101) { nodes { slug } } }'],
    ['a cursor that was made up', '{ events(after: "AAAA") { nodes { slug } } }'],
    ['a field that is closed', '{ storyProfiles { nodes { id } } }'],
    [
      'a query that is too large',
      `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: events { nodes { slug } }`).join(' ')} }`,
    ],
    ['a query that does not fit the schema', '{ events { nodes { slug nothing } } }'],
  ])('%s is refused before any statement', async (_what, query) => {
    const { cost, errors } = await costOf(query);
    expect(errors).toHaveLength(1);
    expect(cost).toEqual({});
  });

  it('a total is counted apart, only when asked for', async () => {
    const without = await costOf(
      '{ events(first: 2) { nodes { slug } pageInfo { hasNextPage endCursor } } }',
    );
    const withTotal = await costOf('{ events(first: 2) { nodes { slug } totalCount } }');
    expect(without.cost).toEqual({ events: '1 open 1 query' });
    expect(withTotal.cost).toEqual({ events: '2 open 2 query' });
  });

  it('rows that point at the same record read it once', async () => {
    const { cost } = await costOf('{ events(first: 50) { nodes { organizer { slug parent { slug } } } } }');
    expect(cost).toEqual({ events: '1 open 1 query', members: '2 open 2 query' });
  });

  it('a row that is hidden costs as much as one that does not exist', async () => {
    const hidden = await costOf(
      `{ campaign(id: "${seedId('Campaign', 'mima-nali')}") { slug organization { slug } } }`,
    );
    const absent = await costOf(
      `{ campaign(id: "${seedId('Campaign', 'no such')}") { slug organization { slug } } }`,
    );
    expect(hidden).toEqual(absent);
    expect(hidden.cost).toEqual({ campaigns: '1 open 1 query' });
  });
});
