import { type Asker, startTestHub, type TestHub, transports } from '../../testkit/hub';
import { everyRow } from '../../testkit/pages';
import { seedFiles } from '../../testkit/seed';

const member: Asker = 'bicf:VIEWER';
const fields = `slug kind { code } period { start end } indicators {
  title { value } measure unit { code } aggregable note { value } sources { document { code } lines }
  result { description { value } }
  periods { start end target { value qualifier } actual { value qualifier } progress { state share } }
}`;

interface Told {
  readonly title: { readonly value: string };
  readonly result: object | null;
  readonly periods: readonly ToldPeriod[];
}
interface ToldPeriod {
  readonly target: { readonly value: string } | null;
  readonly actual: { readonly value: string } | null;
}

interface Line {
  readonly en: string;
  readonly quantity: number | null;
  readonly unit: string | null;
}
describe.each(transports)('over the %s transport, what documents count', (transport) => {
  let hub: TestHub;
  let campaigns: Awaited<ReturnType<typeof everyRow>>;
  beforeAll(async () => {
    hub = await startTestHub(transport);
    campaigns = await everyRow(hub, 'campaigns', fields, { as: member, pageSize: 10 });
  });
  afterAll(() => hub.close());
  const of = (slug: string): Told[] => campaigns.find((campaign) => campaign.slug === slug)!.indicators;

  it('is all there as indicators, each number once, and nothing else is', () => {
    for (const seed of seedFiles.campaigns as unknown as readonly {
      slug: string;
      results: Line[];
      activities: Line[];
    }[]) {
      const counted = [...seed.results, ...seed.activities].filter(({ quantity }) => quantity !== null);
      const told = of(seed.slug).map(({ title, periods: [period, ...more] }) => {
        expect(more).toEqual([]);
        return [title.value, Number((period!.target ?? period!.actual)!.value)];
      });
      expect(told).toEqual(counted.map(({ en, quantity }) => [en, quantity]));
    }
  });

  it('in the sheets of fifteen cities is wanted, on no day, and nobody says what came of it', () => {
    const sheets = campaigns.filter(({ kind }) => kind.code === 'ACTION_PROGRAMME');
    expect(sheets).toHaveLength(15);
    const planned = sheets.flatMap(({ slug }) => of(slug).flatMap(({ periods }) => periods));
    expect(planned.length).toBeGreaterThan(8);
    for (const { target, ...rest } of planned) {
      expect(target).toEqual({ value: expect.stringMatching(/^\d+$/), qualifier: 'EXACT' });
      expect(rest).toEqual({
        ...{ start: null, end: null, actual: null },
        progress: { state: 'NOT_REPORTED', share: null },
      });
    }
  });

  it('in the review of Baltimore has come of the year, and nobody says what was wanted', () => {
    expect(of('mima-know-your-rights')[0]).toEqual({
      title: { value: 'Community members reached by the workshops' },
      result: { description: { value: 'Community members reached by the workshops' } },
      ...{ measure: 'UNIT', unit: { code: 'people' }, aggregable: false, note: null },
      sources: [{ document: { code: 'mima-2025-review' }, lines: [101] }],
      periods: [
        {
          ...{ start: '2025-01-01', end: '2025-12-31', target: null },
          actual: { value: '176', qualifier: 'EXACT' },
          progress: { state: 'NO_TARGET', share: null },
        },
      ],
    });
    const [members, countries] = of('mima-civic-engagement');
    expect(members!.periods[0]!.actual).toEqual({ value: '51', qualifier: 'EXACT' });
    expect(countries!.periods[0]!.actual).toEqual({ value: '20', qualifier: 'MORE_THAN' });
    expect(of('mima-communications')[0]).toMatchObject({ measure: 'PERCENTAGE', unit: null });
    expect(of('mima-immigration-summit').find(({ result }) => result === null)).toMatchObject({
      ...{ measure: 'ORDINAL', periods: [{ start: '2025-05-30', actual: { value: '12' } }] },
    });
  });

  it('is none where the source gives no number', () => {
    expect(of('mima-welcome-works')).toEqual([]);
    expect(of('mc2cm-tangier-home')).toEqual([]);
  });
});
