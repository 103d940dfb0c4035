import { Weekday, weekOf } from '../../../shared/schema/calendar';
import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const bicf = seedId('Organization', 'bicf');
/** What coordinators look at every morning, one question each. */
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change } = changesOf(hub);
  let campaign: string;
  beforeEach(async () => {
    await administrator('delete from campaigns.campaign_task; delete from campaigns.campaign_partnership');
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    campaign = (await change(lead, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
  });

  async function invite(): Promise<string> {
    const invited = { campaign, partner: bicf };
    const sent = await change(lead, 'campaignPartnerInvite', invited, 'partnership { id }');
    return sent.partnership.id;
  }
  const shift = (day: string, days: number) =>
    new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const due = async (as: Asker, args: string) => {
    const { data, errors } = await hub.ask(
      `{ campaignTasksDueThisWeek(${args}) { totalCount nodes { dueOn owner { slug } } } }`,
      { as },
    );
    expect(errors).toBeUndefined();
    const { nodes, totalCount } = data.campaignTasksDueThisWeek;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ dueOn }: { dueOn: string }) => dueOn);
  };
  const unanswered = async (as: Asker, args = '') => {
    const { data, errors } = await hub.ask(
      `{ campaignInvitationsUnanswered(timeZone: "Africa/Casablanca"${args}) { totalCount nodes { partner { slug } campaign { id } } } }`,
      { as },
    );
    expect(errors).toBeUndefined();
    return data.campaignInvitationsUnanswered.nodes.map(
      ({ partner }: { partner: { slug: string } }) => partner.slug,
    );
  };

  it('what is due this week, by the week that they count in', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const { start, end } = weekOf(day, Weekday.MONDAY);
    for (const dueOn of [shift(start, -1), start, end, shift(end, 1), null]) {
      await change(
        lead,
        'campaignTaskCreate',
        { campaign, title: inBoth('Call', 'اتصال'), dueOn },
        '__typename',
      );
    }
    const done = { campaign, title: inBoth('Done', 'منجزة'), dueOn: end };
    const { task } = await change(lead, 'campaignTaskCreate', done, 'task { id }');
    await change(lead, 'campaignTaskMove', { task: task.id, state: 'COMPLETED' }, '__typename');
    expect(await due(lead, 'timeZone: "UTC"')).toEqual([start, end]);
    const sundays = weekOf(day, Weekday.SUNDAY);
    const inSundays = [shift(start, -1), start, end, shift(end, 1)].filter(
      (one) => one >= sundays.start && one <= sundays.end,
    );
    expect(await due(lead, 'timeZone: "UTC", weekStartsOn: SUNDAY')).toEqual(inSundays);
    expect(await due(lead, `timeZone: "UTC", filter: { owner: "${bicf}" }`)).toEqual([]);
    expect(await due('bicf:CAMPAIGNER', 'timeZone: "UTC"')).toEqual([]);
    await change('bicf:CAMPAIGNER', 'campaignPartnerJoin', { partnership: await invite() }, '__typename');
    expect(await due('bicf:CAMPAIGNER', 'timeZone: "UTC"')).toEqual([start, end]);
  });

  it('who has not answered an invitation', async () => {
    const partnership = await invite();
    expect(await unanswered(lead)).toEqual([]);
    expect(await unanswered(lead, ', thisWeekToo: true')).toEqual(['bicf']);
    await administrator(`update campaigns.campaign_partnership set invited_at = now() - interval '8 days'`);
    expect(await unanswered(lead)).toEqual(['bicf']);
    expect(await unanswered('bicf:CAMPAIGNER')).toEqual([]);
    expect(await unanswered('iom:ORG_ADMIN')).toEqual([]);
    await change('bicf:CAMPAIGNER', 'campaignPartnerJoin', { partnership }, '__typename');
    expect(await unanswered(lead)).toEqual([]);
  });

  it.each(['Nowhere/At_All', '+01:00', ''])('no week in the time zone %p', async (timeZone) => {
    for (const list of ['campaignTasksDueThisWeek', 'campaignInvitationsUnanswered']) {
      const { errors } = await hub.ask(`{ ${list}(timeZone: "${timeZone}") { totalCount } }`, { as: lead });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }]);
    }
  });
});
