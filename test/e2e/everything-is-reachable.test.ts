import { seedId } from '../../shared/schema/type-id';
import { bothLanguages } from '../testkit/figure-answer';
import {
  campaignShape,
  dateInWords,
  eventShape,
  figureShape,
  organizationShape,
  type RecordShape,
  serviceShape,
  storyShape,
  termFields,
} from '../testkit/graph-records';
import { type Asker, startTestHub, type TestHub, transports } from '../testkit/hub';
import { everyRow } from '../testkit/pages';
import { asAnswered } from '../testkit/report';
import { figureParts, type SeedTerm, seedFiles, seedTerms } from '../testkit/seed';

/** Ids and codes that the graph does not carry: what they say is said by the record itself or by a link. */
const member: Asker = 'bicf:VIEWER';

/** Figures of other subgraphs are found through the service's programme. */
const keptByLegal = new Set(
  figureParts.find(({ subgraph }) => subgraph === 'legal')!.figures.map(({ slug }) => slug),
);

const lists: readonly { list: string; as: Asker; shape: RecordShape; seeds: readonly object[] }[] = [
  { list: 'organizations', as: 'public', shape: organizationShape, seeds: seedFiles.organizations },
  { list: 'campaigns', as: member, shape: campaignShape, seeds: seedFiles.campaigns.map(asCampaign) },
  { list: 'events', as: member, shape: eventShape, seeds: seedFiles.events.map(asEvent) },
  {
    list: 'services',
    as: member,
    shape: serviceShape,
    seeds: seedFiles.services.map((seed) => ({
      ...seed,
      indicators: seed.indicators.filter((slug) => keptByLegal.has(slug)),
    })),
  },
  {
    list: 'storyProfiles',
    as: member,
    shape: storyShape,
    // Slug, source and note would lead to the person.
    seeds: seedFiles.stories.map(({ slug, source, note, ...told }) => told),
  },
  ...figureParts.map(({ list, figures }) => ({
    list,
    as: member,
    shape: figureShape,
    seeds: figures.map(asAnswered),
  })),
];
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  it.each(lists)('$list hold every fact of their seed file, each on its record', async (listed) => {
    const { list, as, shape, seeds } = listed;
    const rows = await everyRow(hub, list, shape.fields, { as, pageSize: 7, fragments: bothLanguages });
    const found = byHandle(rows.map((row) => shape.read(row)));
    expect(Object.keys(found)).toEqual(Object.keys(byHandle(seeds)));
    expect(found).toEqual(byHandle(seeds));
  });

  it('tells each organisation its engagements', async () => {
    const owners = [...new Set(seedFiles.engagements.map(({ organisation }) => organisation))];
    for (const owner of owners) {
      const { data, errors } = await hub.ask(
        `query ($id: ID!) { organization(id: $id) { engagements {
          kind { code } stakeholderGroup { code } stakeholders { slug } campaign { slug } sources { document { code } lines }
        } } }`,
        { as: `${owner}:VIEWER`, variables: { id: seedId('Organization', owner) } },
      );
      expect(errors).toBeUndefined();
      const expected = seedFiles.engagements
        .filter(({ organisation }) => organisation === owner)
        .map(({ kind, group, stakeholders, programme, source }) => ({
          kind: kind && { code: kind },
          stakeholderGroup: group && { code: group },
          stakeholders: stakeholders.map((slug) => ({ slug })),
          campaign: programme && { slug: programme },
          sources: source.map(({ document, lines }) => ({ document: { code: document }, lines })),
        }));
      expect(data.organization.engagements).toEqual(expected);
    }
    expect(owners.length).toBeGreaterThan(1);
  });

  it('leads from a service through its programme to the figures that other parts of the hub keep', async () => {
    const figures = '(first: 100) { nodes { slug } }';
    const rows = await everyRow(
      hub,
      'services',
      `slug campaign { campaignFigures${figures} eventFigures${figures} serviceFigures${figures} }`,
      { as: member },
    );
    const told = new Map(rows.map(({ slug, campaign }) => [slug, JSON.stringify(campaign)]));
    const linked = seedFiles.services.flatMap(({ slug, indicators }) =>
      indicators.filter((figure) => !keptByLegal.has(figure)).map((figure) => ({ slug, figure })),
    );
    expect(linked.length).toBeGreaterThan(5);
    expect(linked.filter(({ slug, figure }) => !told.get(slug)?.includes(`"${figure}"`))).toEqual([]);
  });

  it('says how the alliance describes itself', async () => {
    const kinds = {
      GOAL: 'allianceGoals',
      CHALLENGE: 'challenges',
      IMPACT: 'allianceImpact',
      MEMBER_ROLE: 'memberRoles',
      FUNDING_USE: 'fundingUses',
      FUTURE_PLAN: 'allianceFuturePlans',
    };
    const { data } = await hub.ask(
      `query ($id: ID!) { organization(id: $id) { strategy { kind { code } term { list details { ...both } ${termFields} } } } } ${bothLanguages}`,
      { variables: { id: seedId('Organization', 'nair') } },
    );
    const expected = Object.entries(kinds).flatMap(([kind, list]) =>
      seedTerms[list]!.map((term) => ({ kind: { code: kind }, term: { list, ...asTerm(term) } })),
    );
    const found = data.organization.strategy;
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it('shows every term of every vocabulary', async () => {
    const { data } = await hub.ask(
      `{ taxonomies { list terms { list details { ...both } ${termFields} } } } ${bothLanguages}`,
    );
    // Of the Sustainable Development Goals all targets are known, also those that no source here names.
    const isWritten = ({ code }: { code: string }) =>
      seedTerms.sdgTargets!.some((target) => target.code === code);
    const found = data.taxonomies.map(({ list, terms }: { list: string; terms: { code: string }[] }) => ({
      list,
      terms: list === 'sdgTargets' ? terms.filter(isWritten) : terms,
    }));
    expect(found).toEqual(
      Object.entries(seedTerms).map(([list, terms]) => ({
        list,
        terms: terms.map((term) => ({ list, ...asTerm(term) })),
      })),
    );
  });

  it('knows of places, targets and instruments what only they have', async () => {
    const { data } = await hub.ask('{ places { code kind { code } country { code } parent { code } } }');
    expect(data.places).toEqual(
      seedTerms.places!.map(({ code, kind, country, parent }) => ({
        code,
        kind: { code: kind },
        country: { code: country },
        parent: parent ? { code: parent } : null,
      })),
    );
    const rows = await everyRow(
      hub,
      'campaigns',
      `sdgTargets { goal ${termFields} } instruments { year kind { code } country { code } ${termFields} }`,
      { as: member, fragments: bothLanguages },
    );
    const targets = rows.flatMap(({ sdgTargets }) => sdgTargets);
    for (const { goal, details, ...term } of seedTerms.sdgTargets!.map(asTarget)) {
      expect(targets).toContainEqual({ goal, ...term });
    }
    const instruments = rows.flatMap((row) => row.instruments);
    const used = seedTerms.instruments!.filter(({ code }) =>
      instruments.some((found) => found.code === code),
    );
    expect(used.length).toBeGreaterThan(3);
    for (const { year, kind, country, ...term } of used) {
      const { details, ...told } = asTerm(term as SeedTerm);
      const only = { year, kind: { code: kind }, country: country ? { code: country } : null };
      expect(instruments).toContainEqual({ ...only, ...told });
    }
  });
});

/** By slug; stories have none, so they go by their label. */
function byHandle(records: readonly object[]): Record<string, object> {
  const handle = (record: object) => {
    const { slug, label } = record as { slug?: string; label?: { en: string } };
    return slug ?? label!.en;
  };
  const sorted = [...records].sort((one, other) => (handle(one) < handle(other) ? -1 : 1));
  const found = Object.fromEntries(sorted.map((record) => [handle(record), record]));
  expect(Object.keys(found)).toHaveLength(records.length);
  return found;
}

function asTerm({ code, ar, en, details, note, source }: SeedTerm) {
  const sources = source.map(({ document, lines }) => ({ document: { code: document }, lines }));
  return { code, label: { ar, en }, details: details ?? null, note: note ?? null, sources };
}

function asTarget(term: SeedTerm) {
  return { goal: term.goal, ...asTerm(term) };
}

function asCampaign(seed: (typeof seedFiles.campaigns)[number]) {
  const line = ({ id, qualifier, ...told }: (typeof seed.activities)[number]) => ({
    ...told,
    qualifier: told.quantity === null ? null : (qualifier ?? 'EXACT'),
  });
  return {
    ...seed,
    activities: seed.activities.map(line),
    results: seed.results.map((result) => line(result as (typeof seed.activities)[number])),
  };
}

function asEvent(seed: (typeof seedFiles.events)[number]) {
  return {
    ...seed,
    date: { ...seed.date, label: seed.date.label ?? dateInWords(seed.date) },
    quantities: seed.quantities.map(({ indicator, ...told }) => told),
  };
}
