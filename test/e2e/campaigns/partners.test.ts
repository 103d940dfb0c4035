import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const partner: Asker = 'bicf:CAMPAIGNER';
const bicf = seedId('Organization', 'bicf');
const selection = 'partnership { id state }';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  let campaign: string;
  beforeEach(async () => {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    campaign = (await change(lead, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
    const strategy = [{ language: 'en', value: 'Talk to the council first.' }];
    await change(lead, 'campaignInternalSet', { campaign, strategy }, 'campaign { id }');
  });

  const invite = async (changes: object = {}) =>
    (await change(lead, 'campaignPartnerInvite', { campaign, partner: bicf, ...changes }, selection))
      .partnership.id as string;
  const step = async (as: Asker, mutation: string, partnership: string) => {
    const done = await change(as, mutation, { partnership }, selection);
    return done.partnership?.state ?? done.userErrors[0].code;
  };
  const ask = async (query: string, as: Asker) => {
    const { data, errors } = await hub.ask(query, { as });
    if (errors) expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    return data;
  };
  const strategyFor = async (as: Asker) => {
    const data = await ask(`{ campaign(id: "${campaign}") { internal { strategy { value } } } }`, as);
    return data.campaign.internal?.strategy.value ?? null;
  };
  const seenBy = async (as: Asker) => {
    const data = await ask(
      `{ campaignPartnerships(filter: { campaign: "${campaign}" }) { totalCount nodes { state } } }`,
      as,
    );
    return data.campaignPartnerships?.nodes.map(({ state }: { state: string }) => state) ?? null;
  };

  it('shows an invitation to the one invited and to the lead, and to nobody else', async () => {
    const id = await invite({ message: inBoth('Will you come?', 'هل تأتون؟') });
    const query = `{ campaignPartnership(id: "${id}") {
      state invitedAt answeredAt endedAt message { value } partner { slug } campaign { title { value } organization { slug } }
    } }`;
    const shown = {
      campaignPartnership: {
        state: 'INVITED',
        invitedAt: expect.any(String),
        answeredAt: null,
        endedAt: null,
        message: { value: 'Will you come?' },
        partner: { slug: 'bicf' },
        campaign: { title: { value: 'Open doors' }, organization: { slug: 'mima' } },
      },
    };
    expect(await ask(query, partner)).toEqual(shown);
    expect(await ask(query, 'mima:VIEWER')).toEqual(shown);
    expect(await ask(query, 'iom:CAMPAIGNER')).toEqual({ campaignPartnership: null });
    for (const as of ['bicf:CASEWORKER', 'public'] as const) {
      const { errors } = await hub.ask(query, { as });
      expect(errors).toHaveLength(1);
    }
  });

  it('opens what the campaign keeps to itself by joining, and closes it on the next request after', async () => {
    expect(await strategyFor(partner)).toBeNull();
    const id = await invite();
    expect(await strategyFor(partner)).toBeNull();
    expect(await step(partner, 'campaignPartnerJoin', id)).toBe('JOINED');
    expect(await strategyFor(partner)).toBe('Talk to the council first.');
    expect(await strategyFor('bicf:VIEWER')).toBe('Talk to the council first.');
    expect(await strategyFor('bicf:CASEWORKER')).toBeNull();
    expect(await strategyFor('iom:CAMPAIGNER')).toBeNull();
    expect(await step(partner, 'campaignPartnerLeave', id)).toBe('LEFT');
    expect(await strategyFor(partner)).toBeNull();
    const again = await invite();
    await step(partner, 'campaignPartnerJoin', again);
    expect(await strategyFor(partner)).toBe('Talk to the council first.');
    expect(await step(lead, 'campaignPartnerRemove', again)).toBe('REMOVED');
    expect(await strategyFor(partner)).toBeNull();
    expect(await seenBy(partner)).toEqual(['REMOVED', 'LEFT']);
  });

  it('lets a joined partner read, and not write', async () => {
    await step(partner, 'campaignPartnerJoin', await invite());
    const strategy = [{ language: 'en', value: 'Ours now.' }];
    expect(await refusal(partner, 'campaignInternalSet', { campaign, strategy })).toEqual([
      'NOT_FOUND campaign',
    ]);
    expect(await refusal(partner, 'campaignCancel', { campaign })).toEqual(['NOT_FOUND campaign']);
  });

  it('logs for the lead what the partner reads', async () => {
    await step(partner, 'campaignPartnerJoin', await invite());
    await strategyFor(partner);
    const entries = await administrator(
      `select from campaigns.audit_entry where operation = 'r' and group_name = 'campaign.internal'
         and organization_id = $1 and actor_organization_id = $2 and $3 = any (subject_ids)`,
      [seedId('Organization', 'mima'), bicf, campaign],
    );
    expect(entries).toHaveLength(1);
  });

  it('gives each step to the side whose it is, in its time', async () => {
    const id = await invite();
    expect(await step(partner, 'campaignPartnerLeave', id)).toBe('INVALID_STATE');
    expect(await step(lead, 'campaignPartnerJoin', id)).toBe('NOT_FOUND');
    expect(await step('iom:CAMPAIGNER', 'campaignPartnerJoin', id)).toBe('NOT_FOUND');
    expect(await step(partner, 'campaignPartnerRemove', id)).toBe('NOT_FOUND');
    expect(await step(partner, 'campaignPartnerDecline', id)).toBe('DECLINED');
    expect(await step(partner, 'campaignPartnerJoin', id)).toBe('INVALID_STATE');
    expect(await step(lead, 'campaignPartnerRemove', id)).toBe('INVALID_STATE');
  });

  it('is invited once at a time, also when two invite at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => change(lead, 'campaignPartnerInvite', { campaign, partner: bicf }, selection)),
    );
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['ALREADY_DONE', 'ALREADY_DONE']);
    expect(await seenBy(lead)).toEqual(['INVITED']);
  });

  it('ends as one thing when the lead takes back what the partner accepts', async () => {
    const id = await invite();
    const [joined, removed] = await Promise.all([
      step(partner, 'campaignPartnerJoin', id),
      step(lead, 'campaignPartnerRemove', id),
    ]);
    expect(removed).toBe('REMOVED');
    expect(['JOINED', 'INVALID_STATE']).toContain(joined);
    expect(await strategyFor(partner)).toBeNull();
  });

  it.each<[string, object, string]>([
    ['itself', { partner: seedId('Organization', 'mima') }, 'INVALID partner'],
    ['what is no organisation', { partner: 'nonsense' }, 'NOT_FOUND partner'],
    ['to another one’s campaign', { campaign: seedId('Campaign', 'bicf-1') }, 'NOT_FOUND campaign'],
    ['with a word that turns around', { message: inBoth('a\u202eb', 'ا') }, 'DIRECTION_OVERRIDDEN message'],
  ])('invites not %s', async (_what, changes, refused) => {
    expect(await refusal(lead, 'campaignPartnerInvite', { campaign, partner: bicf, ...changes })).toEqual([
      refused,
    ]);
  });

  it('invites nobody to what they cannot see', async () => {
    const level = { group: 'campaign.summary', id: campaign, level: 'PRIVATE' };
    await change('mima:ORG_ADMIN', 'campaignsSharingLevelSet', level, 'level');
    expect(await refusal(lead, 'campaignPartnerInvite', { campaign, partner: bicf })).toEqual([
      'NOT_SHARED campaign',
    ]);
  });
});
