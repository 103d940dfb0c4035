import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { frameworksOf } from '../../testkit/frameworks';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const year = ['2026-01-01', '2026-12-31'] as const;
describe.each(transports)('indicators, over the %s transport', (transport) => {
  const { hub } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { newCampaign, count, fill, look } = frameworksOf(hub);
  let campaign: string;
  beforeEach(async () => {
    campaign = await newCampaign(lead);
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
});
