import { newId, seedId } from '../../../shared/schema/type-id';
import { bicf, boardOf, lead, mima, partner, taskSelection as selection } from '../../testkit/board';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { newCampaign, move, ...board } = boardOf(hub);
  let campaign: string;
  beforeEach(async () => {
    campaign = await newCampaign();
  });
  const add = (given?: object, as?: Asker) => board.add(campaign, given, as);
  const join = () => board.join(campaign);

  const listed = async (as: Asker, filter: object) => {
    const { data, errors } = await hub.ask(
      'query ($filter: CampaignTaskFilter) { campaignTasks(filter: $filter) { nodes { id } } }',
      { as, variables: { filter } },
    );
    expect(errors).toBeUndefined();
    return data.campaignTasks.nodes.map(({ id }: { id: string }) => id);
  };

  it('are seen by who works on the campaign, and by nobody else', async () => {
    const { id } = await add();
    expect(await listed(lead, { campaign })).toEqual([id]);
    expect(await listed(partner, { campaign })).toEqual([]);
    const partnership = await join();
    expect(await listed(partner, { campaign })).toEqual([id]);
    expect(await listed('bicf:VIEWER', { campaign })).toEqual([id]);
    expect(await listed('iom:CAMPAIGNER', { campaign })).toEqual([]);
    await change(partner, 'campaignPartnerLeave', { partnership }, 'partnership { id }');
    expect(await listed(partner, { campaign })).toEqual([]);
    expect(await refusal(partner, 'campaignTaskMove', { task: id, state: 'COMPLETED' })).toEqual([
      'NOT_FOUND task',
    ]);
    expect(await refusal(partner, 'campaignTaskCreate', { campaign, title: inBoth('x', 'س') })).toEqual([
      'NOT_FOUND campaign',
    ]);
  });

  it('are shared under an agreement as they are, and never further than their campaign', async () => {
    const reader: Asker = 'iom:CAMPAIGNER';
    const { id } = await add();
    const share = (shared: string, group: string, level: string) =>
      change('mima:ORG_ADMIN', 'campaignsSharingLevelSet', { id: shared, group, level }, 'level');
    await share(id, 'campaign.task', 'COALITION');
    await administrator(
      `insert into members.agreement (organization_id, id, version, partner_id, purpose, groups, maximum_level, starts_on,
         ends_on, proposed_by, signed_by, signed_at, partner_signed_by, partner_signed_at)
       values ($1, 'agr_1', 1, $2, '{}', '{campaign.task}', 'COALITION', current_date, current_date + 30, 'per_1', 'per_1', now(), 'per_2', now())`,
      [mima, seedId('Organization', 'iom')],
    );
    expect(await listed(reader, { campaign })).toEqual([id]);
    await share(campaign, 'campaign.summary', 'PRIVATE');
    expect(await listed(reader, { campaign })).toEqual([]);
    expect(await listed(lead, { campaign })).toEqual([id]);
    await share(campaign, 'campaign.summary', 'COALITION_SUMMARY');
    expect(await listed(reader, { campaign })).toEqual([id]);
    await administrator('delete from members.agreement');
  });

  it('are added and moved on by a joined partner, whose reading is logged for the lead', async () => {
    await join();
    const { id } = await add({ dueOn: '2026-01-31' }, partner);
    expect(await move(id, 'IN_PROCESS', partner)).toBe('IN_PROCESS');
    const done = await change(lead, 'campaignTaskMove', { task: id, state: 'COMPLETED' }, selection);
    expect(done.task).toMatchObject({
      state: 'COMPLETED',
      owner: { slug: 'bicf' },
      doneAt: expect.any(String),
    });
    const again = await change(partner, 'campaignTaskMove', { task: id, state: 'NEEDS_ACTION' }, selection);
    expect(again.task.doneAt).toBeNull();
    const [row] = await administrator(
      'select organization_id, sharing_level from campaigns.campaign_task where id = $1',
      [id],
    );
    expect(row).toEqual({ organization_id: mima, sharing_level: 'PRIVATE' });
    await listed('bicf:VIEWER', { campaign });
    const reads = await administrator(
      `select from campaigns.audit_entry where operation = 'r' and group_name = 'campaign.task' and roles = 'VIEWER'
         and organization_id = $1 and actor_organization_id = $2 and $3 = any (subject_ids)`,
      [mima, bicf, id],
    );
    expect(reads).toHaveLength(1);
  });

  it('are for organisations that work on the campaign only', async () => {
    expect(
      await refusal(lead, 'campaignTaskCreate', { campaign, title: inBoth('x', 'س'), owner: bicf }),
    ).toEqual(['NOT_A_PARTNER null']);
    await join();
    const { id, version } = await add({ owner: bicf });
    const owner = seedId('Organization', 'iom');
    expect(await refusal(lead, 'campaignTaskUpdate', { task: id, version, owner })).toEqual([
      'NOT_A_PARTNER null',
    ]);
  });

  it('name who is to do it, to those who see the people of that organisation', async () => {
    await join();
    const people = await hub.ask(
      `{ organization(id: "${bicf}") { people { nodes { id name { value } } } } }`,
      {
        as: partner,
      },
    );
    const person = people.data.organization.people.nodes[0];
    const { id, version } = await add({ owner: bicf, person: person.id });
    const named = async (as: Asker) => {
      const { data, errors } = await hub.ask(
        `query ($id: ID!) { campaignTask(id: $id) { person { id name { value } } } }`,
        { as, variables: { id } },
      );
      expect(errors).toBeUndefined();
      return data.campaignTask.person;
    };
    expect(await named(partner)).toEqual(person);
    expect(await named(lead)).toBeNull();
    await add({ owner: mima, person: newId('Person') });
    hub.statements();
    const query = '{ campaignTasks { nodes { person { id } } } }';
    const { data } = await hub.ask(query, { as: partner });
    expect(data.campaignTasks.nodes.map((one: { person: object | null }) => one.person)).toContainEqual({
      id: person.id,
    });
    const asked = hub.statements().filter(({ subgraph, kind }) => subgraph === 'members' && kind === 'query');
    expect(asked).toHaveLength(1);
    await change(lead, 'campaignTaskUpdate', { task: id, version, owner: mima }, selection);
    const kept = await administrator('select person_id from campaigns.campaign_task where id = $1', [id]);
    expect(kept).toEqual([{ person_id: null }]);
  });

  it('lose nothing when two edit one at once', async () => {
    const { id, version } = await add();
    const edits = await Promise.all(
      ['2026-02-01', '2026-03-01'].map((dueOn) =>
        change(lead, 'campaignTaskUpdate', { task: id, version, dueOn }, 'task { version dueOn }'),
      ),
    );
    const [won, lost] = edits.sort((one, other) => one.userErrors.length - other.userErrors.length);
    expect(won).toMatchObject({ task: { version: 2 }, userErrors: [] });
    expect(lost.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', field: 'version' }]);
    expect(lost.task).toEqual(won.task);
  });

  it('that are overdue are found across all campaigns of a viewer, in their time zone', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const late = await add({ dueOn: '2020-01-01' });
    await join();
    const other = await add({ dueOn: '2019-01-01', owner: bicf }, partner);
    const finished = await add({ dueOn: '2018-01-01' });
    await move(finished.id, 'CANCELLED');
    const open = await add({ dueOn: '2999-01-01' });
    const whenever = await add();
    campaign = await newCampaign();
    const elsewhere = await add({ dueOn: '2020-01-02' });
    const overdue = await listed(lead, { overdue: true });
    for (const { id } of [late, other, elsewhere]) expect(overdue).toContain(id);
    for (const { id } of [finished, open, whenever]) expect(overdue).not.toContain(id);
    expect(overdue.indexOf(other.id)).toBeLessThan(overdue.indexOf(late.id));
    const ofPartner = await listed(partner, { overdue: true });
    for (const { id } of [late, other]) expect(ofPartner).toContain(id);
    expect(ofPartner).not.toContain(elsewhere.id);
    const ofItsOwn = await listed(partner, { overdue: true, owner: bicf });
    expect([late, other].map(({ id }) => ofItsOwn.includes(id))).toEqual([false, true]);
    // Somewhere it is tomorrow already for fourteen hours, somewhere still yesterday.
    const { id: dueToday } = await add({ dueOn: today });
    const far = await Promise.all(
      ['Pacific/Kiritimati', 'Etc/GMT+12'].map((timeZone) => listed(lead, { overdue: true, timeZone })),
    );
    const isTomorrowThere = new Date().getUTCHours() >= 10;
    expect(far.map((ids) => ids.includes(dueToday))).toEqual([isTomorrowThere, false]);
    const { errors } = await hub.ask(
      '{ campaignTasks(filter: { overdue: true, timeZone: "+01:00" }) { totalCount } }',
      { as: lead },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }]);
  });

  it('add up to the progress of the campaign and of each organisation in it', async () => {
    await join();
    const { id } = await add();
    await move(id, 'COMPLETED');
    await add({ dueOn: '2020-01-01' });
    await move((await add({ owner: bicf })).id, 'CANCELLED', partner);
    const query = `{ campaign(id: "${campaign}") { taskProgress { total done cancelled overdue
      byOrganization { organization { slug } total done cancelled overdue } } } }`;
    const progress = {
      ...{ total: 3, done: 1, cancelled: 1, overdue: 1 },
      byOrganization: expect.arrayContaining([
        { organization: { slug: 'mima' }, total: 2, done: 1, cancelled: 0, overdue: 1 },
        { organization: { slug: 'bicf' }, total: 1, done: 0, cancelled: 1, overdue: 0 },
      ]),
    };
    for (const as of [lead, 'bicf:VIEWER'] as const) {
      expect((await hub.ask(query, { as })).data.campaign.taskProgress).toEqual(progress);
    }
    expect((await hub.ask(query, { as: 'iom:CAMPAIGNER' })).data.campaign.taskProgress).toBeNull();
  });

  it('cost as many statements for many campaigns as for one', async () => {
    const query = `query ($first: Int!) { campaigns(first: $first, filter: { organization: "${mima}" }) {
      nodes { tasks { totalCount nodes { isBlocked blockedBy { id } } } taskProgress { total } partnerships { totalCount nodes { state } } } } }`;
    const statements: number[] = [];
    for (let n = 0; n < 3; n++) {
      await add({ blockedBy: [(await add()).id] });
      campaign = await newCampaign();
    }
    for (const first of [1, 10]) {
      hub.statements();
      const { errors } = await hub.ask(query, { as: lead, variables: { first } });
      expect(errors).toBeUndefined();
      statements.push(hub.statements().filter(({ kind }) => kind === 'query').length);
    }
    expect(statements[1]).toBe(statements[0]);
  });
});
