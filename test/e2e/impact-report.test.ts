import { seedId } from '../../shared/schema/type-id';
import { bothLanguages, figureFields, readFigure } from '../testkit/figure-answer';
import { type Asker, startTestHub, type TestHub, transports } from '../testkit/hub';
import { bySlug, reportFromSeed } from '../testkit/report';
import { figureParts } from '../testkit/seed';

const slugs = (first = 100) => `(first: ${first}) { totalCount nodes { slug } }`;

/** The year, whole. `links` leaves out what figures say about records of other subgraphs. */
const report = (links?: string) => `
  period { label { ...both } start end }
  members { contributingOrganizations figures(first: 100) { totalCount nodes { ${figureFields(links)} } } }
  campaigns {
    contributingOrganizations figures(first: 100) { totalCount nodes { ${figureFields(links)} } }
    campaigns${slugs()} sdgTargets { code }
  }
  events {
    contributingOrganizations figures(first: 100) { totalCount nodes { ${figureFields(links)} } }
    events${slugs()} held
  }
  services {
    contributingOrganizations figures(first: 100) { totalCount nodes { ${figureFields(links)} } }
    services${slugs()} languageAccess${slugs()} assistance${slugs()} assistedReturn${slugs()}
  }`;

const fromRoot = `query ($organization: ID, $year: Int!) {
  impactReport(organization: $organization, period: { year: $year }) { organization { slug } ${report()} }
} ${bothLanguages}`;

const fromOrganization = `query ($organization: ID!, $year: Int!) {
  organization(id: $organization) { impact(period: { year: $year }) { organization { slug } ${report()} } }
} ${bothLanguages}`;

const years = [
  { office: 'mima', year: 2025, figures: 36, asker: 'mima:VIEWER' },
  { office: 'iom-morocco', year: 2021, figures: 30, asker: 'mc2cm:VIEWER' },
  { office: null, year: 2025, figures: 37, asker: 'nair:COALITION_STAFF' },
  { office: null, year: 2021, figures: 30, asker: 'iom-morocco:ORG_ADMIN' },
] as const satisfies readonly { office: string | null; year: number; figures: number; asker: Asker }[];
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  describe.each(years)('the report of $office for $year', ({ office, year, figures, asker }) => {
    const variables = { organization: office && seedId('Organization', office), year };

    it('comes back whole to a member, as the documents have it', async () => {
      const { data, errors } = await hub.ask(fromRoot, { as: asker, variables });
      expect(errors).toBeUndefined();
      expect(read(data.impactReport)).toEqual(expected(office, year));
      const counted = figureParts.map(({ part }) => data.impactReport[part].figures.totalCount);
      expect(counted.reduce((sum, count) => sum + count)).toBe(figures);
    });

    it('shows the public the same numbers, without campaigns or what points at them', async () => {
      const { data, errors } = await hub.ask(fromRoot, { variables });
      expect(errors).toBeUndefined();
      expect(read(data.impactReport)).toEqual(withoutCampaigns(expected(office, year)));
    });
  });

  it.each(
    years.filter(({ office }) => office !== null),
  )('the organisation $office says of itself what the report for $year says of it', async ({
    office,
    year,
    asker,
  }) => {
    const variables = { organization: seedId('Organization', office!), year };
    const whole = await hub.ask(fromRoot, { as: asker, variables });
    const { data, errors } = await hub.ask(fromOrganization, { as: asker, variables });
    expect(errors).toBeUndefined();
    expect(data.organization.impact).toEqual(whole.data.impactReport);
    expect(read(data.organization.impact)).toEqual(expected(office, year));
  });

  it('adds one part of a year to the other without a gap or an overlap', async () => {
    const halves = [
      { start: '2025-01-01', end: '2025-05-29' },
      { start: '2025-05-30', end: '2025-05-30' },
      { start: '2025-05-31', end: '2025-12-31' },
    ].map(async (period) => {
      const { data } = await hub.ask(
        `query ($organization: ID, $period: PeriodInput!) {
          impactReport(organization: $organization, period: $period) { events { figures(first: 100) { nodes { slug period { start } } } } }
        }`,
        { variables: { organization: seedId('Organization', 'mima'), period } },
      );
      return data.impactReport.events.figures.nodes.filter(
        (figure: Dated) => figure.period?.start === '2025-05-30',
      );
    });
    expect((await Promise.all(halves)).map((summit) => summit.length)).toEqual([0, 5, 0]);
  });

  describe('while a subgraph is away', () => {
    // Links between subgraphs are left out: what is asked of each part is its own.
    const apart = `query ($organization: ID, $year: Int!) {
      impactReport(organization: $organization, period: { year: $year }) { ${report('')} }
    } ${bothLanguages}`;

    it.each(figureParts)('the part of $subgraph is a named gap and no zero', async ({ subgraph, part }) => {
      for (const { office, year, asker } of years) {
        const variables = { organization: office && seedId('Organization', office), year };
        const whole = await hub.ask(apart, { as: asker, variables });
        expect(whole.errors).toBeUndefined();
        await hub.kill(subgraph);
        const { status, data, errors, text } = await hub.ask(apart, { as: asker, variables });
        await hub.revive(subgraph);
        expect(status).toBe(200);
        expect({ ...data.impactReport, period: whole.data.impactReport.period }).toEqual({
          ...whole.data.impactReport,
          [part]: null,
        });
        expect(errors!.length).toBeGreaterThan(0);
        for (const { extensions } of errors!) {
          expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph });
        }
        expect(errors!.map(({ path }) => path[0])).toContain('impactReport');
        expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|10\.0\.0\.7/);
      }
    });
  });
});

interface Dated {
  readonly period: { readonly start: string | null } | null;
}

function expected(office: string | null, year: number) {
  const seed = reportFromSeed(office, year);
  const days = { start: `${year}-01-01`, end: `${year}-12-31` };
  return {
    organization: office,
    period: { label: { ar: String(year), en: String(year) }, ...days },
    parts: seed.parts,
    campaigns: seed.campaigns,
    sdgTargets: seed.sdgTargets,
    events: seed.events,
    held: seed.held,
    services: seed.services,
    languageAccess: seed.areas('LANGUAGE_ACCESS'),
    assistance: seed.areas('ASSISTANCE'),
    assistedReturn: seed.areas('RETURN'),
  };
}

type Report = ReturnType<typeof expected>;

function withoutCampaigns(report: Report): Report {
  const parts = Object.entries(report.parts).map(([part, { figures, ...more }]) => [
    part,
    { ...more, figures: figures.map((figure) => ({ ...figure, campaign: null })) },
  ]);
  return { ...report, parts: Object.fromEntries(parts), campaigns: [], sdgTargets: [] };
}

// biome-ignore lint/suspicious/noExplicitAny: an answer
function read(answer: any): Report {
  const parts = figureParts.map(({ part }) => {
    const { contributingOrganizations, figures } = answer[part];
    expect(figures.totalCount).toBe(figures.nodes.length);
    return [part, { contributingOrganizations, figures: figures.nodes.map(readFigure).sort(bySlug) }];
  });
  return {
    organization: answer.organization?.slug ?? null,
    period: answer.period,
    parts: Object.fromEntries(parts),
    campaigns: listed(answer.campaigns.campaigns),
    sdgTargets: answer.campaigns.sdgTargets.map(({ code }: { code: string }) => code).sort(),
    events: listed(answer.events.events),
    held: answer.events.held,
    services: listed(answer.services.services),
    languageAccess: listed(answer.services.languageAccess),
    assistance: listed(answer.services.assistance),
    assistedReturn: listed(answer.services.assistedReturn),
  };
}

function listed({ totalCount, nodes }: { totalCount: number; nodes: { slug: string }[] }): string[] {
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ slug }) => slug).sort();
}
