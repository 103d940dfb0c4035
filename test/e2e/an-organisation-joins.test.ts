import { seedId } from '../../shared/schema/type-id';
import { type AskOptions, transports } from '../testkit/hub';
import { newPerson } from '../testkit/new-person';
import { hubOfItsOwn } from '../testkit/own-hub';
import { everyRow } from '../testkit/pages';
import { codes, newEmail, password, peopleOf } from '../testkit/people';
import { inDays } from '../testkit/tool-keys';

const mima = seedId('Organization', 'mima');
const nali = seedId('Campaign', 'mima-nali');
const internal = 'internal { sharingLevel strategy { value } }';
/** From the application of an organisation to what its people, its partner and its tools see; told in order. */
describe.each(transports)('an organisation joins the coalition, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  let lantern: string;
  let admin: string;
  let campaigner: Awaited<ReturnType<typeof people.join>>;
  let agreement: string;

  async function done(mutation: string, input: object, token: string | null, fields = '') {
    const options: AskOptions = token === null ? {} : { token };
    const result = await people.mutate(mutation, input, fields, options);
    expect({ mutation, errors: result.userErrors }).toEqual({ mutation, errors: [] });
    return result;
  }

  /** Whatever way one asks: by id, under two names, in a list that is read on with a cursor, under its organisation. */
  async function strategiesSeen(token = campaigner.accessToken) {
    const { data, errors } = await hub.ask(
      `{ one: campaign(id: "${nali}") { ${internal} } again: campaign(id: "${nali}") { other: ${internal} }
        organization(id: "${mima}") { campaigns(first: 100) { nodes { id ${internal} } } } }`,
      { token },
    );
    expect(errors).toBeUndefined();
    type Rows = { id: string; internal: unknown }[];
    const shown = (rows: Rows) => rows.filter((row) => row.internal !== null).map(({ id }) => id);
    const more = `filter: { organization: "${mima}" }`;
    const walked = await everyRow(hub, 'campaigns', `id ${internal}`, { token, more, pageSize: 3 });
    return {
      one: data.one.internal?.strategy.value ?? null,
      again: data.again.other?.strategy.value ?? null,
      below: shown(data.organization.campaigns.nodes),
      walked: shown(walked),
    };
  }
  const nothing = { one: null, again: null, below: [], walked: [] };
  const everything = { one: 'Talk first.', again: 'Talk first.', below: [nali], walked: [nali] };

  it('it applies, and the coalition’s staff admit it', async () => {
    const texts = (en: string, ar: string) => [
      { language: 'en', value: en },
      { language: 'ar', value: ar },
    ];
    const applied = await done(
      'membershipApply',
      {
        name: texts('Lantern', 'فنار'),
        kind: 'NGO',
        country: 'US',
        description: texts('Legal aid at the harbour.', 'عون قانوني في الميناء.'),
        contactName: 'Rania',
        contactEmail: 'rania@lantern.example',
        reason: 'To work together.',
      },
      null,
      'application { id } link',
    );
    const application = applied.application.id;
    const staff = await hub.tokenFor('nair:COALITION_STAFF');
    await done('membershipReviewStart', { application }, staff);
    await done('membershipAdmit', { application }, staff);
    const followed = await hub.ask(
      'query ($link: String!) { membershipApplication(link: $link) { status organization { id membership { status { code } } } } }',
      { variables: { link: applied.link } },
    );
    expect(followed.data.membershipApplication).toMatchObject({
      status: 'ADMITTED',
      organization: { membership: { status: { code: 'ACTIVE' } } },
    });
    lantern = followed.data.membershipApplication.organization.id;
  });

  it('staff invite its first admin, who invites a campaigner', async () => {
    const email = newEmail('admin');
    const { link } = await done(
      'invitationCreate',
      { email, roles: ['ORG_ADMIN'], organization: lantern },
      await hub.provenTokenFor('nair:COALITION_STAFF'),
      'link',
    );
    await people.accept(link);
    const { tokens } = await people.signIn({ email, password });
    admin = (await people.withFactor({ email, ...tokens })).accessToken;
    campaigner = await people.withFactor(await people.join(admin, ['CAMPAIGNER']));
    expect((await people.whoAmI(campaigner.accessToken)).data.viewer).toMatchObject({
      roles: ['CAMPAIGNER'],
      organization: { slug: expect.stringContaining('lantern') },
    });
  });

  it('the admin cannot make itself a caseworker, in whatever way', async () => {
    const [{ person } = { person: '' }] = await administrator<{ person: string }>(
      `select person_id as person from members.sensitive_role_grant where organization_id = $1`,
      [lantern],
    );
    const asked = (mutation: string, input: object = { person, role: 'CASEWORKER' }) =>
      people.mutate(mutation, input, '', { token: admin }).then(codes);
    expect(await asked('roleProposalCreate')).toEqual(['NOT_TO_ONESELF']);
    expect(await asked('roleGrant')).toEqual(['INVALID']);
    const link = await people.invite(admin, newEmail(), ['CASEWORKER']);
    expect(await asked('invitationAccept', { link })).toEqual(['LINK_REFUSED']);
    // Nor a second account of the same person: somebody else would have to approve.
    const email = newEmail();
    const other = await people.accept(await people.invite(admin, email, ['CASEWORKER']));
    expect(other).toMatchObject({ waiting: ['CASEWORKER'], userErrors: [] });
    expect(codes(await people.signIn({ email, password }))).toEqual(['SIGN_IN_REFUSED']);
    expect((await people.whoAmI(admin)).data.viewer.roles).toEqual(['ORG_ADMIN']);
  });

  it('its people see what members share, and nothing internal', async () => {
    const strategy = [{ language: 'en', value: 'Talk first.' }];
    await done('campaignInternalSet', { campaign: nali, strategy }, await hub.tokenFor('mima:CAMPAIGNER'));
    const { data } = await hub.ask(`{ campaigns { totalCount } }`, { token: campaigner.accessToken });
    const outsider = await hub.ask(`{ campaigns { totalCount } }`);
    expect(data.campaigns.totalCount).toBeGreaterThan(outsider.data.campaigns.totalCount);
    expect(await strategiesSeen()).toEqual(nothing);
  });

  it('it proposes an agreement, mima signs, and still nothing that mima has not shared', async () => {
    const [days] = await administrator<{ first: string; last: string }>(
      `select current_date::text as first, (current_date + interval '12 months')::date::text as last`,
    );
    const proposed = await done(
      'agreementPropose',
      {
        partner: mima,
        purpose: [{ language: 'en', value: 'One campaign' }],
        groups: ['campaign.internal'],
        maximumLevel: 'COALITION',
        startsOn: days!.first,
        endsOn: days!.last,
      },
      admin,
      'agreement { id }',
    );
    agreement = proposed.agreement.id;
    await done('agreementSign', { agreement }, await hub.provenTokenFor('mima:ORG_ADMIN'));
    expect(await strategiesSeen()).toEqual(nothing);
  });

  it('mima shares the strategy of one campaign, and it is read', async () => {
    const input = { id: nali, group: 'campaign.internal', level: 'COALITION' };
    await done('campaignsSharingLevelSet', input, await hub.tokenFor('mima:ORG_ADMIN'), 'level');
    expect(await strategiesSeen()).toEqual(everything);
    expect(await strategiesSeen(await hub.tokenFor('bicf:CAMPAIGNER'))).toEqual(nothing);
  });

  it('mima lowers its cap, and what was chosen for the row does not help', async () => {
    const first = await hub.provenTokenFor('mima:ORG_ADMIN');
    const set = (cap: string) =>
      done(
        'campaignsSharingSet',
        { group: 'campaign.internal', level: 'PRIVATE', cap },
        first,
        'sharing { proposal { id } }',
      );
    await set('PRIVATE');
    expect(await strategiesSeen()).toEqual(nothing);
    const { sharing } = await set('COALITION');
    expect(await strategiesSeen()).toEqual(nothing);
    const second = (await newPerson(hub, database.url, mima, 'ORG_ADMIN', 'second')).token;
    await done('campaignsSharingApprove', { version: sharing.proposal.id }, second);
    expect(await strategiesSeen()).toEqual(everything);
  });

  it('a tool with a key reads what its scope and its grantor allow, and nothing else', async () => {
    const { client } = await done('apiClientCreate', { name: 'A calendar' }, admin, 'client { id }');
    const { secret } = await done(
      'apiKeyCreate',
      { client: client.id, scopes: ['campaign.summary:r'], expiresAt: inDays(30) },
      admin,
      'secret',
    );
    const counts = '{ campaigns { totalCount } events { totalCount } }';
    const [tool, grantor, outsider] = await Promise.all([
      hub.ask(counts, { token: secret }),
      hub.ask(counts, { token: admin }),
      hub.ask(counts),
    ]);
    expect(tool.data).toEqual({ campaigns: grantor.data.campaigns, events: outsider.data.events });
    const strategy = await hub.ask(`{ campaign(id: "${nali}") { slug ${internal} } }`, { token: secret });
    expect(strategy.data).toEqual({ campaign: { slug: 'mima-nali', internal: null } });
    expect(strategy.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('the campaigner serves mima too, and sees of each what its role there shows', async () => {
    const link = await people.invite(await hub.provenTokenFor('mima:ORG_ADMIN'), campaigner.email, [
      'VIEWER',
    ]);
    await people.accept(link, { name: null, password: null }, { token: campaigner.accessToken });
    const seen = (token: string) =>
      hub.ask(`{ viewer { roles } organization(id: "${mima}") { engagements { id } } }`, { token });
    const to = async (organization: string) => {
      const { tokens } = await done(
        'organizationSwitch',
        { organization },
        campaigner.accessToken,
        people.tokens,
      );
      campaigner = { ...campaigner, ...tokens };
      return (await seen(campaigner.accessToken)).data;
    };
    const before = (await seen(campaigner.accessToken)).data;
    expect(before).toMatchObject({ viewer: { roles: ['CAMPAIGNER'] }, organization: { engagements: [] } });
    const there = await to(mima);
    expect(there.viewer.roles).toEqual(['VIEWER']);
    expect(there.organization.engagements).toHaveLength(2);
    expect(await to(lantern)).toEqual(before);
  });

  it('yesterday’s last day stops it on the next request', async () => {
    await administrator(
      `update members.agreement set starts_on = current_date - 30, ends_on = current_date - 1 where id = $1`,
      [agreement],
    );
    expect(await strategiesSeen()).toEqual(nothing);
    await administrator(`update members.agreement set ends_on = current_date where id = $1`, [agreement]);
    expect(await strategiesSeen()).toEqual(everything);
  });

  it('when the newcomer is suspended its people are shut out, and when mima is, its rows are gone', async () => {
    const staff = await hub.tokenFor('nair:COALITION_STAFF');
    const suspend = (organization: string) =>
      done('membershipSuspend', { organization, reason: 'Dues.' }, staff);
    const reactivate = (organization: string) =>
      done('membershipReactivate', { organization, reason: 'Paid.' }, staff);
    const ask = () =>
      hub.ask(
        `{ campaign(id: "${nali}") { slug } campaigns { totalCount } organization(id: "${mima}") { slug } }`,
        { token: campaigner.accessToken },
      );
    await suspend(lantern);
    expect((await ask()).data).toMatchObject({ campaign: null, campaigns: { totalCount: 0 } });
    await reactivate(lantern);
    await suspend(mima);
    expect((await ask()).data).toMatchObject({ campaign: null, organization: null });
    await reactivate(mima);
    expect(await strategiesSeen()).toEqual(everything);
  });

  it('it costs no statement in the subgraphs beyond those of its own people', async () => {
    const query = `{ campaign(id: "${nali}") { internal { strategy { value } } } }`;
    const cost = async (options: AskOptions) => {
      hub.statements();
      hub.viewerReads();
      await hub.ask(query, options);
      const statements = hub.statements().map(({ subgraph, kind }) => `${subgraph} ${kind}`);
      return { statements, viewer: hub.viewerReads() };
    };
    const owner = await cost({ as: 'mima:CAMPAIGNER' });
    const statements = ['open', 'query', 'query', 'audit', 'commit'].map((kind) => `campaigns ${kind}`);
    expect(owner).toEqual({ statements, viewer: 1 });
    expect(await cost({ token: campaigner.accessToken })).toEqual(owner);
  });

  it('the log of each tells its admin what the other did', async () => {
    const entries = `entries(first: 100) { nodes { operation group record subjects organization { id } } }`;
    const logOf = async (token: string) =>
      (await hub.ask(`{ accessLog { campaigns { ${entries} } members { ${entries} } } }`, { token })).data
        .accessLog;
    const mimas = await logOf(await hub.provenTokenFor('mima:ORG_ADMIN'));
    const byLantern = mimas.campaigns.entries.nodes.filter(
      ({ organization }: { organization: { id: string } | null }) => organization?.id === lantern,
    );
    expect(byLantern.length).toBeGreaterThan(0);
    for (const read of byLantern) {
      expect(read).toEqual({
        operation: 'r',
        group: 'campaign.internal',
        record: 'CampaignInternal',
        subjects: [nali],
        organization: { id: lantern },
      });
    }
    const lanterns = await logOf(admin);
    expect(lanterns.campaigns.entries.nodes).toEqual([]);
    expect(lanterns.members.entries.nodes).toContainEqual(
      expect.objectContaining({ record: 'agreement', subjects: [agreement], organization: { id: lantern } }),
    );
  });
});
