import { type GraphQLObjectType } from 'graphql';
import { fold } from '../../shared/language/fold';
import { seedId } from '../../shared/schema/type-id';
import { bytes, startTestHub, type TestHub, transports } from '../testkit/hub';
import { everyRow } from '../testkit/pages';
import { clientSchema } from '../testkit/schema-arguments';
import { figureParts, seedFiles } from '../testkit/seed';

const hidden = seedId('Campaign', 'mima-civic-engagement');
const nowhere = seedId('Campaign', 'no such campaign');
const mima = seedId('Organization', 'mima');
const groupings = [
  'COUNTRY',
  'KIND',
  'ORGANIZATION',
  'THEME',
  'SDG_TARGET',
  'AUDIENCE',
  'PLACE',
  'GOVERNMENT_LEVEL',
];
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  describe('campaigns, which are shared inside the coalition only', () => {
    it('are nowhere to be seen for the public, and are not counted', async () => {
      const { data, errors } = await hub.ask(
        `query ($id: ID!) {
          campaigns { totalCount nodes { slug } edges { cursor } pageInfo { hasNextPage endCursor } }
          campaign(id: $id) { slug }
          ${groupings.map((by) => `${by}: campaignCounts(by: ${by}) { count }`).join(' ')}
          impactReport(period: { year: 2025 }) { campaigns { campaigns { totalCount nodes { slug } } sdgTargets { code } } }
        }`,
        { variables: { id: hidden } },
      );
      expect(errors).toBeUndefined();
      const none = { totalCount: 0, nodes: [] };
      expect(data).toEqual({
        campaigns: { ...none, edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
        campaign: null,
        ...Object.fromEntries(groupings.map((by) => [by, []])),
        impactReport: { campaigns: { campaigns: none, sdgTargets: [] } },
      });
    });

    it.each([
      ['events', 'campaign { slug }'],
      ['services', 'campaign { slug }'],
      ...figureParts.map(({ list }) => [list, 'campaign { slug }']),
      ['organizations', 'campaigns { totalCount nodes { slug } }'],
      ['organizations', 'partnerCampaigns { totalCount nodes { slug } }'],
      ['organizations', 'fundedCampaigns { totalCount nodes { slug } }'],
    ] as [string, string][])('are not behind any of the %s: %s', async (list, link) => {
      const field = link.split(' ')[0]!;
      const asPublic = (await everyRow(hub, list, link)).map((row) => row[field]);
      const asMember = (await everyRow(hub, list, link, { as: 'bicf:VIEWER' })).map((row) => row[field]);
      expect(asMember.length).toBe(asPublic.length);
      const isThere = (value: { nodes?: unknown[] } | null) =>
        value !== null && (value.nodes?.length ?? 1) > 0;
      expect(asMember.filter(isThere).length).toBeGreaterThan(0);
      expect(asPublic.filter(isThere)).toEqual([]);
      expect(asPublic.filter((value) => value?.totalCount)).toEqual([]);
    });

    const byCampaign: [string, string][] = [
      ['campaigns', 'filter: { parent: $id }'],
      ...['events', 'services', ...figureParts.map(({ list }) => list)].map((list): [string, string] => [
        list,
        'filter: { campaign: $id }',
      ]),
    ];

    it.each(byCampaign)('lend no filter to the public: %s(%s)', async (list, filter) => {
      const query = `query ($id: ID!) { ${list}(${filter}) { totalCount nodes { id } pageInfo { hasNextPage } } }`;
      for (const { slug } of seedFiles.campaigns) {
        const { data } = await hub.ask(query, { variables: { id: seedId('Campaign', slug) } });
        expect({ slug, found: data[list] }).toEqual({
          slug,
          found: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } },
        });
      }
    });

    it('lend no word of their handles to a search of the public', async () => {
      const told = handlesOnly();
      expect(told.length).toBeGreaterThan(3);
      for (const { event, word } of told) {
        const query = `{ events(first: 100, filter: { search: "${word}" }) { nodes { slug } } }`;
        const asPublic = await hub.ask(query);
        const found = asPublic.data.events.nodes.map(({ slug }: { slug: string }) => slug);
        expect({ word, found: found.includes(event) }).toEqual({ word, found: false });
      }
    });

    it('look to the public as if they did not exist', async () => {
      for (const query of [
        'query ($id: ID!) { campaign(id: $id) { id slug title { value } activities { id } } }',
        'query ($id: ID!) { campaigns(filter: { parent: $id }) { totalCount nodes { slug } pageInfo { endCursor } } }',
        'query ($id: ID!) { campaignCounts(by: KIND, filter: { parent: $id }) { count } }',
        'query ($id: ID!) { storyProfiles(filter: { campaign: $id }) { totalCount } }',
      ]) {
        expect(bytes(await hub.ask(query, { variables: { id: hidden } }))).toEqual(
          bytes(await hub.ask(query, { variables: { id: nowhere } })),
        );
      }
    });

    it('are seen by every role of every member', async () => {
      for (const as of [
        'bicf:VIEWER',
        'hudc:CASEWORKER',
        'mima:CAMPAIGNER',
        'nair:COALITION_STAFF',
      ] as const) {
        const { data } = await hub.ask('{ campaigns { totalCount } }', { as });
        expect({ as, seen: data.campaigns.totalCount }).toEqual({ as, seen: seedFiles.campaigns.length });
      }
    });
  });

  describe('engagements, which an organisation keeps to itself', () => {
    const query = 'query ($id: ID!) { organization(id: $id) { slug engagements { id sources { lines } } } }';
    const own = seedFiles.engagements.filter(({ organisation }) => organisation === 'mima').length;

    it.each([
      ['mima:VIEWER', own, undefined],
      ['mima:CAMPAIGNER', own, undefined],
      ['bicf:VIEWER', 0, undefined],
      ['nair:COALITION_STAFF', 0, undefined],
      ['nair:ORG_ADMIN', 0, undefined],
      ['mima:CASEWORKER', undefined, 'FORBIDDEN'],
      ['public', undefined, 'FORBIDDEN'],
    ] as const)('%s sees %p of them', async (as, seen, code) => {
      const { data, errors } = await hub.ask(query, { as, variables: { id: mima } });
      expect(data.organization.slug).toBe('mima');
      expect(data.organization.engagements?.length).toBe(seen);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(code && [code]);
    });
  });

  describe('story profiles', () => {
    const told = 'id label { value } situation { value } outcome { value }';

    it.each([
      ['storyProfiles', `{ storyProfiles { totalCount nodes { ${told} } } }`],
      [
        'storyProfile',
        `{ storyProfile(id: "${seedId('StoryProfile', seedFiles.stories[0]!.slug)}") { ${told} } }`,
      ],
      ['organization', `{ organization(id: "${mima}") { storyProfiles { totalCount nodes { ${told} } } } }`],
    ])('are refused to the public through %s', async (field, query) => {
      const { data, errors } = await hub.ask(query);
      expect(data[field]?.storyProfiles ?? null).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    });

    it('have no handle, note or source, for whomever', async () => {
      const fields = (type: string) =>
        Object.keys((clientSchema.getType(type) as GraphQLObjectType).getFields());
      expect(fields('StoryProfile')).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/slug|note|source/i)]),
      );
      const everything = `{ storyProfiles { nodes { ${told} livedIn { code } nationality { code } needs { code } services { id } } } }`;
      const { text, data } = await hub.ask(everything, { as: 'mima:ORG_ADMIN' });
      expect(data.storyProfiles.nodes).toHaveLength(seedFiles.stories.length);
      for (const { slug, note, source } of seedFiles.stories) {
        for (const secret of [slug, note?.ar, note?.en, ...source.map(({ document }) => document)]) {
          if (secret) expect(text).not.toContain(secret);
        }
      }
    });
  });
});

/** Words by which an event could be found only because the handle of its campaign holds them. */
function handlesOnly(): { event: string; word: string }[] {
  return seedFiles.events.flatMap(({ slug, titles, programme, ...event }) => {
    const open = fold(JSON.stringify([slug, titles, event]));
    const words = (programme ?? '')
      .split('-')
      .filter((word) => /^[a-z]{5,}$/.test(word) && !open.includes(word));
    return words.slice(0, 1).map((word) => ({ event: slug, word }));
  });
}
