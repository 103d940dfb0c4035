import fc from 'fast-check';
import { newId, seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const partner: Asker = 'bicf:CAMPAIGNER';
const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const selection = 'task { id version state owner { slug } blockedBy { id } isBlocked doneAt }';

jest.setTimeout(60_000);

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  let campaign: string;
  beforeEach(async () => {
    campaign = await newCampaign();
  });

  async function newCampaign(): Promise<string> {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    return (await change(lead, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
  }
  async function join() {
    const invited = { campaign, partner: bicf };
    const { partnership } = await change(lead, 'campaignPartnerInvite', invited, 'partnership { id }');
    await change(partner, 'campaignPartnerJoin', { partnership: partnership.id }, 'partnership { id }');
    return partnership.id as string;
  }
  const add = async (given: object = {}, as = lead) => {
    const input = { campaign, title: inBoth('Print leaflets', 'طباعة المنشورات'), ...given };
    const { task, userErrors } = await change(as, 'campaignTaskCreate', input, selection);
    expect(userErrors).toEqual([]);
    return task as { id: string; version: number };
  };
  const move = async (task: string, state: string, as = lead) => {
    const done = await change(as, 'campaignTaskMove', { task, state }, selection);
    return done.task?.state ?? done.userErrors[0].code;
  };
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
    const board = '{ campaignTasks { nodes { person { id } } } }';
    const { data } = await hub.ask(board, { as: partner });
    expect(data.campaignTasks.nodes.map((one: { person: object | null }) => one.person)).toContainEqual({
      id: person.id,
    });
    const asked = hub.statements().filter(({ subgraph, kind }) => subgraph === 'members' && kind === 'query');
    expect(asked).toHaveLength(1);
    await change(lead, 'campaignTaskUpdate', { task: id, version, owner: mima }, selection);
    const kept = await administrator('select person_id from campaigns.campaign_task where id = $1', [id]);
    expect(kept).toEqual([{ person_id: null }]);
  });

  it('wait for others, and are neither begun nor done before those are', async () => {
    const first = await add();
    const second = await add({ blockedBy: [first.id] });
    expect(second).toMatchObject({ isBlocked: true, blockedBy: [{ id: first.id }] });
    expect(await move(second.id, 'COMPLETED')).toBe('BLOCKED');
    expect(await move(second.id, 'IN_PROCESS')).toBe('BLOCKED');
    expect(await move(first.id, 'COMPLETED')).toBe('COMPLETED');
    expect(await move(second.id, 'COMPLETED')).toBe('COMPLETED');
    expect(await move(second.id, 'COMPLETED')).toBe('UNCHANGED');
  });

  it('never wait for themselves, also when two writers add the two halves at once', async () => {
    const chain = [await add(), await add(), await add()];
    const wait = (n: number, blocker: number) =>
      change(
        lead,
        'campaignTaskUpdate',
        { task: chain[n]!.id, version: chain[n]!.version, blockedBy: [chain[blocker]!.id] },
        selection,
      );
    expect((await wait(0, 0)).userErrors).toMatchObject([{ code: 'WAITS_FOR_ITSELF' }]);
    const answers = await Promise.all([wait(0, 1), wait(1, 2), wait(2, 0)]);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['WAITS_FOR_ITSELF']);
  });

  it('wait for each other in any way that makes no circle, and in no other', async () => {
    const size = 5;
    const wish = fc.record({ task: fc.nat(size - 1), blockedBy: fc.subarray([...Array(size).keys()]) });
    const told = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 10, maxLength: 10 }), async (wishes) => {
        campaign = await newCampaign();
        const tasks: { id: string; version: number }[] = [];
        for (let n = 0; n < size; n++) tasks.push(await add());
        const waits: number[][] = tasks.map(() => []);
        const reaches = (from: readonly number[], to: number): boolean =>
          from.some((one) => one === to || reaches(waits[one]!, to));
        for (const { task: n, blockedBy } of wishes) {
          const { id, version } = tasks[n]!;
          const edit = { task: id, version, blockedBy: blockedBy.map((one) => tasks[one]!.id) };
          const { task, userErrors } = await change(lead, 'campaignTaskUpdate', edit, selection);
          const circle = reaches(blockedBy, n);
          expect(userErrors.map(({ code }: { code: string }) => code)).toEqual(
            circle ? ['WAITS_FOR_ITSELF'] : [],
          );
          told[circle ? 'refused' : 'taken']++;
          if (circle) continue;
          waits[n] = blockedBy;
          tasks[n] = task;
        }
      }),
      { numRuns: 5, seed: 6 },
    );
    expect(Math.min(told.taken, told.refused)).toBeGreaterThan(5);
  });

  it('wait for tasks of their own campaign only', async () => {
    const { id } = await add();
    campaign = await newCampaign();
    for (const blocker of [id, seedId('CampaignTask', 'nobody')]) {
      expect(
        await refusal(lead, 'campaignTaskCreate', {
          campaign,
          title: inBoth('x', 'س'),
          blockedBy: [blocker],
        }),
      ).toEqual(['NO_SUCH_TASK null']);
    }
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
