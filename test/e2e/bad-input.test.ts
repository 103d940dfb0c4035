import { errorCodes } from '../../shared/errors';
import { idPrefixes, seedId } from '../../shared/schema/type-id';
import { type Answer, type AskOptions, startTestHub, type TestHub, transports } from '../testkit/hub';
import {
  clientSchema,
  everyInnerArgument,
  everyPlace,
  type Place,
  putInto,
} from '../testkit/schema-arguments';

/** What would tell of the inside: SQL, code, files, hosts, another program's words. */
const leaks =
  /\bselect\b.*\bfrom\b|\bcollate\b|::(text|jsonb|date)|pg_|postgres|sharing_level|organization_id|tahaluf_\w+|row-level|hub\.(viewer|roles|person)|statement_timeout|relation "|column "|syntax error at|invalid byte sequence|out of range for type|date\/time|node_modules|\.[cm]?[jt]s:\d+|\bat [\w.<>]+ \(|TypeError|RangeError|Cannot read|is not a function|undefined|\[object |ECONN|127\.0\.0\.1|\/work\/|\/tmp\/|_entities|representations|serviceName|stacktrace|unforeseen/i;

const refused = new Set(Object.keys(errorCodes).filter((code) => !/INTERNAL|UNAVAILABLE|TIMEOUT/.test(code)));

const sqlInjections = [
  `' or 1=1 --`,
  `'; drop schema members cascade; --`,
  `") union select * from members.person --`,
  `$1::text || (select current_user)`,
  `\\'; select pg_sleep(10); --`,
];
const oddTexts = {
  empty: '',
  blank: ' \t\n ',
  percent: '%',
  wildcards: '_%_*?[a-z]',
  backslash: '\\',
  quotes: `'"\`'"`,
  'a null character': 'a\u0000b',
  'only a null character': '\u0000',
  'a lone high surrogate': 'a\ud800b',
  'a lone low surrogate': '\udc00',
  'an override of direction': '\u202eمرحبا\u202c',
  'marks alone': '\u064b\u0640\u0301',
  'the last character': '\u{10ffff}',
  'ten thousand letters': 'a'.repeat(10_000),
  'ten thousand Arabic words': 'لا '.repeat(10_000),
  'ten thousand quotes': `'`.repeat(10_000),
  prototype: '__proto__',
  constructor: 'constructor',
  'JSON text': '{"$ne":null}',
};
const texts = [...Object.values(oddTexts), ...sqlInjections];

const places = everyPlace();
const named = (place: Place) => [`${place.field}(${place.path.join('.')})`, place] as const;
const takesText = places.filter(({ type }) => ['String', 'ID', 'LocalDate'].includes(type)).map(named);
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);

  /** Asks as somebody who may see a lot, and checks that the answer gives nothing of the inside away. */
  async function ask(query: string, options: AskOptions = {}): Promise<Answer> {
    const answer = await hub.ask(query, { as: 'nair:CAMPAIGNER', ...options });
    expect(answer.text).not.toMatch(leaks);
    expect([200, 400]).toContain(answer.status);
    const faults = codesOf(answer).filter((code) => !refused.has(code));
    const tried = JSON.stringify(options.variables)?.slice(0, 300);
    expect({ query, tried, faults }).toEqual({ query, tried, faults: [] });
    return answer;
  }

  it('tries every argument of every root field', () => {
    const fields = Object.values(clientSchema.getQueryType()!.getFields());
    const withArguments = fields.filter(({ args }) => args.length > 0).map(({ name }) => name);
    expect([...new Set(places.map(({ field }) => field))].sort()).toEqual(withArguments.sort());
    expect(takesText.length).toBeGreaterThan(80);
  });

  it.each(takesText)('%s takes no text amiss', async (_name, place) => {
    if (place.type === 'LocalDate') return takesNoDateAmiss(place);
    for (let start = 0; start < texts.length; start += 15) {
      const { query, variables } = putInto(place, ...texts.slice(start, start + 15));
      await ask(query, { variables });
    }
  });

  /** A date that is none refuses the whole request, so each is asked by itself. */
  async function takesNoDateAmiss(place: Place) {
    for (const text of [
      '',
      'now',
      '2025-13-01',
      'a\u0000b',
      '\ud800',
      '__proto__',
      sqlInjections[0],
      'a'.repeat(10_000),
    ]) {
      const { query, variables } = putInto(place, text);
      expect(codesOf(await ask(query, { variables }))).toEqual(['BAD_USER_INPUT']);
    }
  }

  it.each(places.map(named))('%s takes no value of another type', async (_name, place) => {
    for (const value of [JSON.parse('{"__proto__":{"a":1}}'), [[[]]], true, 2 ** 31]) {
      const { query, variables } = putInto(place, value);
      await ask(query, { variables });
    }
  });

  it.each(places.filter(({ nullable }) => nullable).map(named))('%s may be null', async (_name, place) => {
    const { query, variables } = putInto(place, null);
    const { errors } = await ask(query, { variables: { ...variables } });
    expect((errors ?? []).filter(({ extensions }) => extensions.code !== 'INVALID_ID')).toEqual([]);
  });

  it.each([
    ['organizations', 'children'],
    ['organizations', 'storyProfiles'],
    ['campaigns', 'children'],
    ['campaigns', 'events'],
    ['campaigns', 'services'],
  ])('of %s, the %s may be filtered by null', async (parent, under) => {
    const { data, errors } = await ask(
      `{ ${parent}(first: 3) { nodes { ${under}(filter: null) { totalCount } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data[parent].nodes).toHaveLength(3);
  });

  it('takes no text amiss in the arguments of fields further down', async () => {
    const reached = {
      Organization: 'organizations(first: 2) { nodes {',
      Campaign: 'campaigns(first: 2) { nodes {',
      Event: 'events(first: 2) { nodes {',
      Service: 'services(first: 2) { nodes {',
      LocalizedText: 'places { name {',
    } as Record<string, string>;
    const tried = everyInnerArgument().filter(
      ({ type, argument }) => type in reached && /^String|^ID/.test(`${argument.type}`),
    );
    expect(tried.length).toBeGreaterThan(25);
    const tries = [...sqlInjections.slice(0, 2), 'a\u0000b', '\ud800', 'a'.repeat(10_000), '__proto__'];
    for (const { type, field, argument, selection } of tried) {
      const declared = tries.map((_, n) => `$v${n}: ${argument.type}`);
      const fields = tries.map((_, n) => `r${n}: ${field}(${argument.name}: $v${n}) ${selection}`);
      await ask(`query (${declared}) { ${reached[type]} ${fields.join(' ')} } } }`, {
        variables: Object.fromEntries(tries.map((text, n) => [`v${n}`, text])),
      });
    }
  });

  it.each(
    places.filter(({ type }) => type === 'ID').map(named),
  )('%s refuses the ids of other kinds', async (_name, place) => {
    const kinds = Object.entries(idPrefixes);
    const taken: string[] = [];
    // As many at once as one operation may have.
    for (let start = 0; start < kinds.length; start += 15) {
      const some = kinds.slice(start, start + 15);
      const ids = some.map(([kind]) => seedId(kind as 'Event', 'any'));
      const { query, variables } = putInto(place, ...ids);
      const { errors = [] } = await ask(query, { variables });
      const codes = new Set(errors.map(({ extensions }) => extensions.code));
      codes.delete(narrowsNothing(place) ? 'INVALID_ARGUMENT' : '');
      expect([...codes]).toEqual(['INVALID_ID']);
      const refusedOnes = new Set(errors.map(({ path }) => path[0]));
      taken.push(...some.flatMap(([, prefix], n) => (refusedOnes.has(`r${n}`) ? [] : [prefix])));
    }
    expect(taken).toEqual(narrowsNothing(place) ? [] : [meantBy(place.field, place.path.at(-1)!)]);
  });

  it.each([
    [-1, 'INVALID_ARGUMENT', 200],
    [101, 'INVALID_ARGUMENT', 200],
    [2 ** 31 - 1, 'INVALID_ARGUMENT', 200],
    [-(2 ** 31), 'INVALID_ARGUMENT', 200],
    [2 ** 31, 'BAD_USER_INPUT', 400],
    [1.5, 'BAD_USER_INPUT', 400],
    ['5', 'BAD_USER_INPUT', 400],
    [null, 'BAD_USER_INPUT', 400],
  ])('a page of %p rows is refused', async (first, code, status) => {
    for (const place of places.filter(({ path, nullable }) => path[0] === 'first' && !nullable)) {
      const { query, variables } = putInto(place, first);
      const answer = await ask(query, { variables });
      expect({ field: place.field, status: answer.status, codes: codesOf(answer) }).toEqual({
        field: place.field,
        status,
        codes: [code],
      });
    }
  });

  it('a page of none is empty, and says that more follow', async () => {
    const { data, errors } = await ask(
      '{ events(first: 0) { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.events).toEqual({ nodes: [], edges: [], pageInfo: { hasNextPage: true, endCursor: null } });
  });

  it.each([0, -1, 101])('%p largest counts are refused', async (first) => {
    const answer = await ask('query ($first: Int) { campaignCounts(by: KIND, first: $first) { count } }', {
      variables: { first },
    });
    expect(codesOf(answer)).toEqual(['INVALID_ARGUMENT']);
  });

  it('refuses a cursor that was made up, altered, cut, or made for another list or order', async () => {
    const first = async (field: string, args = '') => {
      const { data } = await ask(`{ ${field}(first: 1${args}) { pageInfo { endCursor } } }`);
      return data[field].pageInfo.endCursor as string;
    };
    const own = await first('events');
    const flipped = Buffer.from(own, 'base64url');
    flipped[flipped.length - 1]! ^= 1;
    const bad = [
      'x',
      'AAAA',
      Buffer.alloc(16).toString('base64url'),
      Buffer.from('["2025-01-01","evt_1"]').toString('base64url'),
      flipped.toString('base64url'),
      own.slice(0, -4),
      own.slice(4),
      `${own}AAAA`,
      await first('events', ', orderBy: NAME'),
      await first('services'),
      await first('organizations'),
      await first('memberFigures'),
    ];
    for (const after of bad) {
      const answer = await ask('query ($after: String) { events(after: $after) { nodes { id } } }', {
        variables: { after },
      });
      expect({ after, codes: codesOf(answer), data: answer.data }).toEqual({
        after,
        codes: ['INVALID_CURSOR'],
        data: { events: null },
      });
    }
    const good = await ask(`{ events(first: 1, after: "${own}") { nodes { id } } }`);
    expect(good.data.events.nodes).toHaveLength(1);
  });
});

/** The prefix of the ids that a place takes. */
/** Where nobody knows which events are there for the viewer, no list is narrowed to one. */
const narrowsNothing = ({ field, path }: Place) =>
  path.at(-1) === 'event' && field.endsWith('Figures') && field !== 'eventFigures';

function meantBy(field: string, name: string): string {
  if (name === 'id') {
    const things: Record<string, string> = {
      organization: 'org',
      membersAccess: 'org',
      agreement: 'agr',
      bill: 'bil',
      legislator: 'leg',
      campaignPartnership: 'cpa',
      campaignTask: 'tsk',
      indicator: 'ind',
      actionCall: 'acl',
      mediaItem: 'med',
      publication: 'pub',
      oversightReport: 'ovr',
      outreachContact: 'otc',
      campaign: 'cmp',
      campaignsAccess: 'cmp',
      event: 'evt',
      eventsAccess: 'evt',
      service: 'srv',
      legalAccess: 'srv',
      storyProfile: 'sto',
    };
    return things[field]!;
  }
  const things: Record<string, string> = {
    ...{ campaign: 'cmp', parent: 'cmp', actionCall: 'acl' },
    ...{ event: 'evt', jurisdiction: 'jur', person: 'per', bill: 'bil', legislator: 'leg' },
  };
  return things[name] ?? 'org';
}
