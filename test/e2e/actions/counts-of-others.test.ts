import { seedId } from '../../../shared/schema/type-id';
import { transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { lead, mima, petitionsOf } from '../../testkit/petition';
import { mutationText } from '../../testkit/schema-arguments';
import { decide } from '../../testkit/tool-keys';

const bicf = seedId('Organization', 'bicf');
const bringers = ['mima', 'bicf', 'iom'];

jest.setTimeout(120_000);

describe.each(transports)('how many people others have brought, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());
  const { open, close, join, sign, signMany, countsFor } = petitionsOf(hub);
  let petition: string;
  beforeEach(async () => {
    petition = await open();
    for (const name of bringers.slice(1)) await join(petition, name);
  });

  /** All three let others count whom they bring from now on. */
  const shareCounts = async () => {
    for (const slug of bringers) {
      await decide(database.url, { slug, inAggregates: true });
      await administrator(
        `insert into campaigns.sharing_version (organization_id, id, version, state, proposed_by, group_name, level, cap)
         values ($1, 'shv_' || $1, 1, 'IN_FORCE', 'per_1', 'campaign.supporters', 'AGGREGATE_ONLY', 'AGGREGATE_ONLY')`,
        [seedId('Organization', slug)],
      );
    }
  };
  const aDayLater = () =>
    administrator(
      `update campaigns.signing set signed_at = signed_at - interval '1 day' where call_id = $1`,
      [petition],
    );

  it('counts who signs through two of them once, and credits both', async () => {
    await shareCounts();
    await sign(petition, 'amal@example.org', { via: bicf });
    await sign(petition, ' AMAL@example.org', { via: mima });
    await sign(petition, 'amal@example.org', { via: bicf });
    expect(await countsFor(petition, 'mima:VIEWER')).toMatchObject({ own: 1 });
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 1 });
    expect(await countsFor(petition, 'iom:VIEWER')).toMatchObject({ own: 0 });
    await signMany(petition, 12, bicf, 'b');
    await signMany(petition, 11, mima, 'm');
    await close(petition);
    expect(await countsFor(petition, 'iom:VIEWER')).toEqual({
      total: 24,
      isRounded: false,
      own: 0,
      ownConfirmed: 0,
      byOrganization: [
        { organization: { slug: 'bicf' }, count: 13, isRounded: false },
        { organization: { slug: 'mima' }, count: 12, isRounded: false },
      ].sort((a, b) =>
        seedId('Organization', a.organization.slug).localeCompare(
          seedId('Organization', b.organization.slug),
        ),
      ),
    });
    // Outside nobody counts any more, and the lead could work out nobody: eleven or more are others'.
    expect(await countsFor(petition, 'public')).toBeNull();
    expect(await countsFor(petition, 'mima:VIEWER')).toMatchObject({ total: 24, own: 12 });
  });

  it('tells the public a total of full days, to the nearest ten', async () => {
    await signMany(petition, 25, bicf, 'p');
    expect(await countsFor(petition, 'public')).toMatchObject({ total: 0, own: 0, isRounded: true });
    await aDayLater();
    const { total, byOrganization } = await countsFor(petition, 'public');
    expect([20, 30]).toContain(total);
    expect([20, 30]).toContain(byOrganization[0].count);
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ total: 25, own: 25, isRounded: true });
  });

  it('tells no number of others below eleven, nor what one could be worked out from', async () => {
    await shareCounts();
    await signMany(petition, 10, bicf, 'p');
    await signMany(petition, 15, mima, 'q');
    await aDayLater();
    expect(
      (await countsFor(petition, 'public')).byOrganization.map(({ count }: { count: number }) => count),
    ).toEqual([null, null]);
    await close(petition);
    expect(await countsFor(petition, lead)).toMatchObject({ own: 15, total: null });
    expect((await countsFor(petition, 'iom:VIEWER')).total).toBe(25);
  });

  it('counts for no other organisation what the one that brought people keeps to itself', async () => {
    await signMany(petition, 12, bicf, 'p');
    await close(petition);
    expect(await countsFor(petition, 'iom:VIEWER')).toBeNull();
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ total: 12, own: 12 });
    for (const as of ['bicf:CASEWORKER', 'public'] as const) expect(await countsFor(petition, as)).toBeNull();
  });

  it('tells no total from which those whom one organisation alone brought could be worked out', async () => {
    await shareCounts();
    for (const via of [bicf, mima]) await signMany(petition, 12, via, 'p');
    await sign(petition, 'amal@example.org', { via: bicf });
    await close(petition);
    const { total, byOrganization } = await countsFor(petition, 'iom:VIEWER');
    expect(total).toBe(13);
    expect(byOrganization.map(({ count }: { count: number }) => count)).toEqual([null, null]);
  });

  it('tells nothing below the threshold that one of them has set, from the next request on', async () => {
    await shareCounts();
    for (const via of [bicf, mima]) await signMany(petition, 15, via, via);
    await aDayLater();
    const partsFor = async (as: Parameters<typeof countsFor>[1]) => {
      const { total, byOrganization } = await countsFor(petition, as);
      return { total, parts: byOrganization.map(({ count }: { count: number }) => count) };
    };
    expect(await partsFor('public')).toEqual({
      total: expect.any(Number),
      parts: [expect.any(Number), expect.any(Number)],
    });
    await decide(database.url, { slug: 'bicf', inAggregates: true, smallestShown: 16 });
    expect(await partsFor('public')).toEqual({ total: expect.any(Number), parts: [null, null] });
    await decide(database.url, { slug: 'bicf', inAggregates: true, smallestShown: 31 });
    expect(await partsFor('public')).toEqual({ total: null, parts: [null, null] });
    await close(petition);
    expect(await partsFor('iom:VIEWER')).toEqual({ total: null, parts: [null, null] });
    await decide(database.url, { slug: 'bicf', inAggregates: true, smallestShown: 15 });
    expect(await partsFor('iom:VIEWER')).toEqual({ total: 30, parts: [15, 15] });
  });

  it('counts nobody of an organisation that takes part in no aggregates, from the next request on', async () => {
    await shareCounts();
    await signMany(petition, 12, bicf, 'p');
    await signMany(petition, 13, mima, 'q');
    await close(petition);
    expect(await countsFor(petition, 'iom:VIEWER')).toMatchObject({ total: 25 });
    const { data } = await hub.ask(mutationText('orgPolicySet', 'policy { inForce { inAggregates } }'), {
      token: await hub.provenTokenFor('bicf:ORG_ADMIN'),
      variables: { input: { inAggregates: false } },
    });
    expect(data.orgPolicySet.policy).toEqual({ inForce: { inAggregates: false } });
    expect(await countsFor(petition, 'iom:VIEWER')).toMatchObject({
      total: 13,
      byOrganization: [{ count: 13 }],
    });
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 12 });
    await decide(database.url, { slug: 'mima' });
    expect(await countsFor(petition, 'iom:VIEWER')).toBeNull();
  });
});
