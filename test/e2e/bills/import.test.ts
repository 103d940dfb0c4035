import { seedId } from '../../../shared/schema/type-id';
import { type Asker, transports } from '../../testkit/hub';
import { ada, companion, passage, welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

const staff = 'nair:COALITION_STAFF';
const asOf = '2026-02-11T08:00:00.000Z';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());

  async function importBills(bills: readonly unknown[], changes: object = {}, as: Asker = staff) {
    const texts = bills.map((bill) => (typeof bill === 'string' ? bill : JSON.stringify(bill)));
    const { data, errors } = await hub.ask(
      mutationText(
        'billsImport',
        'created updated unchanged failures { index error { code field message } } userErrors { code field }',
      ),
      { as, variables: { input: { bills: texts, asOf, ...changes } } },
    );
    return errors ? errors.map(({ extensions }) => extensions.code) : data.billsImport;
  }
  const counts = (created: number, updated: number, unchanged: number) => ({
    created,
    updated,
    unchanged,
    failures: [],
    userErrors: [],
  });

  const everything = `id ocdId identifier legislativeSession title { value language } chamber { code }
    jurisdiction { ocdId name { value } classification { code } isStale } classification { code } subject status { code }
    actions { date organizationName organizationKind { code } description { value } classification { code } }
    versions { note { value } date url }
    sponsorships { name primary classification legislator { ocdId name } }
    votes { startDate motionText { value } motionClassification { code } result { code } counts { option { code } value }
      votes { option { code } voterName legislator { name party chamber { code } district } } }
    relatedBills { relationType { code } identifier legislativeSession bill { identifier } }
    sourceUrl asOf isStale`;
  const bills = async (filter: object = {}, as: Asker = 'public') => {
    const query = `query ($filter: BillFilter) { bills(filter: $filter) { totalCount nodes { ${everything} } } }`;
    const { data, errors } = await hub.ask(query, { as, variables: { filter } });
    expect(errors).toBeUndefined();
    return data.bills.nodes;
  };
  const found = async (filter: object) =>
    (await bills(filter)).map(({ identifier }: { identifier: string }) => identifier);

  it('takes bills as Open States writes them, for everybody to read', async () => {
    expect(await importBills([welcomeAct(), companion('2026-03-01')])).toEqual(counts(2, 0, 0));
    const [house, senate] = await bills();
    expect(senate).toMatchObject({
      ocdId: 'ocd-bill/11111111-2222-4333-8444-555555555555',
      identifier: 'SB 12',
      legislativeSession: '2026',
      title: { value: 'Welcome Act', language: 'en' },
      chamber: { code: 'upper' },
      jurisdiction: { ocdId: 'ocd-jurisdiction/country:us/state:zz/government', isStale: true },
      classification: [{ code: 'bill' }],
      subject: ['IMMIGRANTS', 'HOUSING'],
      status: { code: 'PASSED_ONE_CHAMBER' },
      versions: [{ note: { value: 'Introduced' }, date: null, url: 'https://legislature.example/sb12.pdf' }],
      sponsorships: [
        { name: 'BROOK', primary: true, legislator: { ocdId: ada.id, name: 'Ada Brook' } },
        { name: 'Committee on Welcome', primary: false, legislator: null },
      ],
      relatedBills: [{ relationType: { code: 'companion' }, bill: { identifier: 'HB 34' } }],
      sourceUrl: 'https://openstates.org/zz/bills/2026/SB12/',
      asOf,
      isStale: true,
    });
    expect(senate.actions.map(({ date }: { date: string }) => date)).toEqual([
      '2026-01-10',
      '2026-01-12',
      '2026-02-10',
    ]);
    expect(senate.votes).toMatchObject([
      {
        startDate: '2026-02-10',
        result: { code: 'pass' },
        counts: [{ value: 24 }, { value: 21 }],
        votes: [
          {
            option: { code: 'yes' },
            legislator: { name: 'Ada Brook', chamber: { code: 'upper' }, district: '7' },
          },
          { option: { code: 'no' }, legislator: { name: 'Omar Field' } },
          { option: { code: 'not voting' }, voterName: 'A. Nobody', legislator: null },
        ],
      },
    ]);
    expect(house.relatedBills).toMatchObject([{ bill: { identifier: 'SB 12' } }]);
  });

  it('changes nothing when the same comes again, and only what changed when it does not', async () => {
    await importBills([welcomeAct(), companion('2026-03-01')]);
    const before = await bills();
    expect(await importBills([welcomeAct(), companion('2026-03-01')])).toEqual(counts(0, 0, 2));
    expect(await bills()).toEqual(before);

    const later = { asOf: '2026-02-20T08:00:00.000Z' };
    expect(await importBills([welcomeAct()], later)).toEqual(counts(0, 0, 1));
    const amended = welcomeAct({
      title: 'Warm Welcome Act',
      votes: [passage('2026-02-10', { 'Ada Brook': 'no' })],
    });
    expect(await importBills([amended], later)).toEqual(counts(0, 1, 0));
    const [, senate] = await bills();
    expect(senate).toMatchObject({
      id: before[1].id,
      title: { value: 'Warm Welcome Act' },
      asOf: later.asOf,
    });
    expect(senate.votes).toMatchObject([{ votes: [{ option: { code: 'no' } }] }]);
    expect(await found({ search: 'warm' })).toEqual(['SB 12']);
    // An older copy comes late.
    expect(await importBills([welcomeAct()])).toEqual(counts(0, 0, 1));
    expect((await bills())[1].title.value).toBe('Warm Welcome Act');
  });

  it('reports what cannot be read, each with its place and reason, and takes the rest', async () => {
    const broken = [
      '{',
      welcomeAct({ id: '11111111' }),
      welcomeAct({ actions: [{ ...welcomeAct().actions[0], date: '2026-02-30' }] }),
      welcomeAct({ actions: [{ ...welcomeAct().actions[0], classification: ['sung'] }] }),
      welcomeAct({ votes: [passage('2026-02-10', { 'Ada Brook': 'perhaps' })] }),
      welcomeAct({ title: 'x'.repeat(10_001) }),
      welcomeAct({ title: 'a\0b' }),
      welcomeAct({ versions: [{ note: 'x', links: [{ url: 'javascript:alert(1)' }] }] }),
    ];
    const { created, failures } = await importBills([...broken, companion('2026-03-01')]);
    expect(created).toBe(1);
    expect(
      failures.map(
        ({ index, error }: never) =>
          `${index} ${(error as { code: string }).code} ${(error as { field: string }).field}`,
      ),
    ).toEqual([
      '0 NOT_READABLE null',
      '1 INVALID id',
      '2 INVALID actions.0.date',
      '3 UNKNOWN_CODE actions.0.classification',
      '4 UNKNOWN_CODE votes.0.votes',
      '5 INVALID title',
      '6 INVALID title',
      '7 INVALID versions.0.links.0.url',
    ]);
    expect(await found({})).toEqual(['HB 34']);
  });

  it('does not take one bill for another that bears its name', async () => {
    await importBills([welcomeAct()]);
    const { failures } = await importBills([welcomeAct({ id: 'ocd-bill/another', title: 'Another' })]);
    expect(failures).toMatchObject([{ index: 0, error: { code: 'ALREADY_KNOWN', field: 'identifier' } }]);
    expect((await bills())[0].title.value).toBe('Welcome Act');
  });

  it('is for the coalition’s staff, and has its limits', async () => {
    expect(await importBills([welcomeAct()], {}, 'nair:ORG_ADMIN')).toEqual(['FORBIDDEN']);
    expect(await importBills([welcomeAct()], {}, 'bicf:CAMPAIGNER')).toEqual(['FORBIDDEN']);
    const refusal = async (list: readonly unknown[], changes: object = {}) =>
      (await importBills(list, changes)).userErrors;
    expect(await refusal([])).toEqual([{ code: 'REQUIRED', field: 'bills' }]);
    expect(await refusal(Array(51).fill('{}'))).toEqual([{ code: 'TOO_MANY', field: 'bills' }]);
    expect(await refusal(['{}'], { language: '??' })).toEqual([{ code: 'INVALID', field: 'language' }]);
    expect(await refusal(['{}'], { asOf: '2199-01-01T00:00:00Z' })).toEqual([
      { code: 'TIME_OUT_OF_RANGE', field: 'asOf' },
    ]);
    expect(await found({})).toEqual([]);
  });

  it('makes one bill of it when two import it at the same time', async () => {
    const both = await Promise.all([importBills([welcomeAct()]), importBills([welcomeAct()])]);
    expect(both.map(({ created, unchanged }) => [created, unchanged]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('costs as many statements for many bills as for one', async () => {
    const more = [1, 2, 3].map((n) => welcomeAct({ id: `ocd-bill/${n}`, identifier: `SB ${n}` }));
    await importBills([companion('2026-03-01'), ...more]);
    const costOf = async (first: number) => {
      hub.statements();
      const { data } = await hub.ask(
        `{ bills(first: ${first}, filter: { search: "SB" }) { nodes { ${everything} } } }`,
      );
      expect(data.bills.nodes).toHaveLength(first);
      return hub.statements().filter(({ kind }) => kind === 'query').length;
    };
    const one = await costOf(1);
    expect(one).toBeGreaterThan(0);
    expect(await costOf(3)).toBe(one);
  });

  it('finds bills by status, subject, session and words', async () => {
    const law = welcomeAct({
      actions: [
        ...welcomeAct().actions,
        { ...welcomeAct().actions[0], date: '2026-02-11', classification: ['became-law'], order: 3 },
      ],
    });
    await importBills([law, companion('2026-03-01', { subject: ['SCHOOLS'] })]);
    expect(await found({ status: 'LAW' })).toEqual(['SB 12']);
    expect(await found({ status: 'INTRODUCED' })).toEqual(['HB 34']);
    expect(await found({ subject: 'SCHOOLS' })).toEqual(['HB 34']);
    expect(await found({ search: 'welc', legislativeSession: '2026' })).toEqual(['HB 34', 'SB 12']);
    expect(await found({ legislativeSession: '2025' })).toEqual([]);
  });

  it('lets a campaigner of any active member add one, which the next import takes up', async () => {
    await importBills([companion('2026-03-01')]);
    const [jurisdiction] = await administrator<{ id: string }>('select id from campaigns.jurisdiction');
    const add = async (as: Asker, changes: object = {}) => {
      const { data, errors } = await hub.ask(
        mutationText('billAdd', 'bill { identifier asOf isStale ocdId } userErrors { code field }'),
        {
          as,
          variables: {
            input: {
              jurisdiction: jurisdiction!.id,
              legislativeSession: '2026',
              identifier: 'SB 12',
              title: [{ language: 'ar', value: 'قانون الترحيب' }],
              ...changes,
            },
          },
        },
      );
      return errors ? errors.map(({ extensions }) => extensions.code) : data.billAdd;
    };
    // The coalition's own people add bills as its staff.
    for (const as of ['bicf:ORG_ADMIN', 'nair:CAMPAIGNER'] as const)
      expect(await add(as)).toEqual(['FORBIDDEN']);
    const another = seedId('Jurisdiction', 'another');
    await administrator(
      `insert into campaigns.jurisdiction select (jsonb_populate_record(j,
       jsonb_build_object('organization_id', $1::text, 'id', $2::text))).* from campaigns.jurisdiction j`,
      [seedId('Organization', 'bicf'), another],
    );
    expect(await add('bicf:CAMPAIGNER', { jurisdiction: another })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: 'jurisdiction' }],
    });
    expect(await add('bicf:CAMPAIGNER', { identifier: ' ' })).toMatchObject({
      userErrors: [{ code: 'REQUIRED' }],
    });
    expect(await add('bicf:CAMPAIGNER')).toEqual({
      bill: { identifier: 'SB 12', asOf: null, isStale: false, ocdId: null },
      userErrors: [],
    });
    expect(await add('mima:CAMPAIGNER')).toEqual({
      bill: null,
      userErrors: [{ code: 'ALREADY_KNOWN', field: 'identifier' }],
    });
    expect(await importBills([welcomeAct()])).toEqual(counts(0, 1, 0));
    const [, senate] = await bills();
    expect(senate.ocdId).toBe(welcomeAct().id);
    const { data } = await hub.ask('{ bills { nodes { title { value } } } }', { language: 'ar' });
    expect(data.bills.nodes[1].title.value).toBe('قانون الترحيب');
  });
});
