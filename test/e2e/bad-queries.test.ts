import { type Answer, startTestHub, type TestHub, transports } from '../testkit/hub';
import { figureParts } from '../testkit/seed';

const dated = [
  ['events', 'filter: { period: $period }'],
  ['campaigns', 'filter: { period: $period }'],
  ...figureParts.map(({ list }): [string, string] => [list, 'filter: { period: $period }']),
] as const;

const repeat = (text: string, times: number) =>
  Array.from({ length: times }, (_, n) => text.replaceAll('#', String(n))).join(' ');
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  const codesOf = ({ errors = [] }: Answer) => [...new Set(errors.map(({ extensions }) => extensions.code))];

  describe('a period', () => {
    it.each([
      ['that ends before it starts', { start: '2025-12-31', end: '2025-01-01' }, 'INVALID_ARGUMENT'],
      ['of the year 0', { year: 0 }, 'INVALID_ARGUMENT'],
      ['of a year of three digits', { year: 999 }, 'INVALID_ARGUMENT'],
      ['of a year of five digits', { year: 10_000 }, 'INVALID_ARGUMENT'],
      ['of a negative year', { year: -2025 }, 'INVALID_ARGUMENT'],
      ['that says its year twice', { year: 2025, start: '2025-01-01' }, 'INVALID_ARGUMENT'],
      ['that starts on no day of the calendar', { start: '2025-02-30' }, 'BAD_USER_INPUT'],
      ['that starts in another way of writing', { start: '30.05.2025' }, 'BAD_USER_INPUT'],
      ['that starts at an hour', { start: '2025-05-30T10:00:00Z' }, 'BAD_USER_INPUT'],
      ['that starts now', { start: 'now' }, 'BAD_USER_INPUT'],
      ['that starts never', { start: '-infinity' }, 'BAD_USER_INPUT'],
      ['that starts with a number', { start: 2025 }, 'BAD_USER_INPUT'],
      ['of a year that is too large for a number', { year: 2 ** 31 }, 'BAD_USER_INPUT'],
    ])('%s is refused everywhere', async (_what, period, code) => {
      for (const [list, filter] of dated) {
        const query = `query ($period: PeriodInput) { ${list}(${filter}) { totalCount } }`;
        const answer = await hub.ask(query, { as: 'nair:VIEWER', variables: { period } });
        expect({ list, codes: codesOf(answer) }).toEqual({ list, codes: [code] });
      }
      const report =
        'query ($period: PeriodInput!) { impactReport(period: $period) { members { contributingOrganizations } } }';
      expect(codesOf(await hub.ask(report, { variables: { period } }))).toEqual([code]);
    });

    it.each([
      ['without an end', { start: '2025-01-01' }],
      ['without a start', { end: '2025-12-31' }],
      ['without either', {}],
      ['of nulls', { start: null, end: null, year: null }],
      ['of one day', { start: '2025-05-30', end: '2025-05-30' }],
      ['from the first day that can be written', { start: '0001-01-01' }],
      ['from a day before all calendars', { start: '0000-01-01' }],
      ['to the last day that can be written', { end: '9999-12-31' }],
    ])('%s is answered or refused, never a fault', async (_what, period) => {
      for (const [list, filter] of dated) {
        const query = `query ($period: PeriodInput) { ${list}(${filter}) { totalCount } }`;
        const answer = await hub.ask(query, { as: 'nair:VIEWER', variables: { period } });
        expect({
          list,
          codes: codesOf(answer).filter((code) => !/^BAD_USER_INPUT$|^INVALID_ARGUMENT$/.test(code)),
        }).toEqual({
          list,
          codes: [],
        });
      }
    });

    it('that is half open keeps what the open side may hold', async () => {
      const query = `query ($from: PeriodInput, $to: PeriodInput) {
        from: events(filter: { period: $from }) { totalCount } to: events(filter: { period: $to }) { totalCount }
        all: events(filter: { period: {} }) { totalCount }
      }`;
      const { data } = await hub.ask(query, {
        variables: { from: { start: '2025-01-01' }, to: { end: '2024-12-31' } },
      });
      expect(data.from.totalCount + data.to.totalCount).toBe(data.all.totalCount);
      expect(Math.min(data.from.totalCount, data.to.totalCount)).toBeGreaterThan(0);
    });
  });

  describe('an unknown code', () => {
    it.each([
      ['organizations', ['kind', 'role', 'country', 'place', 'membership', 'establishment']],
      [
        'campaigns',
        [
          'activityKind',
          'kind',
          'theme',
          'governmentLevel',
          'audience',
          'place',
          'country',
          'instrument',
          'collaborationKind',
        ],
      ],
      ['events', ['kind', 'audience', 'place', 'country', 'precision']],
      ['services', ['category', 'area', 'cost', 'audience', 'place', 'country', 'language']],
      ['storyProfiles', ['nationality', 'livedIn', 'need']],
      ['memberFigures', ['unit']],
    ])('is refused by every filter of %s', async (list, codes) => {
      for (const name of codes) {
        for (const code of ['NOT_A_CODE', '', 'us', '__proto__', 'constructor', ' US']) {
          const query = `{ ${list}(filter: { ${name}: ${JSON.stringify(code)} }) { totalCount } }`;
          const answer = await hub.ask(query, { as: 'nair:VIEWER' });
          expect({ name, code, codes: codesOf(answer) }).toEqual({ name, code, codes: ['UNKNOWN_CODE'] });
        }
      }
    });

    it('among known ones is refused', async () => {
      for (const filter of [
        'themes: ["non-discrimination", "x"]',
        'sdgTargets: ["10.2", "99.9"]',
        'audiences: ["public", ""]',
      ]) {
        const answer = await hub.ask(`{ campaigns(filter: { ${filter} }) { totalCount } }`, {
          as: 'nair:VIEWER',
        });
        expect(codesOf(answer)).toEqual(['UNKNOWN_CODE']);
      }
    });
  });

  describe('a search', () => {
    it.each([
      '',
      ' ',
      '؟!',
      '\u0640',
      '\u0000',
      '%',
      '--',
    ])('for %j, which holds no word, is refused', async (search) => {
      for (const list of [
        'organizations',
        'campaigns',
        'events',
        'services',
        'storyProfiles',
        'memberFigures',
      ]) {
        const query = `query ($search: String) { ${list}(filter: { search: $search }) { totalCount } }`;
        const answer = await hub.ask(query, { as: 'nair:VIEWER', variables: { search } });
        expect({ list, codes: codesOf(answer) }).toEqual({ list, codes: ['INVALID_ARGUMENT'] });
      }
    });

    it('for more words than it takes is refused', async () => {
      const answer = await hub.ask('{ events(filter: { search: "a b c d e f g h i" }) { totalCount } }');
      expect(codesOf(answer)).toEqual(['INVALID_ARGUMENT']);
    });

    it('takes wildcards for what they are', async () => {
      for (const search of ['b%', 'b_ltimore', 'b*', "balti'more"]) {
        const query = 'query ($search: String) { organizations(filter: { search: $search }) { totalCount } }';
        const { data } = await hub.ask(query, { variables: { search: `zzz${search}` } });
        expect(data.organizations.totalCount).toBe(0);
      }
    });
  });

  describe('a query that is too large', () => {
    const deep = (levels: number) =>
      `{ organizations(first: 1) { nodes { ${'parent { '.repeat(levels)} slug ${'} '.repeat(levels)} } } }`;
    it.each([
      ['deep', deep(14)],
      ['of many aliases', `{ organizations(first: 1) { nodes { ${repeat('a#: slug', 31)} } } }`],
      ['of many root fields', `{ ${repeat('a#: places { code }', 21)} }`],
      ['of many tokens', `{ organizations(first: 1) { nodes { ${repeat('slug', 3000)} } } }`],
      [
        'of fragments in fragments',
        `{ organizations(first: 1) { nodes { ...f0 } } } ${repeat('', 0)} ${bomb(14)}`,
      ],
    ])('%s is refused', async (_how, query) => {
      const answer = await hub.ask(query, { as: 'nair:VIEWER' });
      expect(answer.status).toBe(400);
      expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX']);
      expect(answer.data).toBeUndefined();
    });

    it('is answered while it keeps to the limits', async () => {
      const { errors, data } = await hub.ask(deep(12), { as: 'nair:VIEWER' });
      expect(errors).toBeUndefined();
      expect(data.organizations.nodes).toHaveLength(1);
    });

    it('of a fragment that spreads itself is no query', async () => {
      const answer = await hub.ask(
        '{ organizations { nodes { ...f } } } fragment f on Organization { parent { ...f } }',
      );
      expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    });
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    '_entities',
    '_service',
    'ref',
  ])('knows no field %s', async (name) => {
    for (const query of [
      `{ ${name} }`,
      `{ organizations { nodes { ${name} } } }`,
      `{ events(filter: { ${name}: "x" }) { nodes { id } } }`,
      `{ events(${name}: 1) { nodes { id } } }`,
    ]) {
      const answer = await hub.ask(query, { as: 'nair:ORG_ADMIN' });
      expect(answer.status).toBe(400);
      expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
  });

  it('takes no property of a variable for a field', async () => {
    for (const text of [
      '{"__proto__":{"search":"x"}}',
      '{"constructor":{"prototype":{}}}',
      '{"kind":"CEREMONY","__proto__":null}',
    ]) {
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query":"query ($filter: EventFilter) { events(filter: $filter) { totalCount } }","variables":{"filter":${text}}}`,
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    expect(({} as Record<string, unknown>).search).toBeUndefined();
  });
});

/** Each fragment spreads the next one twice: few bytes, many fields. */
function bomb(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, n) => `fragment f${n} on Organization { ...f${n + 1} ...f${n + 1} }`,
  );
  return `${fragments.join(' ')} fragment f${levels} on Organization { slug }`;
}
