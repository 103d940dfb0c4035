import { fold, words } from '../../shared/language/fold';
import { seedId } from '../../shared/schema/type-id';
import { type Asker, startTestHub, type TestHub, transports } from '../testkit/hub';
import { everyRow } from '../testkit/pages';
import { figureParts, seedFiles, seedTerms } from '../testkit/seed';

/** Rows for everybody, some of which belong to a campaign that is not. */
const lists: readonly (readonly [string, readonly Linked[]])[] = [
  ['events', seedFiles.events],
  ['services', seedFiles.services],
  ...figureParts.map(({ list, figures }) => [list, figures] as const),
];

interface Linked {
  readonly slug: string;
  readonly programme: string | null;
}

const campaigns = seedFiles.campaigns.map(({ slug }) => ({ slug, id: seedId('Campaign', slug) }));
/** Lists that a subgraph adds to the campaigns of another one: a pointer at a campaign is enough to read them. */
const behindThePointer = {
  events: 'campaign { __typename events { nodes { slug } } eventFigures { nodes { slug } } }',
  services:
    'campaign { __typename services { nodes { slug } } steps { position } serviceFigures { nodes { slug } } }',
};
const member: Asker = 'mima:VIEWER';

type Found = { readonly nodes: readonly { readonly slug: string }[] };
const slugsIn = ({ nodes }: Found) => nodes.map(({ slug }) => slug).sort();
const nothing = { totalCount: 0, nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  const sorted = (rows: readonly Linked[]) =>
    [...rows].sort((one, other) => (one.slug < other.slug ? -1 : 1));
  /** The same list under one filter after the other, several in a request. */
  async function foundBy(list: string, filters: readonly string[], as: Asker = 'public'): Promise<Found[]> {
    const found: Found[] = [];
    for (let start = 0; start < filters.length; start += 10) {
      const fields = filters.slice(start, start + 10).map(
        (filter, n) => `_${n}: ${list}(first: 100, filter: { ${filter} }) {
          totalCount nodes { slug } edges { cursor } pageInfo { hasNextPage endCursor } }`,
      );
      const { data, errors } = await hub.ask(`{ ${fields.join(' ')} }`, { as });
      expect(errors).toBeUndefined();
      found.push(...(Object.values(data) as Found[]));
    }
    return found;
  }

  describe.each(lists)('%s', (list, seeds) => {
    it('point at no campaign for the public, not even by its type', async () => {
      const rows = await everyRow(hub, list, 'slug campaign { __typename }');
      expect(rows).toHaveLength(seeds.length);
      expect(rows.filter(({ campaign }) => campaign !== null)).toEqual([]);
    });

    it('point at the campaigns of the seed file for a member', async () => {
      const rows = await everyRow(hub, list, 'slug campaign { slug }', { as: member });
      const found = rows.map(({ slug, campaign }) => ({ slug, programme: campaign?.slug ?? null }));
      expect(sorted(found)).toEqual(
        sorted(seeds.map(({ slug, programme }) => ({ slug, programme: programme ?? null }))),
      );
      expect(found.filter(({ programme }) => programme !== null).length).toBeGreaterThan(5);
    });

    it('are found by their campaign by members only', async () => {
      const filters = [...campaigns.map(({ id }) => id), seedId('Campaign', 'no such campaign')].map(
        (id) => `campaign: "${id}"`,
      );
      const asPublic = await foundBy(list, filters);
      expect(asPublic).toEqual(filters.map(() => nothing));
      const asMember = await foundBy(list, filters, member);
      const expected = [...campaigns.map(({ slug }) => slug), 'no such campaign'].map((campaign) =>
        slugsIn({ nodes: seeds.filter(({ programme }) => programme === campaign) }),
      );
      expect(asMember.map(slugsIn)).toEqual(expected);
    });

    it('are found by no word that only the handle of their campaign holds', async () => {
      const open = seeds.map((seed) => ({ slug: seed.slug, told: wordsBesidesTheCampaign(seed) }));
      const handles = campaigns.map(({ slug }) => slug);
      const texts = [...new Set([...handles, ...handles.flatMap(words), 'qzxwvkjq'])];
      const answers = await foundBy(
        list,
        texts.map((text) => `search: "${text}"`),
      );
      const unheard = texts.filter((text, n) => {
        const explained = open
          .filter(({ told }) => words(text).every((word) => told.includes(word)))
          .map(({ slug }) => slug);
        const unexplained = slugsIn(answers[n]!).filter((slug) => !explained.includes(slug));
        expect({ text, unexplained }).toEqual({ text, unexplained: [] });
        if (explained.length === 0) expect({ text, answer: answers[n] }).toEqual({ text, answer: nothing });
        return explained.length === 0;
      });
      expect(unheard.length).toBeGreaterThan(20);
    });
  });

  it.each(
    Object.entries(behindThePointer),
  )('%s lead the public to no list of a campaign', async (list, path) => {
    const asPublic = await everyRow(hub, list, path);
    expect(asPublic.filter(({ campaign }) => campaign !== null)).toEqual([]);
    const asMember = await everyRow(hub, list, path, { as: member, pageSize: 20 });
    expect(asMember.filter(({ campaign }) => campaign !== null).length).toBeGreaterThan(5);
  });

  it('an event leads the public to no campaign', async () => {
    const [event] = seedFiles.events.filter(({ programme }) => programme !== null);
    const query = 'query ($id: ID!) { event(id: $id) { campaign { __typename events { nodes { slug } } } } }';
    const variables = { id: seedId('Event', event!.slug) };
    const asPublic = await hub.ask(query, { variables });
    expect([asPublic.data, asPublic.errors]).toEqual([{ event: { campaign: null } }, undefined]);
    const { data } = await hub.ask(query, { as: member, variables });
    expect(data.event.campaign.events.nodes).toContainEqual({ slug: event!.slug });
  });

  it('the steps of assisted return are told to everybody, but not of which campaign they are', async () => {
    const query = `query ($id: ID!) { organization(id: $id) { assistedReturn {
      steps(through: "RETURN_TRAVEL") { position service { slug campaign { __typename } } } } } }`;
    const variables = { id: seedId('Organization', 'iom-algeria') };
    const stepsFor = async (as: Asker) =>
      (await hub.ask(query, { as, variables })).data.organization.assistedReturn.steps;
    const asPublic = await stepsFor('public');
    const asMember = await stepsFor(member);
    expect(asPublic.length).toBeGreaterThan(1);
    const known = { __typename: 'Campaign' };
    expect(asMember.map((step: Step) => step.service.campaign)).toEqual(asMember.map(() => known));
    expect(asPublic).toEqual(
      asMember.map((step: Step) => ({ ...step, service: { ...step.service, campaign: null } })),
    );
  });
});

interface Step {
  readonly service: { readonly campaign: object | null };
}

/** All that a seed says but for its programme, with the labels of its codes and of the places around its own. */
function wordsBesidesTheCampaign({ programme, ...seed }: Linked): string {
  const texts = new Set<string>();
  const told: unknown[] = [seed];
  while (told.length > 0) {
    const next = told.pop();
    if (typeof next === 'string' && !texts.has(next)) {
      texts.add(next);
      told.push(...(termsByCode.get(next) ?? []));
    } else if (typeof next === 'object' && next !== null) told.push(...Object.values(next));
  }
  return fold([...texts].join(' '));
}

const termsByCode = new Map<string, object[]>();
for (const { code, ar, en, parent, country, area } of Object.values(seedTerms).flat()) {
  termsByCode.set(code, [...(termsByCode.get(code) ?? []), { ar, en, parent, country, area }]);
}
