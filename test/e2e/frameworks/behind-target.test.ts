import { seedId } from '../../../shared/schema/type-id';
import { changesOf } from '../../testkit/changes';
import { frameworksOf } from '../../testkit/frameworks';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const partner: Asker = 'bicf:CAMPAIGNER';
const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const dayAt = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ended = [dayAt(-40), dayAt(-3)] as const;
const running = [dayAt(-20), dayAt(20)] as const;
/** What coordinators look at every morning: which campaigns fall short of what they want. */
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change } = changesOf(hub);
  const { newCampaign, count, fill } = frameworksOf(hub);
  let campaign: string;
  beforeEach(async () => {
    await administrator('delete from campaigns.indicator');
    campaign = await newCampaign(lead);
  });

  const behind = async (as: Asker, args = '') => {
    const { data, errors } = await hub.ask(
      `{ campaignsBehindTarget(timeZone: "UTC"${args}) { totalCount nodes {
        id periodsBehindTarget(timeZone: "UTC") { target { value } actual { value } indicator { id } }
      } } }`,
      { as },
    );
    expect(errors).toBeUndefined();
    const { totalCount, nodes } = data.campaignsBehindTarget;
    expect(totalCount).toBe(nodes.length);
    return nodes;
  };

  it('a campaign is behind with a count that is short, and no more once it has caught up', async () => {
    const made = await count(lead, campaign);
    const late = await fill(lead, made, ended, { target: { value: 10 }, actual: { value: '9.5' } });
    expect(await behind(lead)).toEqual([
      {
        id: campaign,
        periodsBehindTarget: [
          { target: { value: '10' }, actual: { value: '9.5' }, indicator: { id: made.id } },
        ],
      },
    ]);
    const caughtUp = { period: late.periods[0]!.id, version: late.version, value: 10 };
    await change(lead, 'indicatorActualReport', caughtUp, '__typename');
    expect(await behind(lead)).toEqual([]);
  });

  it('a running count is measured by the days that are over', async () => {
    const made = await count(lead, campaign);
    const { periods, version } = await fill(lead, made, running, {
      target: { value: 41 },
      actual: { value: 25 },
    });
    expect(await behind(lead)).toEqual([]);
    const late = { period: periods[0]!.id, version, value: 15 };
    await change(lead, 'indicatorActualReport', late, '__typename');
    expect(await behind(lead)).toMatchObject([{ id: campaign }]);
  });

  it('less is better of what is not to grow', async () => {
    const made = await count(lead, campaign, { ascending: false });
    await fill(lead, made, running, { target: { value: 10 }, actual: { value: 11 } });
    expect(await behind(lead)).toMatchObject([{ id: campaign }]);
  });

  it('nothing is behind without a figure, once it is put away, or when its campaign is over', async () => {
    const made = await count(lead, campaign);
    const { periods, version } = await fill(lead, made, ended, { target: { value: 10 } });
    expect(await behind(lead)).toEqual([]);
    const report = { period: periods[0]!.id, version, value: 1 };
    await change(lead, 'indicatorActualReport', report, '__typename');
    expect(await behind(lead)).toHaveLength(1);
    await change(lead, 'campaignCancel', { campaign }, '__typename');
    expect(await behind(lead)).toEqual([]);
    const another = await newCampaign(lead);
    const away = await count(lead, another);
    const filled = await fill(lead, away, ended, { target: { value: 2 }, actual: { value: 1 } });
    expect(await behind(lead)).toMatchObject([{ id: another }]);
    await change(lead, 'indicatorArchive', { indicator: away.id, version: filled.version }, '__typename');
    expect(await behind(lead)).toEqual([]);
  });

  it('is asked about one’s own campaigns and those that one has joined, or about those of another', async () => {
    const made = await count(lead, campaign);
    await fill(lead, made, ended, { target: { value: 10 }, actual: { value: 1 } });
    expect(await behind(partner)).toEqual([]);
    expect(await behind(partner, `, organization: "${mima}"`)).toMatchObject([{ id: campaign }]);
    const invited = { campaign, partner: bicf };
    const { partnership } = await change(lead, 'campaignPartnerInvite', invited, 'partnership { id }');
    expect(await behind(partner)).toEqual([]);
    await change(partner, 'campaignPartnerJoin', { partnership: partnership.id }, '__typename');
    expect(await behind(partner)).toMatchObject([{ id: campaign }]);
    // What others have joined is not for third parties to know.
    expect(await behind('iom:ORG_ADMIN', `, organization: "${bicf}"`)).toEqual([]);
    expect(await behind(lead, `, organization: "${bicf}"`)).toMatchObject([{ id: campaign }]);
  });

  it('costs as many statements for many as for one', async () => {
    const costs: number[] = [];
    for (const more of [1, 4]) {
      for (let n = 0; n < more; n++) {
        const made = await count(lead, await newCampaign(lead));
        await fill(lead, made, ended, { target: { value: 10 }, actual: { value: 1 } });
      }
      hub.statements();
      await behind(lead);
      costs.push(hub.statements().filter(({ kind }) => kind === 'query').length);
    }
    // The page, its total, the periods, and their indicators.
    expect(costs).toEqual([4, 4]);
  });

  it('is no morning anywhere in the time zone "Nowhere/At_All"', async () => {
    const { errors } = await hub.ask('{ campaignsBehindTarget(timeZone: "Nowhere/At_All") { totalCount } }', {
      as: lead,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }]);
  });
});
