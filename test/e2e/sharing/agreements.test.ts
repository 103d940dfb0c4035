import { seedId } from '../../../shared/schema/type-id';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const iom = seedId('Organization', 'iom');
const nali = seedId('Campaign', 'mima-nali');
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  beforeAll(async () => {
    await administrator(
      `insert into campaigns.campaign_internal (organization_id, id, sharing_level, strategy)
       values ($1, $2, 'COALITION', '{"en": "Talk to the council first."}')`,
      [mima, nali],
    );
  });
  afterEach(() => administrator('delete from members.agreement'));

  const day = async (offset: string) => {
    const [row] = await administrator<{ day: string }>(
      `select (current_date + $1::interval)::date::text as day`,
      [offset],
    );
    return row!.day;
  };

  async function change(as: Exclude<Asker, 'public'>, mutation: string, input: object) {
    const { data, errors } = await hub.ask(
      mutationText(
        mutation,
        `agreement { id version state groups endsOn suspendedBy { slug } revokedBy { slug } }
         userErrors { field code message }`,
      ),
      { token: await hub.provenTokenFor(as), variables: { input } },
    );
    expect(errors).toBeUndefined();
    return data[mutation];
  }

  const terms = async (changes: object = {}) => ({
    partner: bicf,
    purpose: [{ language: 'en', value: 'A common summer campaign' }],
    groups: ['campaign.internal'],
    maximumLevel: 'COALITION',
    startsOn: await day('0 days'),
    endsOn: await day('11 months'),
    ...changes,
  });

  async function inForce(changes: object = {}): Promise<string> {
    const { agreement } = await change('mima:ORG_ADMIN', 'agreementPropose', await terms(changes));
    const signed = await change('bicf:ORG_ADMIN', 'agreementSign', { agreement: agreement.id });
    expect(signed.agreement.state).toBe('IN_FORCE');
    return agreement.id;
  }

  const readsInternal = async (as: Asker = 'bicf:CAMPAIGNER') => {
    const { data, errors } = await hub.ask(
      `{ campaign(id: "${nali}") { slug internal { strategy { value } } } }`,
      { as },
    );
    if (errors) expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    return data.campaign.internal?.strategy.value ?? null;
  };

  const refusal = async (
    mutation: string,
    input: object,
    as: Exclude<Asker, 'public'> = 'mima:ORG_ADMIN',
  ) => {
    const { agreement, userErrors } = await change(as, mutation, input);
    expect(agreement).toBeNull();
    return userErrors.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`);
  };

  it('opens the group that both signed for, to the other party alone, and nothing before', async () => {
    expect(await readsInternal()).toBeNull();
    const { agreement } = await change('mima:ORG_ADMIN', 'agreementPropose', await terms());
    expect(agreement).toMatchObject({ version: 1, state: 'PROPOSED', groups: ['campaign.internal'] });
    expect(await readsInternal()).toBeNull();
    await change('bicf:ORG_ADMIN', 'agreementSign', { agreement: agreement.id });
    expect(await readsInternal()).toBe('Talk to the council first.');
    expect(await readsInternal('iom:CAMPAIGNER')).toBeNull();
    expect(await readsInternal('bicf:CASEWORKER')).toBeNull();
  });

  it('needs an admin with a second factor on both sides', async () => {
    const input = await terms();
    const query = `mutation ($input: AgreementProposeInput!) { agreementPropose(input: $input) { agreement { id } } }`;
    const ask = async (token: string) => (await hub.ask(query, { token, variables: { input } })).errors;
    expect(await ask(await hub.tokenFor('mima:ORG_ADMIN'))).toMatchObject([
      { extensions: { code: 'SECOND_FACTOR_REQUIRED' } },
    ]);
    expect(await ask(await hub.provenTokenFor('mima:CAMPAIGNER'))).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await administrator('select from members.agreement')).toEqual([]);
  });

  it('is signed by the partner only', async () => {
    const { agreement } = await change('mima:ORG_ADMIN', 'agreementPropose', await terms());
    const input = { agreement: agreement.id };
    expect(await refusal('agreementSign', input)).toEqual(['INVALID_STATE agreement']);
    expect(await refusal('agreementSign', input, 'iom:ORG_ADMIN')).toEqual(['NOT_FOUND agreement']);
    expect(await refusal('agreementSign', input, 'nair:ORG_ADMIN')).toEqual(['NOT_FOUND agreement']);
    expect(await readsInternal()).toBeNull();
  });

  it.each([
    ['another group than it names', { groups: ['campaign.summary'] }, ['GROUP_NOT_SHAREABLE groups']],
    ['a group that is none', { groups: ['constructor'] }, ['GROUP_NOT_SHAREABLE groups']],
    ['no group', { groups: [] }, ['REQUIRED groups']],
    ['a group twice', { groups: ['campaign.internal', 'campaign.internal'] }, ['INVALID groups']],
    ['a level above the ceiling', { maximumLevel: 'PUBLIC' }, ['LEVEL_ABOVE_CEILING maximumLevel']],
    ['itself', { partner: mima }, ['INVALID partner']],
    [
      'an organisation that does not exist',
      { partner: seedId('Organization', 'nobody') },
      ['NOT_FOUND partner'],
    ],
    ['a directory entry', { partner: seedId('Organization', 'unhcr') }, ['NOT_FOUND partner']],
    ['no id', { partner: 'x' }, ['NOT_FOUND partner']],
    ['no purpose', { purpose: [] }, ['REQUIRED purpose']],
  ])('is refused for %s', async (_what, changes, expected) => {
    expect(await refusal('agreementPropose', await terms(changes))).toEqual(expected);
    expect(await administrator('select from members.agreement')).toEqual([]);
  });

  it('is refused for a suspended partner in the same words', async () => {
    await administrator(`update members.membership set status = 'SUSPENDED' where id = $1`, [iom]);
    expect(await refusal('agreementPropose', await terms({ partner: iom }))).toEqual(['NOT_FOUND partner']);
    await administrator(`update members.membership set status = 'ACTIVE' where id = $1`, [iom]);
  });

  it.each([
    ['starts yesterday', '-1 day', '1 month', ['DATE_IN_PAST startsOn']],
    ['ended yesterday', '-1 month', '-1 day', ['DATE_IN_PAST endsOn']],
    ['runs for thirteen months', '0 days', '13 months', ['LONGER_THAN_12_MONTHS endsOn']],
    ['ends before it starts', '2 days', '1 day', ['DATES_CONTRADICT endsOn']],
  ])('is refused when it %s', async (_what, first, last, expected) => {
    const dates = { startsOn: await day(first), endsOn: await day(last) };
    expect(await refusal('agreementPropose', await terms(dates))).toEqual(expected);
  });

  it('does not overlap another one of the same two for the same group, whoever proposes', async () => {
    await inForce();
    expect(await refusal('agreementPropose', await terms({ partner: mima }), 'bicf:ORG_ADMIN')).toEqual([
      'AGREEMENT_OVERLAPS groups',
    ]);
    const later = { startsOn: await day('12 months'), endsOn: await day('13 months') };
    expect((await change('mima:ORG_ADMIN', 'agreementPropose', await terms(later))).userErrors).toEqual([]);
    const other = { groups: ['stakeholder.engagement'] };
    expect((await change('mima:ORG_ADMIN', 'agreementPropose', await terms(other))).userErrors).toEqual([]);
  });

  it('is proposed once when both propose it at the same moment', async () => {
    const [one, other] = await Promise.all([
      change('mima:ORG_ADMIN', 'agreementPropose', await terms()),
      change('bicf:ORG_ADMIN', 'agreementPropose', await terms({ partner: mima })),
    ]);
    const codes = [one, other].flatMap(({ userErrors }) =>
      userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(['AGREEMENT_OVERLAPS']);
    expect(await administrator('select from members.agreement')).toHaveLength(1);
  });

  it('opens nothing while suspended, and is resumed by who suspended it', async () => {
    const agreement = await inForce();
    const suspended = await change('bicf:ORG_ADMIN', 'agreementSuspend', { agreement });
    expect(suspended.agreement).toMatchObject({ state: 'SUSPENDED', suspendedBy: { slug: 'bicf' } });
    expect(await readsInternal()).toBeNull();
    expect(await refusal('agreementSuspend', { agreement })).toEqual(['INVALID_STATE agreement']);
    expect(await refusal('agreementResume', { agreement })).toEqual(['INVALID_STATE agreement']);
    expect(await refusal('agreementAmend', { agreement, endsOn: await day('1 month') })).toEqual([
      'INVALID_STATE agreement',
    ]);
    expect(await readsInternal()).toBeNull();
    expect((await change('bicf:ORG_ADMIN', 'agreementResume', { agreement })).agreement.state).toBe(
      'IN_FORCE',
    );
    expect(await readsInternal()).not.toBeNull();
  });

  it('is revoked by either, at once and for good', async () => {
    const agreement = await inForce();
    const revoked = await change('mima:ORG_ADMIN', 'agreementRevoke', { agreement });
    expect(revoked.agreement).toMatchObject({ state: 'REVOKED', revokedBy: { slug: 'mima' } });
    expect(await readsInternal()).toBeNull();
    for (const mutation of [
      'agreementSign',
      'agreementSuspend',
      'agreementResume',
      'agreementRevoke',
      'agreementAmend',
    ]) {
      expect(await refusal(mutation, { agreement }, 'bicf:ORG_ADMIN')).toEqual(['INVALID_STATE agreement']);
    }
    expect(await readsInternal()).toBeNull();
    await inForce();
    expect(await readsInternal()).not.toBeNull();
  });

  it('keeps its old version in force until both have signed the new one', async () => {
    const agreement = await inForce();
    const amended = await change('bicf:ORG_ADMIN', 'agreementAmend', {
      agreement,
      groups: ['stakeholder.engagement'],
    });
    expect(amended.agreement).toMatchObject({ version: 1, state: 'IN_FORCE', groups: ['campaign.internal'] });
    expect(await readsInternal()).not.toBeNull();
    expect(await refusal('agreementSign', { agreement }, 'bicf:ORG_ADMIN')).toEqual([
      'INVALID_STATE agreement',
    ]);
    const signed = await change('mima:ORG_ADMIN', 'agreementSign', { agreement });
    expect(signed.agreement).toMatchObject({
      version: 2,
      state: 'IN_FORCE',
      groups: ['stakeholder.engagement'],
    });
    expect(await readsInternal()).toBeNull();
    const { data } = await hub.ask(
      `{ agreement(id: "${agreement}") { versions { version state groups } } }`,
      { as: 'bicf:ORG_ADMIN' },
    );
    expect(data.agreement.versions).toEqual([
      { version: 2, state: 'IN_FORCE', groups: ['stakeholder.engagement'] },
      { version: 1, state: 'REPLACED', groups: ['campaign.internal'] },
    ]);
  });

  it('follows the clock of the database', async () => {
    const agreement = await inForce();
    const stateOn = async (first: string, last: string) => {
      await administrator(
        `update members.agreement set starts_on = current_date + $1::interval, ends_on = current_date + $2::interval`,
        [first, last],
      );
      const { data } = await hub.ask(`{ agreement(id: "${agreement}") { state } }`, { as: 'mima:VIEWER' });
      return [data.agreement.state, (await readsInternal()) !== null];
    };
    expect(await stateOn('-1 month', '-1 day')).toEqual(['EXPIRED', false]);
    expect(await stateOn('-1 month', '0 days')).toEqual(['IN_FORCE', true]);
    expect(await stateOn('1 day', '1 month')).toEqual(['SIGNED', false]);
    expect(await stateOn('0 days', '1 month')).toEqual(['IN_FORCE', true]);
  });

  it('is seen by its proposer’s people, the admins of the other party, and nobody else', async () => {
    const agreement = await inForce();
    const query = `{ agreement(id: "${agreement}") { id parties { slug } }
      organization(id: "${mima}") { agreements(filter: { group: "campaign.internal" }) { totalCount nodes { id } } } }`;
    const seen = { agreement: { id: agreement, parties: [{ slug: 'mima' }, { slug: 'bicf' }] } };
    for (const as of ['mima:VIEWER', 'bicf:ORG_ADMIN'] as const) {
      const { data, errors } = await hub.ask(query, { as });
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        ...seen,
        organization: { agreements: { totalCount: 1, nodes: [{ id: agreement }] } },
      });
    }
    for (const as of [
      'iom:ORG_ADMIN',
      'nair:ORG_ADMIN',
      'nair:COALITION_STAFF',
      'bicf:CASEWORKER',
    ] as const) {
      const { data, errors } = await hub.ask(query, { as });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ agreement: null, organization: { agreements: { totalCount: 0, nodes: [] } } });
    }
    const { errors } = await hub.ask(query);
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('is proposed once for one idempotency key', async () => {
    const input = await terms({ idempotencyKey: 'a7c3b1de-5f5e-4f0e-9d6f-2f4f0a1c9b11' });
    const first = await change('mima:ORG_ADMIN', 'agreementPropose', input);
    const second = await change('mima:ORG_ADMIN', 'agreementPropose', input);
    expect(second).toEqual(first);
  });

  it('says why in the language that was asked for', async () => {
    const { data } = await hub.ask(
      `mutation ($input: AgreementProposeInput!) { agreementPropose(input: $input) { userErrors { message } } }`,
      {
        token: await hub.provenTokenFor('mima:ORG_ADMIN'),
        variables: { input: await terms({ maximumLevel: 'PUBLIC' }) },
        language: 'ar',
      },
    );
    expect(data.agreementPropose.userErrors[0].message).toMatch(/النطاق/);
  });
});
