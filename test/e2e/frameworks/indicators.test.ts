import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { frameworksOf } from '../../testkit/frameworks';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const other: Asker = 'bicf:CAMPAIGNER';
const year = ['2026-01-01', '2026-12-31'] as const;

jest.setTimeout(60_000);

describe.each(transports)('over the %s transport', (transport) => {
  const { hub } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { newCampaign, count, fill } = frameworksOf(hub);
  let campaign: string;
  beforeEach(async () => {
    campaign = await newCampaign(lead);
  });

  const wanted = (given: object = {}) => ({
    ...{ campaign, title: inBoth('People reached', 'من وصلنا إليهم'), measure: 'UNIT', unit: 'people' },
    ...given,
  });
  const look = async (id: string, fields: string, as: Asker = 'iom:VIEWER') => {
    const { data, errors } = await hub.ask(`{ indicator(id: "${id}") { ${fields} } }`, { as });
    expect(errors).toBeUndefined();
    return data.indicator;
  };

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

  it('have a baseline, targets and actual figures, each with what is needed to read it', async () => {
    const made = await count(lead, campaign);
    const before = {
      ...{ indicator: made.id, version: 1, value: '12.50', date: '2025-06-30' },
      comment: inBoth('Counted by hand', 'عُدّ يدويًا'),
    };
    const { indicator } = await change(lead, 'indicatorBaselineSet', before, 'indicator { version }');
    const documents = [
      { title: inBoth('Report', 'تقرير'), url: 'https://example.org/report', language: 'ar' },
    ];
    const parts = [
      { dimension: 'SEX', category: 'WOMEN', value: '18' },
      { dimension: 'SEX', category: 'OTHERS', value: '22.25' },
      { dimension: 'NATIONALITY', category: 'ML', value: '40.25' },
    ];
    const actual = { value: '40.25', place: 'baltimore', documents, parts, comment: inBoth('Good', 'جيد') };
    await fill(lead, { ...made, version: indicator.version }, year, {
      target: { value: 50, qualifier: 'MORE_THAN' },
      actual,
    });
    const figure = `value qualifier comment { value } place { code } lacksTotal
      documents { title { value } url language } parts { dimension { code } category { code list } value }`;
    expect(
      await look(
        made.id,
        `baseline { value year date comment { value } }
        periods { start end target { ${figure} } actual { ${figure} } progress { share } }`,
      ),
    ).toEqual({
      baseline: {
        value: '12.50',
        year: 2025,
        date: '2025-06-30',
        comment: { value: 'Counted by hand' },
      },
      periods: [
        {
          ...{ start: year[0], end: year[1], progress: { share: '0.8050' } },
          target: {
            ...{ value: '50', qualifier: 'MORE_THAN', comment: null, place: null },
            ...{ lacksTotal: false, documents: [], parts: [] },
          },
          actual: {
            ...{ value: '40.25', qualifier: 'EXACT', comment: { value: 'Good' }, lacksTotal: false },
            place: { code: 'baltimore' },
            documents: [{ title: { value: 'Report' }, url: 'https://example.org/report', language: 'ar' }],
            parts: [
              ['SEX', 'WOMEN', 'figureMembers', '18'],
              ['SEX', 'OTHERS', 'figureMembers', '22.25'],
              ['NATIONALITY', 'ML', 'countries', '40.25'],
            ].map(([dimension, category, list, value]) => ({
              ...{ dimension: { code: dimension }, category: { code: category, list }, value },
            })),
          },
        },
      ],
    });
  });

  it('keep every digit', async () => {
    const value = '12345678901234567890.0123456789';
    const made = await count(lead, campaign);
    await fill(lead, made, year, { actual: { value } });
    expect((await look(made.id, 'periods { actual { value } }')).periods).toEqual([{ actual: { value } }]);
  });

  it('may split without a total, and say so', async () => {
    const parts = [{ dimension: 'SEX', category: 'WOMEN', value: '18' }];
    const made = await count(lead, campaign);
    const filled = await fill(lead, made, year, { actual: { parts } });
    const actual = 'periods { target { value } actual { value lacksTotal parts { value } } }';
    expect((await look(made.id, actual)).periods).toEqual([
      { target: null, actual: { value: null, lacksTotal: true, parts: [{ value: '18' }] } },
    ]);
    const again = { period: filled.periods[0]!.id, version: filled.version };
    await change(lead, 'indicatorActualReport', { ...again, value: 5 }, '__typename');
    expect((await look(made.id, actual)).periods).toEqual([
      { target: null, actual: { value: '5', lacksTotal: false, parts: [] } },
    ]);
  });

  it('have parts that need not add up where nothing says that they do', async () => {
    const parts = [
      { dimension: 'SEX', category: 'WOMEN', value: '18' },
      { dimension: 'SEX', category: 'OTHERS', value: '2' },
    ];
    const overlapping = await count(lead, campaign, { aggregable: false });
    await fill(lead, overlapping, year, { actual: { value: '19', parts } });
    const atLeast = await count(lead, campaign);
    await fill(lead, atLeast, year, { actual: { value: '19', qualifier: 'MORE_THAN', parts } });
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

  it('lose nothing when two report at once', async () => {
    const made = await count(lead, campaign);
    const { periods, version } = await fill(lead, made, year, {});
    const reports = await Promise.all(
      [3, 4].map((value) =>
        change(
          lead,
          'indicatorActualReport',
          { period: periods[0]!.id, version, value },
          'indicator { version periods { actual { value } } }',
        ),
      ),
    );
    const [won, lost] = reports.sort((one, two) => one.userErrors.length - two.userErrors.length);
    expect(won.userErrors).toEqual([]);
    expect(lost.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', field: 'version' }]);
    expect(lost.indicator).toEqual(won.indicator);
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

  describe('a figure', () => {
    const document = { title: inBoth('Report', 'تقرير'), url: 'https://example.org/', language: 'en' };
    const part = { dimension: 'SEX', category: 'WOMEN', value: '1' };

    it.each<[string, object, string]>([
      ['of less than nothing', { value: '-0.1' }, 'NEGATIVE value'],
      ['with a part of less than nothing', { parts: [{ ...part, value: '-1' }] }, 'NEGATIVE parts'],
      ['whose parts do not add up', { value: '2', parts: [part] }, 'PARTS_DO_NOT_ADD_UP parts'],
      [
        'whose parts add up in one dimension only',
        { value: '1', parts: [part, { dimension: 'COUNTRY', category: 'MA', value: '0.9' }] },
        'PARTS_DO_NOT_ADD_UP parts',
      ],
      ['with a category twice', { parts: [part, part] }, 'INVALID parts'],
      ['with an unknown dimension', { parts: [{ ...part, dimension: 'MOOD' }] }, 'UNKNOWN_CODE parts'],
      ['with an unknown category', { parts: [{ ...part, category: 'XX' }] }, 'UNKNOWN_CODE parts'],
      ['with too many parts', { parts: Array(51).fill(part) }, 'TOO_MANY parts'],
      ['at no place', { place: 'atlantis' }, 'UNKNOWN_CODE place'],
      [
        'with a script for a document',
        { documents: [{ ...document, url: 'javascript:alert(1)' }] },
        'INVALID documents',
      ],
      [
        'with a password in an address',
        { documents: [{ ...document, url: 'https://a:b@example.org' }] },
        'INVALID documents',
      ],
      ['with no address', { documents: [{ ...document, url: 'report.pdf' }] }, 'INVALID documents'],
      [
        'with a language that is none',
        { documents: [{ ...document, language: 'not a tag' }] },
        'INVALID documents',
      ],
      ['with too many documents', { documents: Array(21).fill(document) }, 'TOO_MANY documents'],
      ['with a turned comment', { comment: inBoth('a\u202eb', 'نص') }, 'DIRECTION_OVERRIDDEN comment'],
    ])('%s is refused', async (_what, given, refused) => {
      const made = await count(lead, campaign);
      const { periods, version } = await fill(lead, made, year, {});
      const input = { period: periods[0]!.id, version, ...given };
      expect(await refusal(lead, 'indicatorTargetSet', input)).toEqual([refused]);
      expect(await refusal(lead, 'indicatorActualReport', input)).toEqual([refused]);
    });

    it('of words takes no number', async () => {
      const made = await count(lead, campaign, { measure: 'QUALITATIVE', unit: null, aggregable: false });
      const { periods, version } = await fill(lead, made, year, {});
      const input = { period: periods[0]!.id, version };
      expect(await refusal(lead, 'indicatorTargetSet', { ...input, value: '1' })).toEqual(['INVALID value']);
      const said = { ...input, comment: inBoth('Trust has grown', 'زادت الثقة') };
      await change(lead, 'indicatorActualReport', said, '__typename');
      expect(await look(made.id, 'periods { actual { comment { value } } progress { state } }')).toEqual({
        periods: [{ actual: { comment: { value: 'Trust has grown' } }, progress: { state: 'NO_TARGET' } }],
      });
    });

    it.each([
      '1e3',
      '1.00000000001',
      'many',
      '',
      0.1,
    ])('that is no exact number fails the request: %p', async (value) => {
      const { errors } = await hub.ask(
        'mutation ($input: IndicatorFigureInput!) { indicatorTargetSet(input: $input) { userErrors { code } } }',
        {
          as: lead,
          variables: { input: { period: seedId('IndicatorPeriod', 'mima-nali/r1'), version: 1, value } },
        },
      );
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });
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
