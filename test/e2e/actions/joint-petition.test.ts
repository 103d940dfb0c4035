import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { lead, mima, petitionsOf } from '../../testkit/petition';

describe.each(transports)('a joint petition of three organisations, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());
  const { change, refusal, open, close, join, sign, signMany, signaturesFor, countsFor } = petitionsOf(hub);
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

  it('names those who bring it, the lead first, to everybody', async () => {
    const { data } = await hub.ask(`{ actionCall(id: "${petition}") { sponsors { slug } } }`);
    expect(data.actionCall.sponsors).toEqual([{ slug: 'mima' }, { slug: 'bicf' }, { slug: 'iom' }]);
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
    expect(await administrator('select from campaigns.signature where call_id = $1', [petition])).toEqual([]);
    const left = () => administrator('select link_key from campaigns.signing where call_id = $1', [petition]);
    expect(await left()).toEqual([{ link_key: 'withdrawn' }]);
    await administrator('select campaigns.erase_old_contacts()');
    expect(await left()).toHaveLength(1);
    await administrator(`update campaigns.signing set withdrawn_at = withdrawn_at - interval '1 day'`);
    await administrator('select campaigns.erase_old_contacts()');
    expect(await left()).toEqual([]);
    expect(await refusal('public', 'signatureWithdraw', { link })).toBe('NOT_FOUND link');
  });

  it('grows by days and weeks of whoever asks', async () => {
    await signMany(petition, 3, bicf, 'p');
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
    await close(petition);
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
    await administrator('select campaigns.erase_old_contacts()');
    expect(await administrator('select from campaigns.signature where call_id = $1', [petition])).toEqual([]);
    expect(
      await administrator('select contact_key from campaigns.action_call where id = $1', [petition]),
    ).toEqual([{ contact_key: null }]);
    expect(await countsFor(petition, 'bicf:VIEWER')).toMatchObject({ own: 1 });
  });
});
