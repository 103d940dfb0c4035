import { seedId } from '../../../shared/schema/type-id';
import { type Asker, transports } from '../../testkit/hub';
import { welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

const bicf = seedId('Organization', 'bicf');
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  let bill: string;
  beforeAll(async () => {
    await hub.ask(mutationText('billsImport', 'created'), {
      as: 'nair:COALITION_STAFF',
      variables: { input: { bills: [JSON.stringify(welcomeAct())], asOf: '2026-02-11T08:00:00Z' } },
    });
    bill = (await hub.ask('{ bills { nodes { id } } }')).data.bills.nodes[0].id;
    await database.mark();
  });
  afterEach(() => database.rewind());

  const take = async (as: Asker, stance: string, changes: object = {}, language = 'en') => {
    const { data, errors } = await hub.ask(
      mutationText(
        'billPositionTake',
        'position { id version stance { code } reason { value } } userErrors { code field message }',
      ),
      {
        as,
        language,
        variables: {
          input: { bill, stance, reason: [{ language: 'en', value: `We ${stance}` }], ...changes },
        },
      },
    );
    return errors ? errors.map(({ extensions }) => extensions.code) : data.billPositionTake;
  };
  const seen = async (as: Asker) => {
    const { data, errors } = await hub.ask(
      `{ bill(id: "${bill}") {
          positionCounts { stance { code } count }
          positions { totalCount nodes { organization { slug } stance { code } } }
          position(organization: "${bicf}") { version history { version stance { code } reason { value } replacedOn } } } }`,
      { as },
    );
    expect(errors).toBeUndefined();
    return data.bill;
  };

  it('counts what organisations think, each once, and keeps what they thought before', async () => {
    await take('bicf:CAMPAIGNER', 'MONITOR');
    await take('mima:ORG_ADMIN', 'SUPPORT');
    await take('nair:COALITION_STAFF', 'SUPPORT');
    const changed = await take('bicf:CAMPAIGNER', 'OPPOSE', { version: 1 });
    expect(changed).toMatchObject({ position: { version: 2, stance: { code: 'OPPOSE' } }, userErrors: [] });
    const { positionCounts, positions, position } = await seen('hudc:VIEWER');
    expect(positionCounts).toEqual([
      { stance: { code: 'SUPPORT' }, count: 2 },
      { stance: { code: 'OPPOSE' }, count: 1 },
    ]);
    expect(positions.totalCount).toBe(3);
    expect(position.history).toMatchObject([
      { version: 2, stance: { code: 'OPPOSE' }, replacedOn: null },
      { version: 1, stance: { code: 'MONITOR' }, reason: { value: 'We MONITOR' } },
    ]);
    const { data } = await hub.ask(
      `{ organization(id: "${bicf}") { billPositions { nodes { stance { code } bill { identifier } } } } }`,
      { as: 'hudc:VIEWER' },
    );
    expect(data.organization.billPositions.nodes).toEqual([
      { stance: { code: 'OPPOSE' }, bill: { identifier: 'SB 12' } },
    ]);
    expect(await seen('public')).toEqual({
      positionCounts: [],
      positions: { totalCount: 0, nodes: [] },
      position: null,
    });
  });

  it.each([
    ['an intergovernmental organisation', 'iom:CAMPAIGNER'],
    ['its office in a country', 'iom-morocco:ORG_ADMIN'],
    ['a national agency', 'hudc:CAMPAIGNER'],
  ] as const)('does not let %s take sides, and says why', async (_, as) => {
    for (const stance of ['SUPPORT', 'OPPOSE']) {
      const { position, userErrors } = await take(as, stance);
      expect(position).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'KIND_TAKES_NO_SIDES', field: 'stance' }]);
      expect(userErrors[0].message).toContain('UN bodies');
    }
    expect((await take(as, 'SUPPORT', {}, 'ar')).userErrors[0].message).toContain('هيئات الأمم المتحدة');
    for (const [version, stance] of ['MONITOR', 'NEUTRAL', 'NO_POSITION'].entries()) {
      const { userErrors } = await take(as, stance, version === 0 ? {} : { version });
      expect(userErrors).toEqual([]);
    }
  });

  it('tells the second of two editors what stands now', async () => {
    const both = await Promise.all([take('bicf:CAMPAIGNER', 'MONITOR'), take('bicf:ORG_ADMIN', 'SUPPORT')]);
    const [done, late] = both.sort((one, other) => one.userErrors.length - other.userErrors.length);
    expect(done.userErrors).toEqual([]);
    expect(late).toMatchObject({
      position: done.position,
      userErrors: [{ code: 'VERSION_CONFLICT', field: 'version' }],
    });
    expect(await take('bicf:CAMPAIGNER', 'NEUTRAL', { version: 7 })).toMatchObject({
      position: done.position,
      userErrors: [{ code: 'VERSION_CONFLICT' }],
    });
    expect((await seen('bicf:VIEWER')).position.history).toHaveLength(1);
  });

  it('takes one position when the same request comes twice', async () => {
    const idempotencyKey = '7b3f2f46-6f0e-4f0e-9d0e-1f6c2f1a2b3c';
    const first = await take('bicf:CAMPAIGNER', 'MONITOR', { idempotencyKey });
    expect(await take('bicf:CAMPAIGNER', 'MONITOR', { idempotencyKey })).toEqual(first);
  });

  it('is refused for those who may not, for bills that are none, and without a reason', async () => {
    expect(await take('bicf:VIEWER', 'MONITOR')).toEqual(['FORBIDDEN']);
    expect(await take('public', 'MONITOR')).toEqual(['FORBIDDEN']);
    const nowhere = { bill: seedId('Bill', 'nowhere') };
    expect((await take('bicf:CAMPAIGNER', 'MONITOR', nowhere)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: 'bill' },
    ]);
    expect((await take('bicf:CAMPAIGNER', 'MONITOR', { reason: [] })).userErrors).toMatchObject([
      { code: 'REQUIRED', field: 'reason' },
    ]);
  });
});
