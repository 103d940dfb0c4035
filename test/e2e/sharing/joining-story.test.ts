import { seedId } from '../../../shared/schema/type-id';
import { asAdministrator, ownDatabase } from '../../testkit/database';
import { startTestHub, type TestHub, transports } from '../../testkit/hub';
import { newPerson } from '../../testkit/new-person';

const mima = seedId('Organization', 'mima');
const nali = seedId('Campaign', 'mima-nali');

jest.setTimeout(90_000);

/** One story, told in the order in which it happens. */
describe.each(transports)('an organisation joins under an agreement, over the %s transport', (transport) => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let hub: TestHub;
  let lantern: string;
  let campaigner: string;
  let admin: string;
  let agreement: string;
  beforeAll(async () => {
    database = await ownDatabase();
    hub = await startTestHub(transport, database.url);
  });
  afterAll(async () => {
    await hub.close();
    await database.drop();
  });

  const administrator = <Row extends object>(text: string, values: unknown[] = []) =>
    asAdministrator<Row>(text, values, database.url);

  async function done(mutation: string, kind: string, input: object, token: string, fields = '') {
    const { data, errors } = await hub.ask(
      `mutation ($input: ${kind}!) { ${mutation}(input: $input) { ${fields} userErrors { code field } } }`,
      { token, variables: { input } },
    );
    expect(errors).toBeUndefined();
    expect(data[mutation].userErrors).toEqual([]);
    return data[mutation];
  }

  /** Whatever way one asks: by id, under two names, in a list that is read on with a cursor, under its organisation. */
  async function strategiesSeen() {
    const internal = 'internal { sharingLevel strategy { value } }';
    const { data, errors } = await hub.ask(
      `{ one: campaign(id: "${nali}") { ${internal} } again: campaign(id: "${nali}") { other: ${internal} }
        organization(id: "${mima}") { campaigns(first: 100) { nodes { id ${internal} } } } }`,
      { token: campaigner },
    );
    expect(errors).toBeUndefined();
    const walked: unknown[] = [];
    let after: string | null = null;
    do {
      const page: {
        data: {
          campaigns: {
            nodes: { id: string; internal: unknown }[];
            pageInfo: { endCursor: string; hasNextPage: boolean };
          };
        };
      } = await hub.ask(
        `query ($after: String) { campaigns(first: 3, after: $after, filter: { organization: "${mima}" }) {
            nodes { id ${internal} } pageInfo { endCursor hasNextPage } } }`,
        { token: campaigner, variables: { after } },
      );
      walked.push(
        ...page.data.campaigns.nodes.filter(({ internal: found }) => found !== null).map(({ id }) => id),
      );
      after = page.data.campaigns.pageInfo.hasNextPage ? page.data.campaigns.pageInfo.endCursor : null;
    } while (after);
    const below = data.organization.campaigns.nodes.filter(
      (row: { internal: unknown }) => row.internal !== null,
    );
    return {
      one: data.one.internal?.strategy.value ?? null,
      again: data.again.other?.strategy.value ?? null,
      below: below.map(({ id }: { id: string }) => id),
      walked,
    };
  }
  const nothing = { one: null, again: null, below: [], walked: [] };
  const everything = { one: 'Talk first.', again: 'Talk first.', below: [nali], walked: [nali] };

  it('it applies, and staff admit it', async () => {
    const texts = (en: string) => [
      { language: 'en', value: en },
      { language: 'ar', value: 'فنار' },
    ];
    const { data } = await hub.ask(
      `mutation ($input: MembershipApplyInput!) { membershipApply(input: $input) { application { id } link userErrors { code } } }`,
      {
        variables: {
          input: {
            name: texts('Lantern'),
            kind: 'NGO',
            country: 'US',
            description: texts('Legal aid at the harbour.'),
            contactName: 'Rania',
            contactEmail: 'rania@lantern.example',
            reason: 'To work together.',
          },
        },
      },
    );
    const application = data.membershipApply.application.id;
    const staff = await hub.tokenFor('nair:COALITION_STAFF');
    await done('membershipReviewStart', 'ApplicationInput', { application }, staff);
    await done('membershipAdmit', 'MembershipAdmitInput', { application }, staff);
    const followed = await hub.ask(
      'query ($link: String!) { membershipApplication(link: $link) { status organization { id membership { status { code } } } } }',
      { variables: { link: data.membershipApply.link } },
    );
    expect(followed.data.membershipApplication).toMatchObject({
      status: 'ADMITTED',
      organization: { membership: { status: { code: 'ACTIVE' } } },
    });
    lantern = followed.data.membershipApplication.organization.id;
  });

  it('its people see what members share, and nothing internal', async () => {
    admin = (await newPerson(hub, database.url, lantern, 'ORG_ADMIN')).token;
    campaigner = (await newPerson(hub, database.url, lantern, 'CAMPAIGNER')).token;
    const strategy = [{ language: 'en', value: 'Talk first.' }];
    const mimas = await hub.tokenFor('mima:CAMPAIGNER');
    await done('campaignInternalSet', 'CampaignInternalSetInput', { campaign: nali, strategy }, mimas);
    const { data } = await hub.ask(`{ campaigns { totalCount } }`, { token: campaigner });
    expect(data.campaigns.totalCount).toBeGreaterThan(5);
    expect(await strategiesSeen()).toEqual(nothing);
  });

  it('it proposes an agreement, mima signs, and still nothing that mima has not shared', async () => {
    const [days] = await administrator<{ first: string; last: string }>(
      `select current_date::text as first, (current_date + interval '12 months')::date::text as last`,
    );
    const proposed = await done(
      'agreementPropose',
      'AgreementProposeInput',
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
    await done('agreementSign', 'AgreementInput', { agreement }, await hub.provenTokenFor('mima:ORG_ADMIN'));
    expect(await strategiesSeen()).toEqual(nothing);
  });

  it('mima shares the strategy of one campaign, and it is read', async () => {
    const input = { id: nali, group: 'campaign.internal', level: 'COALITION' };
    await done(
      'campaignsSharingLevelSet',
      'SharingLevelSetInput',
      input,
      await hub.tokenFor('mima:ORG_ADMIN'),
      'level',
    );
    expect(await strategiesSeen()).toEqual(everything);
    const others = await hub.ask(`{ campaign(id: "${nali}") { internal { sharingLevel } } }`, {
      as: 'bicf:CAMPAIGNER',
    });
    expect(others.data.campaign.internal).toBeNull();
  });

  it('mima lowers its cap, and what was chosen for the row does not help', async () => {
    const set = (cap: string) =>
      done(
        'campaignsSharingSet',
        'SharingSetInput',
        { group: 'campaign.internal', level: 'PRIVATE', cap },
        first,
        'sharing { proposal { id } }',
      );
    const first = await hub.provenTokenFor('mima:ORG_ADMIN');
    await set('PRIVATE');
    expect(await strategiesSeen()).toEqual(nothing);
    const { sharing } = await set('COALITION');
    expect(await strategiesSeen()).toEqual(nothing);
    const second = (await newPerson(hub, database.url, mima, 'ORG_ADMIN', 'second')).token;
    await done('campaignsSharingApprove', 'SharingVersionInput', { version: sharing.proposal.id }, second);
    expect(await strategiesSeen()).toEqual(everything);
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
    const status = (id: string, value: string) =>
      administrator('update members.membership set status = $1 where id = $2', [value, id]);
    await status(lantern, 'SUSPENDED');
    const { data } = await hub.ask(`{ campaign(id: "${nali}") { slug } campaigns { totalCount } }`, {
      token: campaigner,
    });
    expect(data).toEqual({ campaign: null, campaigns: { totalCount: 0 } });
    await status(lantern, 'ACTIVE');
    await status(mima, 'SUSPENDED');
    const hidden = await hub.ask(
      `{ campaign(id: "${nali}") { slug } organization(id: "${mima}") { slug } }`,
      { token: campaigner },
    );
    expect(hidden.data).toEqual({ campaign: null, organization: null });
    await status(mima, 'ACTIVE');
    expect(await strategiesSeen()).toEqual(everything);
  });

  it('it costs no statement in the subgraphs beyond those of its own people', async () => {
    const query = `{ campaign(id: "${nali}") { internal { strategy { value } } } }`;
    const cost = async (options: Parameters<TestHub['ask']>[1]) => {
      hub.statements();
      hub.viewerReads();
      await hub.ask(query, options);
      return {
        statements: hub.statements().map(({ subgraph, kind }) => `${subgraph} ${kind}`),
        viewer: hub.viewerReads(),
      };
    };
    const owner = await cost({ as: 'mima:CAMPAIGNER' });
    expect(owner).toEqual({
      statements: [
        'campaigns open',
        'campaigns query',
        'campaigns query',
        'campaigns audit',
        'campaigns commit',
      ],
      viewer: 1,
    });
    expect(await cost({ token: campaigner })).toEqual(owner);
  });

  it('the log of mima has who read it', async () => {
    const read = await administrator<{ actor: string; ids: string[] }>(
      `select distinct actor_organization_id as actor, subject_ids as ids from campaigns.audit_entry
       where organization_id = $1 and group_name = 'campaign.internal' and operation = 'r' and actor_organization_id <> $1`,
      [mima],
    );
    expect(read).toEqual([{ actor: lantern, ids: [nali] }]);
  });
});
