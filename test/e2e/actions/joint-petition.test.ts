import { seedId } from '../../../shared/schema/type-id';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { lead, mima, petitionsOf } from '../../testkit/petition';

jest.setTimeout(120_000);

describe.each(transports)('a joint petition of three organisations, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());
  const { change, refusal, open, join, sign, signaturesFor, countsFor } = petitionsOf(hub);
  let petition: string;
  let bicf: string;
  let iom: string;
  beforeEach(async () => {
    petition = await open();
    bicf = await join(petition, 'bicf');
    iom = await join(petition, 'iom');
  });

  const receipt = async (link: string, as: Asker = 'public') => {
    const { data } = await hub.ask(
      `query ($link: String!) { signing(link: $link) {
          actionCall { id } via { slug } contactBy { slug } confirmedAt name email place comment } }`,
      { as, variables: { link } },
    );
    return data.signing;
  };
  const signMany = async (count: number, via: string, prefix: string) => {
    for (let n = 0; n < count; n++) await sign(petition, `${prefix}${n}@example.org`, { via });
  };
  /** All three let others count whom they brought. */
  const shareCounts = async () => {
    for (const organization of [mima, bicf, iom])
      await administrator(
        `insert into campaigns.sharing_version (organization_id, id, version, state, proposed_by, group_name, level, cap)
         values ($1, 'shv_' || $1, 1, 'IN_FORCE', 'per_1', 'campaign.supporters', 'AGGREGATE_ONLY', 'AGGREGATE_ONLY')`,
        [organization],
      );
  };
  const close = async () => {
    const { data } = await hub.ask(`{ actionCall(id: "${petition}") { version } }`, { as: lead });
    const { version } = data.actionCall;
    await change(lead, 'actionCallClose', { actionCall: petition, version }, 'actionCall { state }');
  };

  it('names those who bring it, the lead first, to everybody', async () => {
    const { data } = await hub.ask(`{ actionCall(id: "${petition}") { sponsors { slug } } }`);
    expect(data.actionCall.sponsors).toEqual([{ slug: 'mima' }, { slug: 'bicf' }, { slug: 'iom' }]);
  });

  it('counts who signs through two of them once, and credits both', async () => {
    await shareCounts();
    await sign(petition, 'amal@example.org', { via: bicf });
    await sign(petition, ' AMAL@example.org', { via: mima });
    await sign(petition, 'amal@example.org', { via: bicf });
    expect(await countsFor(petition, 'mima:VIEWER')).toMatchObject({ own: 1 });
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 1 });
    expect(await countsFor(petition, 'iom:VIEWER')).toMatchObject({ own: 0 });
    await signMany(12, bicf, 'b');
    await signMany(11, mima, 'm');
    await close();
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

  it('shows what somebody said to the organisations that they chose, and to no other', async () => {
    const said = { via: bicf, contactBy: [bicf, iom], place: 'Tangier', comment: 'For my sister.' };
    await sign(petition, 'amal@example.org', said);
    const known = {
      ...{
        name: 'Name of amal@example.org',
        email: 'amal@example.org',
        place: 'Tangier',
        comment: 'For my sister.',
      },
      ...{ language: 'ar', consentVersion: '2026-01' },
    };
    expect(await signaturesFor(petition, 'bicf:CAMPAIGNER')).toEqual([known]);
    expect(await signaturesFor(petition, 'iom:ORG_ADMIN')).toEqual([known]);
    expect(await signaturesFor(petition, lead)).toEqual([]);
    expect(await signaturesFor(petition, 'nair:COALITION_STAFF')).toEqual([]);
    for (const as of ['bicf:VIEWER', 'bicf:CASEWORKER'] as const)
      expect((await signaturesFor(petition, as)) ?? []).toEqual([]);
    const stored = JSON.stringify(await administrator('select * from campaigns.signature'));
    expect(stored).toContain(petition);
    for (const text of Object.values(known).slice(0, 4)) expect(stored).not.toContain(text);
  });

  it('shows a person once to an organisation, however often they signed', async () => {
    await sign(petition, 'amal@example.org', { contactBy: [bicf], name: 'Amal' });
    await sign(petition, 'amal@example.org', { contactBy: [bicf], name: 'Somebody else' });
    expect(await signaturesFor(petition, 'bicf:CAMPAIGNER')).toMatchObject([{ name: 'Amal' }]);
  });

  it('lets the holder of the private link look, confirm, change and withdraw', async () => {
    const link = await sign(petition, 'amal@example.org', {
      via: bicf,
      contactBy: [bicf, iom],
      comment: 'Yes.',
    });
    expect(await receipt(link)).toMatchObject({
      ...{ actionCall: { id: petition }, via: { slug: 'bicf' }, confirmedAt: null },
      ...{ name: 'Name of amal@example.org', email: 'amal@example.org', place: null, comment: 'Yes.' },
    });
    expect(await countsFor(petition, 'bicf:CAMPAIGNER')).toMatchObject({ own: 1, ownConfirmed: 0 });
    await change('public', 'signatureConfirm', { link }, 'signing { confirmedAt }');
    expect(await countsFor(petition, 'bicf:CAMPAIGNER')).toMatchObject({ own: 1, ownConfirmed: 1 });
    const changed = await change(
      'public',
      'signatureUpdate',
      { link, name: 'Amal', comment: null, contactBy: [bicf] },
      'signing { name comment contactBy { slug } }',
    );
    expect(changed.signing).toEqual({ name: 'Amal', comment: null, contactBy: [{ slug: 'bicf' }] });
    expect(await signaturesFor(petition, 'bicf:CAMPAIGNER')).toMatchObject([{ name: 'Amal', comment: null }]);
    expect(await signaturesFor(petition, 'iom:CAMPAIGNER')).toEqual([]);
    expect(await refusal('public', 'signatureUpdate', { link, contactBy: [iom] })).toBe(
      'NOT_FOUND contactBy',
    );

    await change('public', 'signatureWithdraw', { link }, 'signing { name }');
    expect(await countsFor(petition, 'bicf:CAMPAIGNER')).toMatchObject({ own: 0 });
    expect(await signaturesFor(petition, 'bicf:CAMPAIGNER')).toEqual([]);
    expect(await receipt(link)).toBeNull();
    expect(await administrator('select from campaigns.signing where call_id = $1', [petition])).toEqual([]);
    expect(await administrator('select from campaigns.signature where call_id = $1', [petition])).toEqual([]);
    expect(await refusal('public', 'signatureWithdraw', { link })).toBe('NOT_FOUND link');
  });

  it('tells the public a total of full days, to the nearest ten', async () => {
    await signMany(25, bicf, 'p');
    expect(await countsFor(petition, 'public')).toMatchObject({ total: 0, own: 0, isRounded: true });
    await administrator(
      `update campaigns.signing set signed_at = signed_at - interval '1 day' where call_id = $1`,
      [petition],
    );
    const { total, byOrganization } = await countsFor(petition, 'public');
    expect([20, 30]).toContain(total);
    expect([20, 30]).toContain(byOrganization[0].count);
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ total: 25, own: 25, isRounded: true });
  });

  it('tells no number of others below eleven, nor what one could be worked out from', async () => {
    await signMany(10, bicf, 'p');
    await signMany(15, mima, 'q');
    await administrator(
      `update campaigns.signing set signed_at = signed_at - interval '1 day', sharing_level = 'AGGREGATE_ONLY' where call_id = $1`,
      [petition],
    );
    expect(
      (await countsFor(petition, 'public')).byOrganization.map(({ count }: { count: number }) => count),
    ).toEqual([null, null]);
    await close();
    expect(await countsFor(petition, lead)).toMatchObject({ own: 15, total: null });
    expect((await countsFor(petition, 'iom:VIEWER')).total).toBe(25);
  });

  it('counts for no other organisation what the one that brought people keeps to itself', async () => {
    await signMany(12, bicf, 'p');
    await close();
    expect(await countsFor(petition, 'iom:VIEWER')).toBeNull();
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ total: 12, own: 12 });
    for (const as of ['bicf:CASEWORKER', 'public'] as const) expect(await countsFor(petition, as)).toBeNull();
  });

  it('tells no total from which those whom one organisation alone brought could be worked out', async () => {
    await shareCounts();
    for (const via of [bicf, mima]) await signMany(12, via, 'p');
    await sign(petition, 'amal@example.org', { via: bicf });
    await close();
    const { total, byOrganization } = await countsFor(petition, 'iom:VIEWER');
    expect(total).toBe(13);
    expect(byOrganization.map(({ count }: { count: number }) => count)).toEqual([null, null]);
  });

  it('grows by days and weeks of whoever asks', async () => {
    await signMany(3, bicf, 'p');
    const at = async (email: number, moment: string) => {
      const rows = await administrator<{ id: string }>(
        'select id from campaigns.signing where call_id = $1 order by id',
        [petition],
      );
      await administrator('update campaigns.signing set signed_at = $2 where id = $1', [
        rows[email]!.id,
        moment,
      ]);
    };
    await at(0, '2026-03-01T23:30:00Z');
    await at(1, '2026-03-02T10:00:00Z');
    await at(2, '2026-03-09T10:00:00Z');
    const growth = async (given: string, as: Asker = 'bicf:VIEWER') => {
      const { data, errors } = await hub.ask(
        `{ actionCall(id: "${petition}") { signatureCounts { growth(${given}) { start count } } } }`,
        { as },
      );
      return errors
        ? errors[0]!.extensions.code
        : data.actionCall.signatureCounts.growth.map(
            ({ start, count }: { start: string; count: number }) => `${start} ${count}`,
          );
    };
    expect(await growth('by: DAY')).toEqual(['2026-03-01 1', '2026-03-02 1', '2026-03-09 1']);
    expect(await growth('by: DAY, timeZone: "Africa/Cairo"')).toEqual(['2026-03-02 2', '2026-03-09 1']);
    expect(await growth('by: WEEK')).toEqual(['2026-02-23 1', '2026-03-02 1', '2026-03-09 1']);
    expect(await growth('by: WEEK, weekStartsOn: SUNDAY')).toEqual(['2026-03-01 2', '2026-03-08 1']);
    expect(await growth('by: DAY, timeZone: "Middle/Earth"')).toBe('INVALID_ARGUMENT');
    expect(await growth('by: DAY', 'iom:VIEWER')).toEqual([]);
  });

  it('costs as many statements for many petitions as for one', async () => {
    for (const call of [petition, await open(), await open()])
      for (const name of ['amal', 'noor']) await sign(call, `${name}@example.org`, { contactBy: [mima] });
    const costOf = async (first: number) => {
      hub.statements();
      const { data } = await hub.ask(
        `{ actionCalls(first: ${first}) { nodes {
            title { value } organization { slug } sponsors { slug } contactsUntil campaign { id } bill { id } legislators { id }
            signatures(first: 5) { nodes { name email place comment } }
            signatureCounts { total own byOrganization { count organization { slug } } growth { start count } } } } }`,
        { as: lead },
      );
      expect(data.actionCalls.nodes).toHaveLength(first);
      expect(data.actionCalls.nodes.at(-1)).toMatchObject({
        signatures: { nodes: [{}, {}] },
        signatureCounts: { own: 2, growth: [{ count: 2 }] },
      });
      return hub.statements().filter(({ kind }) => kind === 'query').length;
    };
    const one = await costOf(1);
    expect(one).toBeGreaterThan(0);
    expect(await costOf(3)).toBe(one);
  });

  it('keeps no contact longer than six months after its last day', async () => {
    const link = await sign(petition, 'amal@example.org', { via: bicf, contactBy: [bicf] });
    await close();
    const shown = await hub.ask(`{ actionCall(id: "${petition}") { contactsUntil } }`);
    const [due] = await administrator<{ day: string }>(
      `select (current_date + interval '6 months')::date::text as day`,
    );
    expect(shown.data.actionCall.contactsUntil).toBe(due!.day);
    await administrator(
      `alter table campaigns.action_call disable trigger user; update campaigns.action_call set contacts_until = current_date - 1 where id = '${petition}'; alter table campaigns.action_call enable trigger user`,
    );
    expect(await signaturesFor(petition, 'bicf:CAMPAIGNER')).toEqual([]);
    expect(await receipt(link)).toMatchObject({ name: null, contactBy: [] });
    await sign(await open(), 'else@example.org');
    expect(await administrator('select from campaigns.signature where call_id = $1', [petition])).toEqual([]);
    expect(
      await administrator('select contact_key from campaigns.action_call where id = $1', [petition]),
    ).toEqual([{ contact_key: null }]);
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 1 });
  });
});
