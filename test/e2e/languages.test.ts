import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { errorCodes } from '../../shared/errors';
import { seedId } from '../../shared/schema/type-id';
import { type Asker, startTestHub, type TestHub, transports } from '../testkit/hub';
import { everyRow } from '../testkit/pages';
import { clientSchema } from '../testkit/schema-arguments';
import { figureParts } from '../testkit/seed';

const mima = seedId('Organization', 'mima');
const name = {
  ar: 'مكتب عمدة مدينة بالتيمور لشؤون المهاجرين',
  en: "Baltimore Mayor's Office of Immigrant Affairs",
};
const arabic = { value: name.ar, language: 'ar', direction: 'rtl', isFallback: false };
const english = {
  value: expect.stringContaining('Baltimore'),
  language: 'en',
  direction: 'ltr',
  isFallback: false,
};
const standIn = { ...english, isFallback: true };

const chosen = 'value language direction isFallback';
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  const nameOf = async (language: string | undefined, argument = '') => {
    const fields = chosen.split(' ').map((field) => field + argument);
    const { data } = await hub.ask(`{ organization(id: "${mima}") { name { ${fields.join(' ')} } } }`, {
      ...(language !== undefined && { language }),
    });
    return data.organization.name;
  };

  it.each([
    ['ar', arabic],
    ['en', english],
    ['ar-MA', arabic],
    ['AR-ma', arabic],
    ['en-GB', english],
    ['ar-MA;q=0.8, en;q=0.5', arabic],
    ['ar;q=0.1, en-US;q=0.9', english],
    ['fr, ar;q=0.5', arabic],
    ['fr-FR, tr;q=0.9, en;q=0.1', english],
    ['ar;q=0, en', english],
    [undefined, english],
    ['*', english],
    ['x-klingon', english],
    ['no tag at all!', english],
  ])('a reader of %p gets the text in the language they want most', async (language, expected) => {
    expect(await nameOf(language)).toEqual(expected);
  });

  it.each([
    'fr',
    'fr-FR, tr',
    'arz',
    'eng',
  ])('a reader of %p gets English and is told that it stands in', async (language) => {
    expect(await nameOf(language)).toEqual(standIn);
  });

  it.each([
    ['en', 'ar', arabic],
    ['en', 'ar-EG', arabic],
    ['ar', 'en', english],
    ['ar', 'fr', standIn],
    ['ar', 'not a tag', standIn],
    ['ar', '', arabic],
  ])('reading %s, `language: "%s"` wins', async (language, asked, expected) => {
    expect(await nameOf(language, `(language: ${JSON.stringify(asked)})`)).toEqual(expected);
  });

  it('gives every translation with its direction, whatever is read', async () => {
    for (const language of ['ar', 'en', 'fr']) {
      const { data } = await hub.ask(
        `{ organization(id: "${mima}") { name { translations { language value direction } } } }`,
        { language },
      );
      expect(data.organization.name.translations).toHaveLength(2);
      expect(data.organization.name.translations).toEqual(
        expect.arrayContaining([
          { language: 'ar', value: name.ar, direction: 'rtl' },
          { language: 'en', value: english.value, direction: 'ltr' },
        ]),
      );
    }
  });

  it.each([
    ['organizations', 'name', 'public'],
    ['campaigns', 'title', 'mima:VIEWER'],
    ['services', 'name', 'public'],
  ] as const satisfies [
    string,
    string,
    Asker,
  ][])('sorts %s by what the reader reads', async (list, text, as) => {
    const orders = await Promise.all(
      ['ar', 'en'].map((language) =>
        everyRow(hub, list, `slug ${text} { value }`, { as, language, pageSize: 9 }),
      ),
    );
    const [byArabic, byEnglish] = orders.map((rows) => rows.map((row): string => row.slug));
    expect([...byArabic!].sort()).toEqual([...byEnglish!].sort());
    expect(byArabic).not.toEqual(byEnglish);
    const firstLetters = orders[1]!.map((row) => row[text].value.charAt(0).toLowerCase());
    expect(firstLetters).toEqual([...firstLetters].sort());
  });

  describe('errors', () => {
    const refusals = [
      ['INVALID_ID', '{ organization(id: "evt_1") { slug } }'],
      ['INVALID_CURSOR', '{ events(after: "x") { nodes { slug } } }'],
      ['INVALID_ARGUMENT', '{ events(first: 101) { nodes { slug } } }'],
      ['UNKNOWN_CODE', '{ events(filter: { kind: "PARTY" }) { nodes { slug } } }'],
      ['FORBIDDEN', '{ viewer { roles } }'],
      ['GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
      ['GRAPHQL_PARSE_FAILED', '{'],
      ['BAD_USER_INPUT', 'query ($id: ID!) { organization(id: $id) { slug } }'],
      [
        'QUERY_TOO_COMPLEX',
        `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: taxonomies { list }`).join(' ')} }`,
      ],
    ] as const;

    it.each(refusals)('%s is said in Arabic and in English', async (code, query) => {
      for (const [language, spoken] of [
        ['ar', 'ar'],
        ['ar-DZ, en;q=0.5', 'ar'],
        ['fr, ar;q=0.2', 'ar'],
        ['en', 'en'],
        ['fr', 'en'],
      ] as const) {
        const { errors, headers } = await hub.ask(query, { language });
        expect(errors![0].extensions.code).toBe(code);
        expect(errors![0].message).toBe(errorCodes[code][spoken]);
        expect(headers.get('content-language')).toBe(spoken);
        // GraphQL's own words stay English for developers.
        expect(errors![0].extensions.detail ?? '').not.toMatch(/\p{Script=Arabic}/u);
      }
    });

    it('a token that is not valid is refused in the language of the reader', async () => {
      for (const language of ['ar', 'en'] as const) {
        const { status, errors } = await hub.ask('{ viewer { roles } }', { token: 'nobody', language });
        expect(status).toBe(401);
        expect(errors![0].message).toBe(errorCodes.UNAUTHENTICATED[language]);
      }
    });
  });

  it('has every text of the graph in Arabic and in English', async () => {
    const seen = new Set<string>();
    for (const { list, type, as, pageSize } of everyList) {
      const rows = await everyRow(hub, list, selectTexts(type, seen), { as, pageSize });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.flatMap((row) => textsIn(row, list)).filter(({ complete }) => !complete)).toEqual([]);
    }
    const { data } = await hub.ask(`{
      taxonomies { terms { ${selectTexts('Term', seen)} } }
      places { ${selectTexts('Place', seen)} }
      impactReport(period: { year: 2025 }) { period { ${selectTexts('Period', seen)} } }
    }`);
    const texts = textsIn(data, '');
    expect(texts.length).toBeGreaterThan(350);
    expect(texts.filter(({ complete }) => !complete)).toEqual([]);
    expect([...seen, ...writtenByPeople].sort()).toEqual(everyTextField());
  });
});

/** Texts that people write or import while the hub runs, in the languages that they have; none is in the seed data. */
const writtenByPeople = [
  'ActionCall.addressee',
  'ActionCall.text',
  'ActionCall.title',
  'Agreement.purpose',
  'Bill.title',
  'BillAction.description',
  'BillPosition.reason',
  'BillVersion.note',
  'CampaignPartnership.message',
  'CampaignTask.description',
  'CampaignTask.title',
  'Colleague.name',
  'Jurisdiction.name',
  'LegislativeSession.name',
  'MembershipApplication.description',
  'MembershipApplication.name',
  ...['MediaItem.outlet', 'MediaItem.title', 'Publication.summary', 'Publication.title'],
  ...['governmentAction', 'finding', 'response', 'title'].map((field) => `OversightReport.${field}`),
  'OutreachContact.outcome',
  'OutreachContact.withWhom',
  'Testimony.text',
  'Viewer.name',
  'VoteEvent.motionText',
];

/** Pages as large as a query for everything in them may be. */
const everyList: readonly { list: string; type: string; as: Asker; pageSize: number }[] = [
  { list: 'organizations', type: 'Organization', as: 'nair:VIEWER', pageSize: 3 },
  { list: 'campaigns', type: 'Campaign', as: 'nair:VIEWER', pageSize: 1 },
  { list: 'events', type: 'Event', as: 'nair:VIEWER', pageSize: 5 },
  { list: 'services', type: 'Service', as: 'nair:VIEWER', pageSize: 5 },
  { list: 'storyProfiles', type: 'StoryProfile', as: 'nair:VIEWER', pageSize: 5 },
  ...figureParts.map(({ list }) => ({
    list,
    type: 'ReportedFigure',
    as: 'nair:VIEWER' as const,
    pageSize: 10,
  })),
];
const listed = new Set(everyList.map(({ type }) => type));

/** Every text of a type and of what it holds, down to what has a list of its own. */
function selectTexts(type: string, seen: Set<string>, above: readonly string[] = []): string {
  const fields = Object.values((clientSchema.getType(type) as GraphQLObjectType).getFields());
  const selected = fields.flatMap((field) => {
    const inner = getNamedType(field.type).name;
    if (inner === 'LocalizedText') {
      seen.add(`${type}.${field.name}`);
      return [`${field.name} { translations { language value direction } }`];
    }
    const skipped = isLeafType(getNamedType(field.type)) || listed.has(inner) || above.includes(inner);
    if (skipped || /Connection$|^ImpactReport$/.test(inner) || field.args.some(isRequiredArgument)) return [];
    const texts = selectTexts(inner, seen, [...above, type, inner]);
    return texts ? [`${field.name} { ${texts} }`] : [];
  });
  return selected.join(' ');
}

function everyTextField(): string[] {
  return Object.values(clientSchema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name === 'LocalizedText')
        .map((field) => `${type.name}.${field.name}`),
    )
    .sort();
}

interface Found {
  readonly where: string;
  readonly complete: boolean;
}

function textsIn(value: unknown, where: string): Found[] {
  if (value === null || typeof value !== 'object') return [];
  const { translations } = value as {
    translations?: { language: string; value: string; direction: string }[];
  };
  if (!translations)
    return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${where}.${key}`));
  const complete = [
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ].every(([language, direction]) =>
    translations.some(
      (text) => text.language === language && text.direction === direction && text.value.trim() !== '',
    ),
  );
  return [{ where, complete }];
}
