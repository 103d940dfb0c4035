import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { frameworksOf } from '../../testkit/frameworks';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const other: Asker = 'bicf:CAMPAIGNER';
const year = ['2026-01-01', '2026-12-31'] as const;
describe.each(transports)('indicators, over the %s transport', (transport) => {
  const { hub } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { newCampaign, count, fill, look } = frameworksOf(hub);
  let campaign: string;
  beforeEach(async () => {
    campaign = await newCampaign(lead);
  });

  const wanted = (given: object = {}) => ({
    ...{ campaign, title: inBoth('People reached', 'من وصلنا إليهم'), measure: 'UNIT', unit: 'people' },
    ...given,
  });
  it('tell about a result, or about the campaign as a whole', async () => {
    const aim = { campaign, type: 'OUTCOME', description: inBoth('Rights known', 'حقوق معروفة') };
    const { result } = await change(lead, 'resultCreate', aim, 'result { id }');
    const one = await count(lead, campaign, { result: result.id });
    const whole = await count(lead, campaign);
    const { data } = await hub.ask(
      `{ campaign(id: "${campaign}") { indicators { id result { type } unit { code } measure ascending aggregable }
        results { indicators { id } } } }`,
      { as: 'iom:VIEWER' },
    );
    const counts = { unit: { code: 'people' }, measure: 'UNIT', ascending: true, aggregable: true };
    expect(data.campaign).toEqual({
      indicators: [
        { id: one.id, result: { type: 'OUTCOME' }, ...counts },
        { id: whole.id, result: null, ...counts },
      ],
      results: [{ indicators: [{ id: one.id }] }],
    });
    const moved = { indicator: whole.id, version: 1, result: result.id, ascending: false };
    await change(lead, 'indicatorUpdate', moved, '__typename');
    expect(await look(whole.id, 'result { id } ascending version')).toEqual({
      result: { id: result.id },
      ascending: false,
      version: 2,
    });
  });

  it('have periods in the order of their days, which may be moved and removed', async () => {
    const made = await count(lead, campaign);
    const later = await fill(lead, made, ['2026-07-01', '2026-12-31'], {});
    const both = await fill(lead, later, ['2026-01-01', '2026-03-31'], {});
    expect(both.periods.map(({ start }) => start)).toEqual(['2026-01-01', '2026-07-01']);
    const [first] = both.periods;
    const move = { period: first!.id, version: both.version, start: '2027-01-01', end: '2027-12-31' };
    const { indicator } = await change(
      lead,
      'indicatorPeriodUpdate',
      move,
      'indicator { version periods { start end } }',
    );
    expect(indicator.periods.at(-1)).toEqual({ start: '2027-01-01', end: '2027-12-31' });
    const gone = await change(
      lead,
      'indicatorPeriodRemove',
      { period: first!.id, version: indicator.version },
      'indicator { periods { start } }',
    );
    expect(gone.indicator.periods).toEqual([{ start: '2026-07-01' }]);
  });

  it('have no two periods on one day, also when two are added at once', async () => {
    const made = await count(lead, campaign);
    const { version } = await fill(lead, made, ['2026-04-01', '2026-06-30'], {});
    for (const [start, end] of [
      ['2026-06-30', '2026-07-31'],
      ['2026-01-01', '2026-04-01'],
      ['2026-05-01', '2026-05-02'],
      ['2026-01-01', '2026-12-31'],
    ]) {
      const input = { indicator: made.id, version, start, end };
      expect(await refusal(lead, 'indicatorPeriodAdd', input)).toEqual(['PERIODS_OVERLAP null']);
    }
    const apart = await fill(lead, { ...made, version }, ['2026-07-01', '2026-07-01'], {});
    const move = { period: apart.periods[1]!.id, version: apart.version };
    const over = { ...move, start: '2026-06-30', end: '2026-08-01' };
    expect(await refusal(lead, 'indicatorPeriodUpdate', over)).toEqual(['PERIODS_OVERLAP null']);
    const twice = await Promise.all(
      [1, 2].map(() => {
        const input = { indicator: made.id, version: apart.version, start: '2028-01-01', end: '2028-12-31' };
        return change(lead, 'indicatorPeriodAdd', input, '__typename');
      }),
    );
    const codes = twice.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['VERSION_CONFLICT']);
  });

  it.each<[string, object, string]>([
    ['nothing that is counted', { unit: undefined }, 'REQUIRED unit'],
    ['a unit that is none', { unit: 'furlongs' }, 'UNKNOWN_CODE unit'],
    ['a unit of a share', { measure: 'PERCENTAGE' }, 'INVALID unit'],
    [
      'a share that is to be added up',
      { measure: 'PERCENTAGE', unit: null, aggregable: true },
      'INVALID aggregable',
    ],
    ['one language', { title: [{ language: 'en', value: 'x' }] }, 'REQUIRED title'],
    ['a result that is none', { result: seedId('Result', 'nothing') }, 'NOT_FOUND result'],
    ['a result of another campaign', { result: seedId('Result', 'mima-nali/r1') }, 'NOT_FOUND result'],
    ['another one’s campaign', { campaign: seedId('Campaign', 'nair-future-plans') }, 'NOT_FOUND campaign'],
    ['what it would count towards being no id', { contributesTo: ['x'] }, 'INVALID contributesTo'],
    [
      'what it would count towards not being there',
      { contributesTo: [seedId('Indicator', 'nothing')] },
      'NOT_FOUND contributesTo',
    ],
  ])('are refused with %s', async (_what, given, refused) => {
    expect(await refusal(lead, 'indicatorCreate', wanted(given))).toEqual([refused]);
  });

  it('have a baseline of some year', async () => {
    const { id } = await count(lead, campaign);
    const before = { indicator: id, version: 1, value: '1' };
    const refused = (given: object) => refusal(lead, 'indicatorBaselineSet', { ...before, ...given });
    expect(await refused({})).toEqual(['REQUIRED year']);
    expect(await refused({ year: 999 })).toEqual(['INVALID year']);
    expect(await refused({ year: 2024, date: '2025-01-01' })).toEqual(['INVALID year']);
    expect(await refused({ year: 2025, value: '-1' })).toEqual(['NEGATIVE value']);
  });

  it('have periods that end after they start', async () => {
    const { id } = await count(lead, campaign);
    const refused = (start: string, end: string) =>
      refusal(lead, 'indicatorPeriodAdd', { indicator: id, version: 1, start, end });
    expect(await refused('2026-02-01', '2026-01-31')).toEqual(['DATES_CONTRADICT end']);
    expect(await refused('0999-01-01', '2026-01-31')).toEqual(['INVALID start']);
    expect(await refused('2026-01-31', '2026-01-31')).toEqual([]);
  });

  it('belong to the lead: others read them', async () => {
    const made = await count(lead, campaign);
    const { version, periods } = await fill(lead, made, year, {});
    const indicator = { indicator: made.id, version };
    const period = { period: periods[0]!.id, version };
    const days = { start: '2030-01-01', end: '2030-01-31' };
    for (const [mutation, input, field] of [
      ['indicatorUpdate', { ...indicator, ascending: false }, 'indicator'],
      ['indicatorArchive', indicator, 'indicator'],
      ['indicatorBaselineSet', { ...indicator, year: 2020 }, 'indicator'],
      ['indicatorPeriodAdd', { ...indicator, ...days }, 'indicator'],
      ['indicatorPeriodUpdate', { ...period, ...days }, 'period'],
      ['indicatorPeriodRemove', period, 'period'],
      ['indicatorTargetSet', { ...period, value: 1 }, 'period'],
      ['indicatorActualReport', { ...period, value: 1 }, 'period'],
    ] as const) {
      expect(await refusal(other, mutation, input)).toEqual([`NOT_FOUND ${field}`]);
    }
    expect(await refusal(lead, 'indicatorUpdate', indicator)).toEqual(['REQUIRED null']);
    expect(await look(made.id, 'version')).toEqual({ version });
  });
});
