import { type Asker, transports } from '../../testkit/hub';
import { companion, welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  let bill: string;
  beforeAll(async () => {
    const bills = [
      JSON.stringify(companion('2026-03-01')),
      JSON.stringify(welcomeAct({ related_bills: [] })),
    ];
    await hub.ask(mutationText('billsImport', 'created'), {
      as: 'nair:COALITION_STAFF',
      variables: { input: { bills, asOf: '2026-02-11T08:00:00Z' } },
    });
    bill = (await hub.ask('{ bills(filter: { search: "SB 12" }) { nodes { id } } }')).data.bills.nodes[0].id;
    await database.mark();
  });
  afterEach(() => database.rewind());

  const text = (value: string) => [{ language: 'en', value }];
  const change = async (mutation: string, input: object, as: Asker = 'bicf:CAMPAIGNER') => {
    const { data, errors } = await hub.ask(
      mutationText(
        `testimony${mutation}`,
        `testimony { id version state { code } text { value } bills { identifier } deliveredOn }
         userErrors { code field }`,
      ),
      { as, variables: { input } },
    );
    return errors ? errors.map(({ extensions }) => extensions.code) : data[`testimony${mutation}`];
  };
  const draft = async () => (await change('Create', { bill, text: text('We were there.') })).testimony;
  const today = new Date().toISOString().slice(0, 10);
  const refusal = async (mutation: string, input: object, as?: Asker) =>
    (await change(mutation, input, as)).userErrors.map(
      ({ code, field }: { code: string; field: string }) => `${code} ${field}`,
    );
  const heard = async (as: Asker) => {
    const { data } = await hub.ask(
      '{ bills { nodes { identifier testimonies { nodes { text { value } } } } } }',
      { as },
    );
    return data.bills.nodes.map(
      ({ identifier, testimonies }: { identifier: string; testimonies: { nodes: unknown[] } }) =>
        `${identifier} ${testimonies.nodes.length}`,
    );
  };

  it('goes from a draft to what was delivered, for companions too in one step', async () => {
    const { id } = await draft();
    expect(await heard('bicf:VIEWER')).toEqual(['HB 34 0', 'SB 12 1']);
    expect(await heard('mima:CAMPAIGNER')).toEqual(['HB 34 0', 'SB 12 0']);
    const updated = await change('Update', { testimony: id, version: 1, text: text('We are here.') });
    expect(updated).toMatchObject({ testimony: { version: 2, state: { code: 'DRAFT' } }, userErrors: [] });
    const approved = await change('Approve', { testimony: id, version: 2 });
    expect(approved.testimony).toMatchObject({
      version: 3,
      state: { code: 'APPROVED' },
      text: { value: 'We are here.' },
    });
    expect(await heard('mima:CAMPAIGNER')).toEqual(['HB 34 0', 'SB 12 1']);
    expect(await heard('public')).toEqual(['HB 34 0', 'SB 12 0']);
    // The companion names the bill, not the bill its companion.
    const shared = await change('Share', { testimony: id, version: 3 });
    expect(shared.testimony.bills).toEqual([{ identifier: 'SB 12' }, { identifier: 'HB 34' }]);
    expect(await heard('mima:CAMPAIGNER')).toEqual(['HB 34 1', 'SB 12 1']);
    expect(await refusal('Share', { testimony: id, version: 3 })).toEqual(['UNCHANGED testimony']);
    const delivered = await change('Deliver', { testimony: id, version: 3, deliveredOn: today });
    expect(delivered.testimony).toMatchObject({ state: { code: 'DELIVERED' }, deliveredOn: today });
  });

  it('refuses what is not in its state, not its day, or not one’s own', async () => {
    const { id } = await draft();
    const deliver = (deliveredOn: string) => refusal('Deliver', { testimony: id, version: 2, deliveredOn });
    expect(await refusal('Deliver', { testimony: id, version: 1, deliveredOn: today })).toEqual([
      'INVALID_STATE testimony',
    ]);
    expect(await refusal('Approve', { testimony: id, version: 1 }, 'mima:ORG_ADMIN')).toEqual([
      'NOT_FOUND testimony',
    ]);
    expect(await change('Approve', { testimony: id, version: 1 }, 'bicf:VIEWER')).toEqual(['FORBIDDEN']);
    await change('Approve', { testimony: id, version: 1 });
    expect(await refusal('Update', { testimony: id, version: 2, text: text('x') })).toEqual([
      'INVALID_STATE testimony',
    ]);
    expect(await deliver('2000-01-01')).toEqual(['DATES_CONTRADICT deliveredOn']);
    expect(await deliver('2199-01-01')).toEqual(['TIME_OUT_OF_RANGE deliveredOn']);
    expect(await refusal('Update', { testimony: 'tst_x', version: 1, text: text('x') })).toEqual([
      'NOT_FOUND testimony',
    ]);
    expect(await refusal('Create', { bill, text: [] })).toEqual(['REQUIRED text']);
  });

  it('keeps a draft private whatever is chosen for it', async () => {
    const { id } = await draft();
    const level = mutationText('campaignsSharingLevelSet', 'level userErrors { code }');
    for (const chosen of ['PUBLIC', null]) {
      const input = { id, group: 'bill.position', level: chosen };
      const { data } = await hub.ask(level, { as: 'bicf:ORG_ADMIN', variables: { input } });
      expect(data.campaignsSharingLevelSet.userErrors).toEqual([{ code: 'INVALID_STATE' }]);
    }
    expect(await heard('mima:CAMPAIGNER')).toEqual(['HB 34 0', 'SB 12 0']);
  });

  it('loses nothing when two edit it', async () => {
    const { id } = await draft();
    const edits = ['One.', 'Two.'].map((value) =>
      change('Update', { testimony: id, version: 1, text: text(value) }),
    );
    const [done, late] = (await Promise.all(edits)).sort((a, b) => a.userErrors.length - b.userErrors.length);
    expect(done.userErrors).toEqual([]);
    expect(late).toEqual({
      testimony: done.testimony,
      userErrors: [{ code: 'VERSION_CONFLICT', field: 'version' }],
    });
  });
});
