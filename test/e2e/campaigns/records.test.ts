import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';

const campaigner: Asker = 'mima:CAMPAIGNER';
const other: Asker = 'bicf:VIEWER';
const title = inBoth('Welcome, neighbour', 'أهلًا بالجار');

/** Each kind of record: its field, its list, and an input that makes one. */
const kinds = [
  {
    field: 'mediaItem',
    list: 'mediaItems',
    filter: 'MediaItemFilter',
    content: {
      title,
      kind: 'INTERVIEW',
      publishedOn: '2026-02-12',
      outlet: inBoth('The Paper', 'الجريدة'),
      language: 'ar',
    },
    shown: { kind: 'INTERVIEW', publishedOn: '2026-02-12', outlet: { value: 'The Paper' }, language: 'ar' },
    fields: 'kind publishedOn outlet { value } language',
    day: 'publishedOn',
  },
  {
    field: 'publication',
    list: 'publications',
    filter: 'PublicationFilter',
    content: {
      title,
      kind: 'TOOLKIT',
      publishedOn: '2026-02-12',
      summary: title,
      languages: ['ar', 'EN', 'ar'],
    },
    shown: { kind: 'TOOLKIT', summary: { value: 'Welcome, neighbour' }, languages: ['ar', 'en'] },
    fields: 'kind publishedOn summary { value } languages',
    day: 'publishedOn',
  },
  {
    field: 'oversightReport',
    list: 'oversightReports',
    filter: 'OversightReportFilter',
    content: {
      title,
      governmentAction: inBoth('A form in one language', 'استمارة بلغة واحدة'),
      finding: inBoth('Nobody could fill it in', 'لم يستطع أحد تعبئتها'),
      foundOn: '2026-02-12',
      followUpOn: '2026-03-01',
    },
    shown: {
      governmentAction: { value: 'A form in one language' },
      finding: { value: 'Nobody could fill it in' },
      foundOn: '2026-02-12',
      response: null,
      followUpOn: '2026-03-01',
    },
    fields: 'governmentAction { value } finding { value } foundOn response { value } followUpOn',
    day: 'foundOn',
  },
] as const;
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  let bill: string;
  let campaign: string;
  beforeAll(async () => {
    const input = { bills: [JSON.stringify(welcomeAct())], asOf: '2026-02-11T08:00:00Z' };
    await change('nair:COALITION_STAFF', 'billsImport', input, 'created');
    bill = (await hub.ask('{ bills { nodes { id } } }')).data.bills.nodes[0].id;
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    campaign = (await change(campaigner, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
    await database.mark();
  });
  afterEach(() => database.rewind());

  const share = (id: string, level: string | null) =>
    change('mima:ORG_ADMIN', 'campaignsSharingLevelSet', { id, group: 'campaign.summary', level }, 'level');

  describe.each(kinds)('a $field', ({ field, list, filter: filterType, content, shown, fields, day }) => {
    const selection = `${field} { id version title { value } links archivedAt organization { slug } campaign { id } bill { id } ${fields} }`;
    const make = async (given: object = {}) => {
      const done = await change(campaigner, `${field}Create`, { ...content, ...given }, selection);
      expect(done.userErrors).toEqual([]);
      return done[field];
    };
    const listed = async (filter: object = {}, as: Asker = other) => {
      const { data, errors } = await hub.ask(
        `query ($filter: ${filterType}) { ${list}(filter: $filter) { nodes { id } } }`,
        { as, variables: { filter } },
      );
      expect(errors).toBeUndefined();
      return data[list].nodes.map(({ id }: { id: string }) => id);
    };

    it('is made, changed by whoever has read it as it is, and put away', async () => {
      const links = ['https://example.org/a', 'http://example.org/b?c=d'];
      const made = await make({ campaign, bill, links });
      expect(made).toMatchObject({
        ...shown,
        version: 1,
        title: { value: 'Welcome, neighbour' },
        links,
        archivedAt: null,
        organization: { slug: 'mima' },
        campaign: { id: campaign },
        bill: { id: bill },
      });
      const edit = { [field]: made.id, version: 1, links: [], campaign: null };
      const changed = await change(campaigner, `${field}Update`, edit, selection);
      expect(changed[field]).toMatchObject({
        ...shown,
        version: 2,
        links: [],
        campaign: null,
        bill: { id: bill },
      });
      const late = await change('mima:ORG_ADMIN', `${field}Update`, edit, selection);
      expect(late).toMatchObject({ [field]: changed[field], userErrors: [{ code: 'VERSION_CONFLICT' }] });
      expect(await refusal(campaigner, `${field}Update`, { [field]: made.id, version: 2 })).toEqual([
        'REQUIRED null',
      ]);
      expect(await listed()).toEqual([made.id]);
      await change(campaigner, `${field}Archive`, { [field]: made.id }, selection);
      expect(await listed()).toEqual([]);
      expect(await refusal(campaigner, `${field}Archive`, { [field]: made.id })).toEqual([
        `NOT_FOUND ${field}`,
      ]);
    });

    it('is found by campaign, bill, organisation and day, the latest first', async () => {
      const first = (await make({ campaign })).id;
      const second = (await make({ bill, [day]: '2026-02-20' })).id;
      expect(await listed()).toEqual([second, first]);
      expect(await listed({ campaign })).toEqual([first]);
      expect(await listed({ bill })).toEqual([second]);
      expect(await listed({ organization: seedId('Organization', 'mima') })).toEqual([second, first]);
      expect(await listed({ organization: seedId('Organization', 'bicf') })).toEqual([]);
      expect(await listed({ period: { start: '2026-02-13' } })).toEqual([second]);
      expect(await listed({ period: { end: '2026-02-13' } })).toEqual([first]);
    });

    it('is seen as far as it is shared, and never further than its campaign', async () => {
      const attached = (await make({ campaign })).id;
      const alone = (await make({ [day]: '2026-02-20' })).id;
      expect(await listed()).toEqual([alone, attached]);
      expect(await listed({}, 'public')).toEqual([]);
      for (const id of [attached, alone]) await share(id, 'PUBLIC');
      expect(await listed({}, 'public')).toEqual([alone]);
      await share(campaign, 'PUBLIC');
      expect(await listed({}, 'public')).toEqual([alone, attached]);
      await share(campaign, 'PRIVATE');
      expect(await listed()).toEqual([alone]);
      expect(await listed({}, campaigner)).toEqual([alone, attached]);
    });

    it('is for those who campaign in its organisation to write', async () => {
      const { id } = await make();
      expect(
        await refusal('bicf:CAMPAIGNER', `${field}Update`, { [field]: id, version: 1, links: [] }),
      ).toEqual([`NOT_FOUND ${field}`]);
      expect(await refusal('bicf:CAMPAIGNER', `${field}Create`, { ...content, campaign })).toEqual([
        'NOT_FOUND campaign',
      ]);
      const archive = `mutation { ${field}Archive(input: { ${field}: "${id}" }) { userErrors { code } } }`;
      const { errors } = await hub.ask(archive, { as: 'mima:VIEWER' });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    });

    it.each([
      ['one language', { title: [{ language: 'en', value: 'Welcome' }] }, 'REQUIRED title'],
      ['a link that runs something', { links: ['javascript:alert(1)'] }, 'INVALID links'],
      ['a link that is none', { links: ['example.org'] }, 'INVALID links'],
      ['too many links', { links: Array(21).fill('https://example.org/') }, 'TOO_MANY links'],
      ['a day to come', { [day]: '2199-01-01' }, `TIME_OUT_OF_RANGE ${day}`],
      ['a bill that is not there', { bill: seedId('Bill', 'nobody') }, 'NOT_FOUND bill'],
      ['a campaign that is none', { campaign: 'cmp_x' }, 'NOT_FOUND campaign'],
    ])('is refused with %s', async (_, given, expected) => {
      expect(await refusal(campaigner, `${field}Create`, { ...content, ...given })).toEqual([expected]);
    });
  });

  describe('oversight reports', () => {
    const [, , { content }] = kinds;
    const make = async (followUpOn: string | null) => {
      const input = { ...content, followUpOn };
      return (await change(campaigner, 'oversightReportCreate', input, 'oversightReport { id version }'))
        .oversightReport;
    };
    const due = async () => {
      const { data } = await hub.ask(
        '{ oversightReportsDue(timeZone: "Africa/Casablanca") { nodes { id } } }',
        { as: campaigner },
      );
      return data.oversightReportsDue.nodes.map(({ id }: { id: string }) => id);
    };

    it('are due from their day on until somebody has followed them up', async () => {
      const late = await make('2026-03-02');
      const later = await make('2026-03-01');
      await make('2199-01-01');
      await make(null);
      expect(await due()).toEqual([later.id, late.id]);
      const answered = {
        oversightReport: later.id,
        version: 1,
        response: inBoth('Noted', 'أُخذ علمًا'),
        followUpOn: null,
      };
      await change(campaigner, 'oversightReportUpdate', answered, 'oversightReport { id }');
      expect(await due()).toEqual([late.id]);
      await change(
        campaigner,
        'oversightReportArchive',
        { oversightReport: late.id },
        'oversightReport { id }',
      );
      expect(await due()).toEqual([]);
    });

    it('are not followed up before they are found', async () => {
      const { id } = await make('2026-03-01');
      expect(
        await refusal(campaigner, 'oversightReportCreate', { ...content, followUpOn: '2026-02-11' }),
      ).toEqual(['DATES_CONTRADICT followUpOn']);
      const moved = { oversightReport: id, version: 1, foundOn: '2026-03-02' };
      expect(await refusal(campaigner, 'oversightReportUpdate', moved)).toEqual([
        'DATES_CONTRADICT followUpOn',
      ]);
    });
  });

  it('an idempotency key makes one record of two requests', async () => {
    const input = { ...kinds[0].content, idempotencyKey: '7a0d5b6e-6f6c-4b57-9d3b-0d6d4c2b8f11' };
    const one = await change(campaigner, 'mediaItemCreate', input, 'mediaItem { id }');
    expect(await change(campaigner, 'mediaItemCreate', input, 'mediaItem { id }')).toEqual(one);
  });
});
