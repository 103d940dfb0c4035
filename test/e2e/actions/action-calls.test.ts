import { seedId } from '../../../shared/schema/type-id';
import { inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { lead, petitionsOf } from '../../testkit/petition';

const bicf = seedId('Organization', 'bicf');
const selection = 'actionCall { id state version goal title { value } }';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());
  const { change, refusal, draft, open, join } = petitionsOf(hub);

  const seenBy = async (id: string, as: Asker) =>
    (await hub.ask(`{ actionCall(id: "${id}") { id } }`, { as })).data.actionCall !== null;
  const read = async (id: string) =>
    (await hub.ask(`{ actionCall(id: "${id}") { state version } }`, { as: lead })).data.actionCall;

  it('goes from a draft, which nobody else sees, to an open call and a closed one', async () => {
    const { id, version } = await draft({ goal: 500 });
    expect(await seenBy(id, 'mima:VIEWER')).toBe(true);
    expect(await seenBy(id, 'bicf:CAMPAIGNER')).toBe(false);
    const opened = await change(lead, 'actionCallOpen', { actionCall: id, version }, selection);
    expect(opened.actionCall).toMatchObject({ state: 'OPEN', version: 2, goal: 500 });
    expect(await seenBy(id, 'bicf:CAMPAIGNER')).toBe(true);
    expect(await seenBy(id, 'public')).toBe(false);
    const closed = await change(lead, 'actionCallClose', { actionCall: id, version: 2 }, selection);
    expect(closed.actionCall).toMatchObject({ state: 'CLOSED', version: 3 });
    expect(await refusal(lead, 'actionCallOpen', { actionCall: id, version: 3 })).toBe(
      'INVALID_STATE actionCall',
    );
    expect(await refusal(lead, 'actionCallUpdate', { actionCall: id, version: 3, goal: 1 })).toBe(
      'INVALID_STATE actionCall',
    );
  });

  it('keeps a draft private whatever its organisation shares or chooses', async () => {
    const { id } = await draft();
    await change(
      'mima:ORG_ADMIN',
      'campaignsSharingLevelSet',
      { id, group: 'campaign.summary', level: 'PUBLIC' },
      'level',
    );
    for (const as of ['bicf:CAMPAIGNER', 'public'] as const) expect(await seenBy(id, as)).toBe(false);
    const narrower = { group: 'campaign.summary', level: 'AGGREGATE_ONLY', cap: 'PUBLIC' };
    const { userErrors } = await change(
      'mima:ORG_ADMIN',
      'campaignsSharingSet',
      narrower,
      'sharing { level }',
    );
    expect(userErrors).toEqual([]);
    expect(await seenBy(id, 'bicf:CAMPAIGNER')).toBe(false);
  });

  it('changes a draft wholly, and an open call only in its days and its goal', async () => {
    const { id } = await draft();
    const title = inBoth('Wider doors', 'أبواب أوسع');
    const updated = await change(
      lead,
      'actionCallUpdate',
      { actionCall: id, version: 1, title, kind: 'PLEDGE' },
      selection,
    );
    expect(updated.actionCall).toMatchObject({ version: 2, title: { value: 'Wider doors' } });
    expect(await refusal(lead, 'actionCallUpdate', { actionCall: id, version: 1, goal: 3 })).toBe(
      'VERSION_CONFLICT version',
    );
    const opened = await open();
    const { version } = await read(opened);
    expect(await refusal(lead, 'actionCallUpdate', { actionCall: opened, version, title })).toBe(
      'INVALID_STATE actionCall',
    );
    const later = await change(
      lead,
      'actionCallUpdate',
      { actionCall: opened, version, goal: 900, closesOn: '2199-01-01' },
      selection,
    );
    expect(later.actionCall).toMatchObject({ goal: 900 });
  });

  it('refuses what is no call', async () => {
    const { id } = await draft();
    const update = (changes: object) =>
      refusal(lead, 'actionCallUpdate', { actionCall: id, version: 1, ...changes });
    expect(await update({})).toBe('REQUIRED null');
    expect(await update({ goal: 0 })).toBe('INVALID goal');
    expect(await update({ goal: -5 })).toBe('INVALID goal');
    expect(await update({ opensOn: '2027-02-01', closesOn: '2027-01-31' })).toBe('DATES_CONTRADICT closesOn');
    expect(await update({ bill: seedId('Bill', 'none') })).toBe('NOT_FOUND bill');
    expect(await update({ legislators: [seedId('Legislator', 'none')] })).toBe('NOT_FOUND legislators');
    expect(await update({ campaign: seedId('Campaign', 'none') })).toBe('NOT_FOUND campaign');
    expect(await update({ title: [{ language: 'en', value: 'Only English' }] })).toBe('REQUIRED title');
    expect(await update({ text: inBoth('a\u202Eb', 'ب') })).toBe('DIRECTION_OVERRIDDEN text');
    expect(await update({ text: inBoth('a\u2066b', 'ب') })).toBe('DIRECTION_OVERRIDDEN text');
    expect(await update({ text: inBoth('x'.repeat(10_001), 'ب') })).toBe('TOO_LONG text');
    for (const mutation of ['actionCallUpdate', 'actionCallOpen', 'actionCallClose'])
      expect(
        await refusal('bicf:ORG_ADMIN', mutation, {
          actionCall: id,
          version: 1,
          ...(mutation === 'actionCallUpdate' && { goal: 1 }),
        }),
      ).toBe('NOT_FOUND actionCall');
    const { errors } = await hub.ask(
      `mutation { actionCallOpen(input: { actionCall: "${id}", version: 1 }) { userErrors { code } } }`,
      { as: 'mima:VIEWER' },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('loses nothing when two edit it', async () => {
    const { id } = await draft();
    const edits = [100, 200].map((goal) =>
      change(lead, 'actionCallUpdate', { actionCall: id, version: 1, goal }, selection),
    );
    const codes = (await Promise.all(edits)).map(({ userErrors }) => userErrors[0]?.code ?? 'done');
    expect(codes.sort()).toEqual(['VERSION_CONFLICT', 'done']);
  });

  it('is brought by those who were invited and joined, until one of the two ends it', async () => {
    const call = await open();
    const sponsors = async () =>
      (await hub.ask(`{ actionCall(id: "${call}") { sponsors { slug } } }`)).data.actionCall.sponsors.map(
        ({ slug }: { slug: string }) => slug,
      );
    const invited = await change(
      lead,
      'actionCallSponsorInvite',
      { actionCall: call, partner: bicf },
      'sponsorship { id state }',
    );
    const { id: sponsorship } = invited.sponsorship;
    expect(await sponsors()).toEqual(['mima']);
    expect(await refusal(lead, 'actionCallSponsorInvite', { actionCall: call, partner: bicf })).toBe(
      'ALREADY_DONE partner',
    );
    const invitations = async (as: Asker) =>
      (
        await hub.ask(
          `{ actionCallSponsorships(filter: { actionCall: "${call}" }) { nodes { state partner { slug } actionCall { id } } } }`,
          { as },
        )
      ).data.actionCallSponsorships?.nodes ?? null;
    const shown = [{ state: 'INVITED', partner: { slug: 'bicf' }, actionCall: { id: call } }];
    expect(await invitations('bicf:VIEWER')).toEqual(shown);
    expect(await invitations(lead)).toEqual(shown);
    expect(await invitations('iom:CAMPAIGNER')).toEqual([]);
    expect(await invitations('public')).toBeNull();
    for (const as of [lead, 'iom:CAMPAIGNER'] as const)
      expect(await refusal(as, 'actionCallSponsorJoin', { sponsorship })).toBe('NOT_FOUND sponsorship');
    await change('bicf:CAMPAIGNER', 'actionCallSponsorJoin', { sponsorship }, 'sponsorship { state }');
    expect(await sponsors()).toEqual(['mima', 'bicf']);
    expect(await refusal('iom:CAMPAIGNER', 'actionCallSponsorEnd', { sponsorship })).toBe(
      'NOT_FOUND sponsorship',
    );
    await change(lead, 'actionCallSponsorEnd', { sponsorship }, 'sponsorship { state }');
    expect(await sponsors()).toEqual(['mima']);
    expect(await refusal('bicf:CAMPAIGNER', 'actionCallSponsorJoin', { sponsorship })).toBe(
      'INVALID_STATE sponsorship',
    );
    await join(call, 'bicf');
    expect(await sponsors()).toEqual(['mima', 'bicf']);
  });

  it('asks nobody to bring what they cannot see', async () => {
    const { id, version } = await draft();
    const invite = () => refusal(lead, 'actionCallSponsorInvite', { actionCall: id, partner: bicf });
    expect(await invite()).toBe('NOT_SHARED actionCall');
    await change(lead, 'actionCallOpen', { actionCall: id, version }, 'actionCall { id }');
    expect(
      await refusal(lead, 'actionCallSponsorInvite', {
        actionCall: id,
        partner: seedId('Organization', 'mima'),
      }),
    ).toBe('INVALID partner');
    await change(lead, 'actionCallClose', { actionCall: id, version: version + 1 }, 'actionCall { id }');
    expect(await invite()).toBe('INVALID_STATE actionCall');
  });

  it('tells by no filter of a campaign that one does not see', async () => {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Quiet', 'هادئة') };
    const { campaign } = await change(lead, 'campaignCreate', idea, 'campaign { id }');
    const call = await open({ campaign: campaign.id });
    const found = async (as: Asker) =>
      (
        await hub.ask(
          `{ actionCalls(filter: { campaign: "${campaign.id}", kind: PETITION, state: OPEN }) { nodes { id campaign { id } } } }`,
          { as },
        )
      ).data.actionCalls.nodes;
    expect(await found('bicf:VIEWER')).toEqual([{ id: call, campaign: { id: campaign.id } }]);
    expect(await found('public')).toEqual([]);
    const { data } = await hub.ask(`{ actionCall(id: "${call}") { id campaign { id } } }`);
    expect(data.actionCall).toEqual({ id: call, campaign: null });
  });
});
