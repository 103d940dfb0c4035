import { seedId } from '../../../shared/schema/type-id';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

const bicf = seedId('Organization', 'bicf');
const mima = seedId('Organization', 'mima');
const nair = seedId('Organization', 'nair');
const nali = seedId('Campaign', 'mima-nali');
const summit = seedId('Event', 'mima-immigration-summit-2025');
const staff = 'nair:COALITION_STAFF';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(async () => {
    await database.mark();
  });
  afterEach(() => database.rewind());

  async function change(verb: string, input: object, as: Asker = staff) {
    const { data, errors } = await hub.ask(
      mutationText(
        `membership${verb}`,
        `membership { status { code } changes { status { code } reason } credit { name { value } } organization { slug } }
         userErrors { code field }`,
      ),
      { as, variables: { input } },
    );
    const result = data?.[`membership${verb}`];
    return {
      membership: result?.membership,
      codes: result?.userErrors.map(
        ({ code, field }: { code: string; field: string | null }) => `${code} ${field}`,
      ),
      errors: errors?.map((error) => error.extensions.code),
    };
  }
  const suspend = (organization = mima) => change('Suspend', { organization, reason: 'Dues.' });

  /** Every list of the graph, as what somebody sees of one organisation in it. */
  async function seenOf(organization: string, as: Asker) {
    const own = (list: string) =>
      `${list}: ${list}(filter: { organization: "${organization}" }) { totalCount }`;
    const { data, errors } = await hub.ask(
      `{ organization(id: "${organization}") { id }
        organizations(first: 100) { nodes { id membership { since } } }
        memberships(first: 100) { nodes { organization { id } } }
        ${own('campaigns')}
        services(filter: { provider: "${organization}" }) { totalCount }
        ${own('memberFigures')} ${own('campaignFigures')} ${own('serviceFigures')} ${own('eventFigures')}
        events(filter: { organizer: "${organization}" }) { totalCount }
        campaign(id: "${nali}") { id } event(id: "${summit}") { id } }`,
      { as },
    );
    expect(errors).toBeUndefined();
    const { organizations, memberships, organization: one, campaign, event, ...lists } = data;
    return {
      byId: [one, campaign, event].filter((row) => row !== null).length,
      listed: organizations.nodes.filter(({ id }: { id: string }) => id === organization).length,
      member: memberships.nodes.filter(
        (row: { organization: { id: string } | null }) => row.organization?.id === organization,
      ).length,
      rows: Object.values<{ totalCount: number }>(lists).reduce((sum, { totalCount }) => sum + totalCount, 0),
    };
  }
  const nothing = { byId: 0, listed: 0, member: 0, rows: 0 };

  it('a suspension hides everything of the organisation from others at once, and a return brings it back', async () => {
    const before = await Promise.all((['public', 'bicf:VIEWER'] as const).map((as) => seenOf(mima, as)));
    expect(before.map(({ rows }) => rows > 0)).toEqual([true, true]);
    const { membership, codes } = await suspend();
    expect(codes).toEqual([]);
    expect(membership).toMatchObject({
      status: { code: 'SUSPENDED' },
      changes: [{ status: { code: 'SUSPENDED' }, reason: 'Dues.' }],
    });
    for (const as of ['public', 'bicf:VIEWER', 'bicf:ORG_ADMIN', staff] as const) {
      expect({ as, ...(await seenOf(mima, as)) }).toEqual({ as, ...nothing });
    }
    const back = await change('Reactivate', { organization: mima, reason: 'Paid.' });
    expect(back.membership).toMatchObject({
      status: { code: 'ACTIVE' },
      changes: [{ reason: 'Paid.' }, { reason: 'Dues.' }],
    });
    const after = await Promise.all((['public', 'bicf:VIEWER'] as const).map((as) => seenOf(mima, as)));
    expect(after).toEqual(before);
  });

  it('a list that was begun before is read on without its rows', async () => {
    const page = (after: string | null) =>
      hub.ask(
        `query ($after: String) { events(first: 10, after: $after) { totalCount nodes { organizer { id } } pageInfo { endCursor hasNextPage } } }`,
        { as: 'bicf:VIEWER', variables: { after } },
      );
    const first = (await page(null)).data.events;
    await suspend();
    let after = first.pageInfo.endCursor;
    const rest: { organizer: { id: string } | null }[] = [];
    while (after) {
      const { nodes, pageInfo } = (await page(after)).data.events;
      rest.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    }
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.filter(({ organizer }) => organizer === null || organizer.id === mima)).toEqual([]);
    expect((await page(null)).data.events.totalCount).toBeLessThan(first.totalCount);
  });

  it('people of a suspended organisation see their membership, its entry and what is public', async () => {
    await administrator(
      `insert into members.application (organization_id, id, status, is_entry, name, kind, country, description, contact_name, contact_email, reason, link_key)
       values ($1, 'apl_mima', 'ADMITTED', true, '{"en": "MIMA", "ar": "ميما"}', 'NGO', 'US', '{"en": "x"}', 'x', 'x@x.x', 'x', 'none')`,
      [mima],
    );
    await suspend();
    const { data, errors } = await hub.ask(
      `{ organization(id: "${mima}") { slug membership { status { code } changes { reason } } }
        membershipApplications { nodes { id } } bicf: organization(id: "${bicf}") { slug } }`,
      { as: 'mima:ORG_ADMIN' },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      organization: {
        slug: 'mima',
        membership: { status: { code: 'SUSPENDED' }, changes: [{ reason: 'Dues.' }] },
      },
      membershipApplications: { nodes: [{ id: 'apl_mima' }] },
      bicf: { slug: 'bicf' },
    });
    const internal = await hub.ask(`{ campaigns(filter: { organization: "${mima}" }) { totalCount } }`, {
      as: 'mima:ORG_ADMIN',
    });
    expect(internal.data.campaigns.totalCount).toBe(0);
    const engagements = await hub.ask(`{ organization(id: "${mima}") { engagements { id } } }`, {
      as: 'mima:ORG_ADMIN',
    });
    expect(engagements.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('an organisation leaves by its own admin, and only for good', async () => {
    const leave = (as: Asker) => change('Leave', { reason: 'We close.' }, as);
    expect((await leave('mima:CAMPAIGNER')).errors).toEqual(['FORBIDDEN']);
    expect((await leave(staff)).errors).toEqual(['FORBIDDEN']);
    expect((await leave('nair:ORG_ADMIN')).codes).toEqual(['INVALID_STATE organization']);
    const left = await leave('mima:ORG_ADMIN');
    expect(left.membership).toMatchObject({ status: { code: 'LEFT' }, changes: [{ reason: 'We close.' }] });
    expect(await seenOf(mima, 'bicf:VIEWER')).toEqual(nothing);
    expect((await leave('mima:ORG_ADMIN')).codes).toEqual(['INVALID_STATE organization']);
    for (const verb of ['Reactivate', 'Suspend']) {
      expect((await change(verb, { organization: mima, reason: 'x' })).codes).toEqual([
        'INVALID_STATE organization',
      ]);
    }
  });

  it('one that has left comes back by a new application of its own people', async () => {
    const before = await seenOf(mima, 'bicf:VIEWER');
    await change('Leave', { reason: 'We close.' }, 'mima:ORG_ADMIN');
    const texts = [
      { language: 'en', value: 'MIMA' },
      { language: 'ar', value: 'ميما' },
    ];
    const input = {
      name: texts,
      kind: 'NGO',
      country: 'US',
      description: texts,
      contactName: 'x',
      contactEmail: 'x@x.example',
      reason: 'Again.',
      entry: mima,
    };
    const apply = mutationText('membershipApply', 'link application { id } userErrors { code }');
    const stranger = await hub.ask(apply, { variables: { input } });
    expect(stranger.data.membershipApply.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    const { data } = await hub.ask(apply, { as: 'mima:ORG_ADMIN', variables: { input } });
    const application = data.membershipApply.application.id;
    for (const mutation of ['membershipReviewStart', 'membershipAdmit']) {
      const decided = await hub.ask(mutationText(mutation, 'userErrors { code }'), {
        as: staff,
        variables: { input: { application } },
      });
      expect(decided.data[mutation].userErrors).toEqual([]);
    }
    expect(await seenOf(mima, 'bicf:VIEWER')).toEqual(before);
    const followed = await hub.ask(
      'query ($link: String!) { membershipApplication(link: $link) { status } }',
      {
        variables: { link: data.membershipApply.link },
      },
    );
    expect(followed.data.membershipApplication.status).toBe('ADMITTED');
  });

  it('its credit on the finished work of others stays, by name alone', async () => {
    await administrator(
      `update campaigns.campaign set status = 'COMPLETED', sharing_level = 'PUBLIC' where id = $1`,
      [nali],
    );
    await administrator(
      `insert into campaigns.campaign_credit (organization_id, sharing_level, subject_id, role, credited_id, position)
       values ($1, 'PUBLIC', $2, 'PARTNER', $3, 99) on conflict do nothing`,
      [mima, nali, bicf],
    );
    await administrator(
      `insert into events.event_co_organizer (organization_id, sharing_level, subject_id, co_organizer_id, position)
       values ($1, 'PUBLIC', $2, $3, 99)`,
      [mima, summit, bicf],
    );
    const query = `{ campaign(id: "${nali}") { credits { name { value } organization { slug } } partners { slug } }
      event(id: "${summit}") { credits { name { value } organization { slug } } coOrganizers { slug } } }`;
    const credited = async () => {
      const { data, errors } = await hub.ask(query);
      expect(errors).toBeUndefined();
      return [data.campaign.credits, data.event.credits].map((credits) =>
        credits.find(
          ({ name }: { name: { value: string } }) => name.value === 'Baltimore Immigrant Community Fund',
        ),
      );
    };
    const before = await credited();
    expect(before).toEqual([
      { name: { value: 'Baltimore Immigrant Community Fund' }, organization: { slug: 'bicf' } },
      { name: { value: 'Baltimore Immigrant Community Fund' }, organization: { slug: 'bicf' } },
    ]);
    await change('Leave', { reason: 'We close.' }, 'bicf:ORG_ADMIN');
    expect(await credited()).toEqual(before.map(({ name }) => ({ name, organization: null })));
  });

  it('work that goes on credits nobody yet', async () => {
    const { data } = await hub.ask(`{ campaign(id: "${nali}") { status credits { name { value } } } }`, {
      as: 'bicf:VIEWER',
    });
    expect(data.campaign).toEqual({ status: null, credits: [] });
  });

  it('only staff suspend, a member that is active, and never the coalition', async () => {
    for (const as of ['bicf:ORG_ADMIN', 'nair:ORG_ADMIN', 'mima:ORG_ADMIN', 'public'] as const) {
      const { errors } = await change('Suspend', { organization: mima, reason: 'x' }, as);
      expect({ as, errors }).toEqual({ as, errors: ['FORBIDDEN'] });
    }
    expect((await suspend(nair)).codes).toEqual(['INVALID_STATE organization']);
    expect((await suspend(seedId('Organization', 'unhcr'))).codes).toEqual(['NOT_FOUND organization']);
    expect((await change('Suspend', { organization: 'x', reason: 'x' })).codes).toEqual([
      'NOT_FOUND organization',
    ]);
    expect((await change('Suspend', { organization: mima, reason: '' })).codes).toEqual(['REQUIRED reason']);
    await suspend();
    expect((await suspend()).codes).toEqual(['INVALID_STATE organization']);
    expect((await change('Reactivate', { organization: bicf, reason: 'x' })).codes).toEqual([
      'INVALID_STATE organization',
    ]);
    const { data } = await hub.ask(
      '{ memberships(status: "SUSPENDED") { nodes { organization { slug } credit { name { value } } } } }',
      {
        as: staff,
      },
    );
    expect(data.memberships.nodes).toEqual([
      { organization: null, credit: { name: { value: expect.stringMatching(/\w/) } } },
    ]);
  });
});
