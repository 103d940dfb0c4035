import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { followingOf } from '../../testkit/following';
import { type Asker, transports } from '../../testkit/hub';
import { ada, passage, welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const reader: Asker = 'bicf:VIEWER';
const staff: Asker = 'nair:COALITION_STAFF';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { changesFor, acknowledge } = followingOf(hub, administrator);
  let campaign: string;
  beforeAll(async () => {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    campaign = (await change(lead, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
    await database.mark();
  });
  afterEach(() => database.rewind());

  const follow = async (as: Asker, subject: string, follower = 'ONESELF') => {
    const { follow: made, userErrors } = await change(
      as,
      'follow',
      { subject, follower },
      'follow { id follower campaign { id } bill { id } legislator { id } }',
    );
    expect(userErrors).toEqual([]);
    return made;
  };
  const edit = (acronym: string, version: number) =>
    change(lead, 'campaignUpdate', { campaign, version, acronym }, 'campaign { id }');
  const importBills = (bill: object, asOf: string) =>
    change(staff, 'billsImport', { bills: [JSON.stringify(bill)], asOf }, 'created updated unchanged');

  it('tells what changed about a campaign, in its order, until it is acknowledged', async () => {
    expect(await follow(reader, campaign)).toMatchObject({ campaign: { id: campaign }, bill: null });
    expect((await changesFor(reader)).nodes).toEqual([]);
    await edit('OD', 1);
    await change(lead, 'campaignActivate', { campaign }, 'campaign { id }');
    const training = { campaign, kind: 'TRAINING', description: inBoth('A training', 'تدريب') };
    const { activity } = await change(lead, 'activityCreate', training, 'activity { id version }');
    await change(lead, 'activityArchive', { activity: activity.id }, 'activity { id }');
    const told = await changesFor(reader);
    expect(told.nodes.map(({ kind }) => kind)).toEqual([
      'CHANGED',
      'STATUS_CHANGED',
      'ACTIVITY_ADDED',
      'ACTIVITY_CHANGED',
    ]);
    expect(told.totalCount).toBe(4);
    expect(new Set(told.nodes.map((node) => node.campaign?.id))).toEqual(new Set([campaign]));
    // Whoever has not acknowledged is told the same again, under the same ids.
    expect((await changesFor(reader)).nodes).toEqual(told.nodes);
    const page = await changesFor(reader, { first: 1 });
    expect(page.nodes).toEqual(told.nodes.slice(0, 1));
    expect(page.pageInfo.hasNextPage).toBe(true);
    const rest = await changesFor(reader, { after: page.pageInfo.endCursor! });
    expect(rest.nodes).toEqual(told.nodes.slice(1));
    expect(await acknowledge(reader, page.pageInfo.endCursor!)).toBe(1);
    expect((await changesFor(reader)).nodes).toEqual(rest.nodes);
    expect(await acknowledge(reader, rest.pageInfo.endCursor!)).toBe(1);
    // It never goes back.
    expect(await acknowledge(reader, page.pageInfo.endCursor!)).toBe(0);
    expect((await changesFor(reader)).nodes).toEqual([]);
  });

  it('tells nothing of how widely something is shared, nor of an edit that was refused', async () => {
    await follow(reader, campaign);
    expect((await edit('OD', 7)).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    const input = { id: campaign, group: 'campaign.summary', level: 'PUBLIC' };
    await change('mima:ORG_ADMIN', 'campaignsSharingLevelSet', input, 'level');
    expect((await changesFor(reader)).nodes).toEqual([]);
  });

  it('tells nothing of what one may not see any more, which is as if it were not there', async () => {
    await follow(reader, campaign);
    await edit('OD', 1);
    const input = { id: campaign, group: 'campaign.summary', level: 'PRIVATE' };
    await change('mima:ORG_ADMIN', 'campaignsSharingLevelSet', input, 'level');
    expect(await changesFor(reader)).toMatchObject({ nodes: [], totalCount: 0 });
    const { data } = await hub.ask('{ follows { nodes { campaign { id } } } }', { as: reader });
    expect(data.follows.nodes).toEqual([{ campaign: null }]);
    for (const subject of [campaign, seedId('Campaign', 'nobody'), 'cmp_x', seedId('Event', 'nobody')]) {
      expect(await refusal('bicf:CAMPAIGNER', 'follow', { subject })).toEqual(['NOT_FOUND subject']);
    }
    expect((await changesFor('mima:VIEWER')).nodes).toEqual([]);
  });

  it('tells of bills and legislators what an import changes, and nothing of one that changes nothing', async () => {
    await importBills(welcomeAct(), '2026-02-11T08:00:00Z');
    const { data } = await hub.ask('{ bills { nodes { id } } legislators { nodes { id name } } }');
    const [bill] = data.bills.nodes;
    const [legislator] = data.legislators.nodes.filter(({ name }: { name: string }) => name === ada.name);
    expect(await follow(reader, bill.id)).toMatchObject({ bill: { id: bill.id }, campaign: null });
    expect(await follow(reader, legislator.id)).toMatchObject({ legislator: { id: legislator.id } });
    for (const asOf of ['2026-02-11T08:00:00Z', '2026-02-12T08:00:00Z'])
      await importBills(welcomeAct(), asOf);
    expect((await changesFor(reader)).nodes).toEqual([]);
    const amended = welcomeAct({ votes: [passage('2026-02-10', { 'Ada Brook': 'no' })] });
    await importBills(amended, '2026-02-13T08:00:00Z');
    const sponsorships = [{ ...welcomeAct().sponsorships[0], person: { ...ada, party: 'Harbour' } }];
    await importBills(welcomeAct({ ...amended, sponsorships, votes: [] }), '2026-02-14T08:00:00Z');
    expect((await changesFor(reader)).nodes).toMatchObject([
      { kind: 'CHANGED', bill: { id: bill.id } },
      { kind: 'CHANGED', legislator: { id: legislator.id } },
      { kind: 'CHANGED', bill: { id: bill.id } },
    ]);
  });

  it('is one’s own, or the organisation’s by its admins, who also see and end what its people follow', async () => {
    const { id, follower } = await follow(reader, campaign);
    expect(follower).toMatch(/^per_/);
    expect(await refusal(reader, 'follow', { subject: campaign })).toEqual(['ALREADY_DONE subject']);
    const byOrganization = await follow('bicf:ORG_ADMIN', campaign, 'ORGANIZATION');
    expect(byOrganization.follower).toBe(seedId('Organization', 'bicf'));
    const followers = async (as: Asker) => {
      const { data } = await hub.ask('{ follows { nodes { follower } } }', { as });
      return data.follows.nodes.map((one: { follower: string }) => one.follower);
    };
    expect(await followers(reader)).toEqual([follower]);
    expect(await followers('bicf:CAMPAIGNER')).toEqual([]);
    expect(await followers('iom:ORG_ADMIN')).toEqual([]);
    expect((await followers('bicf:ORG_ADMIN')).sort()).toEqual([byOrganization.follower, follower].sort());
    await edit('OD', 1);
    expect((await changesFor('bicf:ORG_ADMIN', {}, 'ORGANIZATION')).nodes).toHaveLength(1);
    // Reading for the organisation is no reading of one's own, and the other way round.
    expect((await changesFor('bicf:ORG_ADMIN')).nodes).toEqual([]);
    const { errors } = await hub.ask('{ followedChanges(follower: ORGANIZATION) { nodes { id } } }', {
      as: reader,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await refusal('bicf:CAMPAIGNER', 'unfollow', { follow: id })).toEqual(['NOT_FOUND follow']);
    expect(await refusal('bicf:ORG_ADMIN', 'unfollow', { follow: id })).toEqual([]);
    expect((await changesFor(reader)).nodes).toEqual([]);
  });

  it('takes no cursor of somebody else', async () => {
    await follow(reader, campaign);
    await follow('bicf:CAMPAIGNER', campaign);
    await edit('OD', 1);
    const { pageInfo } = await changesFor(reader);
    const query =
      'query ($after: String) { followedChanges(follower: ONESELF, after: $after) { nodes { id } } }';
    const { errors } = await hub.ask(query, {
      as: 'bicf:CAMPAIGNER',
      variables: { after: pageInfo.endCursor },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  it('costs as many statements for many follows as for one', async () => {
    const ask = async () => {
      hub.statements();
      const { nodes } = await changesFor(reader);
      return [nodes.length, hub.statements().filter(({ kind }) => kind === 'query').length];
    };
    await follow(reader, campaign);
    await edit('OD', 1);
    const one = await ask();
    expect(one[0]).toBe(1);
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open windows', 'نوافذ مفتوحة') };
    for (let n = 0; n < 3; n++) {
      const { campaign: more } = await change(lead, 'campaignCreate', idea, 'campaign { id }');
      await follow(reader, more.id);
      await change(lead, 'campaignActivate', { campaign: more.id }, 'campaign { id }');
    }
    expect(await ask()).toEqual([4, one[1]]);
  });
});
