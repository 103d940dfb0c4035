import { changesOf } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';

const staff: Asker = 'nair:COALITION_STAFF';
const selection = `bill { version title { translations { language value } } classification { code } subject chamber { code } }`;
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  let bill: string;
  let jurisdiction: string;
  const importBill = (changes: object, asOf: string) =>
    change(
      staff,
      'billsImport',
      { bills: [JSON.stringify(welcomeAct(changes))], asOf },
      'created updated unchanged',
    );
  beforeAll(async () => {
    await importBill({}, '2026-02-11T08:00:00Z');
    const { data } = await hub.ask('{ bills { nodes { id jurisdiction { id } } } }');
    bill = data.bills.nodes[0].id;
    jurisdiction = data.bills.nodes[0].jurisdiction.id;
    await database.mark();
  });
  afterEach(() => database.rewind());

  const both = [
    { language: 'en', value: 'Warm Welcome Act' },
    { language: 'ar', value: 'قانون الترحيب الحار' },
  ];
  const found = async (search: string) => {
    const query = 'query ($search: String) { bills(filter: { search: $search }) { nodes { id } } }';
    return (await hub.ask(query, { variables: { search } })).data.bills.nodes.length;
  };

  describe('a bill', () => {
    it('is edited by the coalition’s staff, and found by its new words', async () => {
      const edit = {
        bill,
        version: 1,
        title: both,
        classification: ['resolution'],
        subject: ['HOUSING', 'HOUSING'],
        chamber: null,
      };
      const edited = await change(staff, 'billUpdate', edit, selection);
      expect(edited).toEqual({
        bill: {
          version: 2,
          title: { translations: expect.arrayContaining(both) },
          classification: [{ code: 'resolution' }],
          subject: ['HOUSING'],
          chamber: null,
        },
        userErrors: [],
      });
      expect([await found('warm'), await found('الترحيب'), await found('SB 12')]).toEqual([1, 1, 1]);
      const late = await change(staff, 'billUpdate', edit, selection);
      expect(late).toMatchObject({
        bill: edited.bill,
        userErrors: [{ code: 'VERSION_CONFLICT', field: 'version' }],
      });
    });

    it('keeps an edit when the same is imported again, and counts what an import changes', async () => {
      await change(staff, 'billUpdate', { bill, version: 1, title: both }, selection);
      expect(await importBill({}, '2026-02-12T08:00:00Z')).toMatchObject({ unchanged: 1 });
      expect(await importBill({ title: 'Welcome Act, amended' }, '2026-02-13T08:00:00Z')).toMatchObject({
        updated: 1,
      });
      const late = await change(staff, 'billUpdate', { bill, version: 2, title: both }, selection);
      expect(late.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
      expect(late.bill).toMatchObject({
        version: 3,
        title: {
          translations: expect.arrayContaining([{ language: 'en', value: 'Welcome Act, amended' }, both[1]]),
        },
      });
    });

    it('loses nothing when two edit it', async () => {
      const edits = ['One', 'Two'].map((value) =>
        change(staff, 'billUpdate', { bill, version: 1, title: [{ language: 'en', value }] }, selection),
      );
      const codes = (await Promise.all(edits)).flatMap(({ userErrors }) => userErrors);
      expect(codes).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    });

    it.each([
      ['nothing', {}, 'REQUIRED null'],
      ['no title', { title: [] }, 'REQUIRED title'],
      ['a kind that is none', { classification: ['song'] }, 'UNKNOWN_CODE classification'],
      ['a chamber that is none', { chamber: 'attic' }, 'UNKNOWN_CODE chamber'],
      ['an empty subject', { subject: [' '] }, 'REQUIRED subject'],
      ['another id', { bill: 'bil_x', title: both }, 'NOT_FOUND bill'],
    ])('is not edited with %s', async (_, given, expected) => {
      expect(await refusal(staff, 'billUpdate', { bill, version: 1, ...given })).toEqual([expected]);
    });

    it('is not edited by others', async () => {
      const edit = `mutation { billUpdate(input: { bill: "${bill}", version: 1, subject: [] }) { userErrors { code } } }`;
      for (const as of ['bicf:CAMPAIGNER', 'nair:ORG_ADMIN', 'public'] as const) {
        expect((await hub.ask(edit, { as })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    });
  });

  describe('sessions', () => {
    const session = (identifier: string, given: object = {}) => ({
      jurisdiction,
      identifier,
      name: [{ language: 'en', value: `Session ${identifier}` }],
      ...given,
    });
    const set = (input: object) =>
      change(
        staff,
        'legislativeSessionSet',
        input,
        'jurisdiction { sessions { identifier name { value } startDate endDate } }',
      );

    it('have names and days, and bills know theirs', async () => {
      const ask = async () =>
        (await hub.ask('{ bills { nodes { legislativeSession session { name { value } startDate } } } }'))
          .data.bills.nodes;
      expect(await ask()).toEqual([{ legislativeSession: '2026', session: null }]);
      await set(session('2025'));
      const days = { startDate: '2026-01-08', endDate: '2026-04-07' };
      const { jurisdiction: known } = await set(session('2026', days));
      const other = { identifier: '2025', name: { value: 'Session 2025' }, startDate: null, endDate: null };
      expect(known.sessions).toEqual([
        other,
        { identifier: '2026', name: { value: 'Session 2026' }, ...days },
      ]);
      expect(await ask()).toEqual([
        { legislativeSession: '2026', session: { name: { value: 'Session 2026' }, startDate: '2026-01-08' } },
      ]);
      const again = await set(session('2026', { startDate: '2026-01-09' }));
      expect(again.jurisdiction.sessions[1]).toMatchObject({ startDate: '2026-01-09', endDate: null });
    });

    it('are refused where they end before they begin, have no name, or are of nowhere', async () => {
      const refused = (given: object) => refusal(staff, 'legislativeSessionSet', session('2026', given));
      expect(await refused({ startDate: '2026-02-01', endDate: '2026-01-01' })).toEqual([
        'DATES_CONTRADICT endDate',
      ]);
      expect(await refused({ name: [] })).toEqual(['REQUIRED name']);
      expect(await refused({ identifier: ' ' })).toEqual(['REQUIRED identifier']);
      expect(await refused({ jurisdiction: 'jur_x' })).toEqual(['NOT_FOUND jurisdiction']);
    });
  });
});
