import { seedId } from '../../../shared/schema/type-id';
import { transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { lead, mima, petitionsOf } from '../../testkit/petition';
import { mutationText } from '../../testkit/schema-arguments';
import { decide, letOthersCount } from '../../testkit/tool-keys';

const bicf = seedId('Organization', 'bicf');
const bringers = ['mima', 'bicf', 'iom'];
describe.each(transports)('how many people others have brought, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());
  const { change, open, close, join, sign, signMany, countsFor } = petitionsOf(hub);
  let petition: string;
  beforeEach(async () => {
    petition = await open();
    for (const name of bringers.slice(1)) await join(petition, name);
  });

  /** All three let others count whom they bring from now on. */
  const shareCounts = async () => {
    for (const slug of bringers) {
      await decide(database.url, { slug, inAggregates: true });
      await letOthersCount(database.url, slug, 'campaign.supporters');
    }
  };
  const aDayLater = () =>
    administrator(
      `update campaigns.signing set signed_at = signed_at - interval '1 day' where call_id = $1`,
      [petition],
    );

  /** What numbers are told to somebody; those of tens are told as they are. */
  const toldTo = async (as: Parameters<typeof countsFor>[1]) => {
    const { total, byOrganization } = await countsFor(petition, as);
    return { total, parts: byOrganization.map(({ count }: { count: number | null }) => count) };
  };

  it('counts who signs through two of them once, and credits both', async () => {
    await shareCounts();
    await signMany(petition, 30, bicf, 'b');
    await signMany(petition, 30, mima, 'm');
    for (const via of [bicf, mima]) await signMany(petition, 20, via, 'both');
    await close(petition);
    expect(await countsFor(petition, 'iom:VIEWER')).toEqual({
      total: 80,
      isRounded: true,
      own: 0,
      ownConfirmed: 0,
      byOrganization: ['bicf', 'mima']
        .sort((a, b) => seedId('Organization', a).localeCompare(seedId('Organization', b)))
        .map((slug) => ({ organization: { slug }, count: 50, isRounded: true })),
    });
    // Outside nobody counts any more.
    expect(await countsFor(petition, 'public')).toBeNull();
    expect(await countsFor(petition, 'mima:VIEWER')).toMatchObject({ total: 80, own: 50 });
  });

  it('counts one’s own exactly and now, each once', async () => {
    await sign(petition, 'amal@example.org', { via: bicf });
    await sign(petition, ' AMAL@example.org', { via: mima });
    await sign(petition, 'amal@example.org', { via: bicf });
    expect(await countsFor(petition, 'mima:VIEWER')).toMatchObject({ own: 1 });
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 1 });
    expect(await countsFor(petition, 'iom:VIEWER')).toMatchObject({ own: 0 });
  });

  it('tells the public a total of full days', async () => {
    await signMany(petition, 30, bicf, 'p');
    expect(await toldTo('public')).toEqual({ total: 0, parts: [] });
    await aDayLater();
    expect(await toldTo('public')).toEqual({ total: 30, parts: [30] });
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ total: 30, own: 30, isRounded: false });
  });

  it('tells no number of others below eleven, nor a total from which one could be worked out', async () => {
    await shareCounts();
    await signMany(petition, 5, bicf, 'p');
    await signMany(petition, 60, mima, 'q');
    await aDayLater();
    expect(await toldTo('public')).toEqual({ total: 60, parts: [null, null] });
    await close(petition);
    expect(await toldTo('iom:VIEWER')).toEqual({ total: 60, parts: [null, null] });
    expect(await countsFor(petition, lead)).toMatchObject({ own: 60, total: 60 });
  });

  it('tells of what is withdrawn when the day is over, also once the call is closed', async () => {
    await shareCounts();
    await signMany(petition, 30, mima, 'q');
    const links: string[] = [];
    for (let n = 0; n < 30; n++) links.push(await sign(petition, `p${n}@example.org`, { via: bicf }));
    await aDayLater();
    await close(petition);
    const before = { total: 60, parts: [30, 30] };
    expect(await toldTo('iom:VIEWER')).toEqual(before);
    for (const link of links.slice(10))
      await change('public', 'signatureWithdraw', { link }, 'signing { name }');
    expect(await toldTo('iom:VIEWER')).toEqual(before);
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 10 });
    await administrator(`update campaigns.signing set withdrawn_at = withdrawn_at - interval '1 day'`);
    expect(await toldTo('iom:VIEWER')).toEqual({ total: 30, parts: [null, null] });
  });

  it('leaves out from the total those whom one organisation alone brought, where they are few', async () => {
    await shareCounts();
    for (const via of [bicf, mima]) await signMany(petition, 30, via, 'p');
    await sign(petition, 'amal@example.org', { via: bicf });
    await close(petition);
    const { total, parts } = await toldTo('iom:VIEWER');
    expect([30, 40]).toContain(total);
    expect(parts).toEqual([null, null]);
  });

  it('counts for no other organisation what the one that brought people keeps to itself', async () => {
    await signMany(petition, 30, bicf, 'p');
    await close(petition);
    expect(await countsFor(petition, 'iom:VIEWER')).toBeNull();
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ total: 30, own: 30 });
    for (const as of ['bicf:CASEWORKER', 'public'] as const) expect(await countsFor(petition, as)).toBeNull();
  });

  it('tells nothing below the threshold that one of them has set, from the next request on', async () => {
    await shareCounts();
    for (const via of [bicf, mima]) await signMany(petition, 40, via, via);
    await aDayLater();
    expect(await toldTo('public')).toEqual({ total: 80, parts: [40, 40] });
    await decide(database.url, { slug: 'bicf', inAggregates: true, smallestShown: 32 });
    expect(await toldTo('public')).toEqual({ total: null, parts: [null, null] });
    await close(petition);
    expect(await toldTo('iom:VIEWER')).toEqual({ total: null, parts: [null, null] });
    await decide(database.url, { slug: 'bicf', inAggregates: true, smallestShown: 31 });
    expect(await toldTo('iom:VIEWER')).toEqual({ total: 40, parts: [null, null] });
    await decide(database.url, { slug: 'bicf', inAggregates: true, smallestShown: 22 });
    expect(await toldTo('iom:VIEWER')).toEqual({ total: 80, parts: [40, 40] });
  });

  it('counts nobody of an organisation that takes part in no aggregates, from the next request on', async () => {
    await shareCounts();
    await signMany(petition, 30, bicf, 'p');
    await signMany(petition, 40, mima, 'q');
    await close(petition);
    expect(await countsFor(petition, 'iom:VIEWER')).toMatchObject({ total: 70 });
    const { data } = await hub.ask(mutationText('orgPolicySet', 'policy { inForce { inAggregates } }'), {
      token: await hub.provenTokenFor('bicf:ORG_ADMIN'),
      variables: { input: { inAggregates: false } },
    });
    expect(data.orgPolicySet.policy).toEqual({ inForce: { inAggregates: false } });
    expect(await countsFor(petition, 'iom:VIEWER')).toMatchObject({
      total: 40,
      byOrganization: [{ count: 40 }],
    });
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 30 });
    await decide(database.url, { slug: 'mima' });
    expect(await countsFor(petition, 'iom:VIEWER')).toBeNull();
  });
});
