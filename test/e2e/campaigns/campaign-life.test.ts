import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const mima: Asker = 'mima:CAMPAIGNER';
const selection = 'campaign { id version status title { value } }';
const inNewOrganizations = seedId('Organization', 'iom');
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const idea = (changes: object = {}) => ({
    kind: 'CAMPAIGN',
    title: inBoth('A lawyer for everyone', 'محامٍ للجميع'),
    ...changes,
  });
  const create = async (changes: object = {}) =>
    (await change(mima, 'campaignCreate', idea(changes), selection)).campaign as {
      id: string;
      version: number;
    };
  const found = async (search: string, as: Asker = 'bicf:VIEWER') => {
    const { data } = await hub.ask(
      'query ($search: String!) { campaigns(filter: { search: $search }) { nodes { id } } }',
      { as, variables: { search } },
    );
    return data.campaigns.nodes.map(({ id }: { id: string }) => id);
  };
  const read = async (id: string, fields: string, as: Asker = 'bicf:VIEWER') => {
    const { data, errors } = await hub.ask(`{ campaign(id: "${id}") { ${fields} } }`, { as });
    expect(errors).toBeUndefined();
    return data.campaign;
  };

  it('is planned with all that is said about it, and others read it as far as it is shared', async () => {
    const { id } = await create({
      subtitle: inBoth('Nobody alone in court', 'لا أحد وحيد أمام المحكمة'),
      acronym: ' LFE ',
      objective: inBoth('Counsel in every hearing', 'محامٍ في كل جلسة'),
      country: 'US',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      sdgTargets: ['16.3', '10.7', '16.3'],
      themes: [],
      governmentLevels: ['STATE'],
      audiences: ['asylum-seekers'],
      funders: [inNewOrganizations],
    });
    const told = await read(
      id,
      `status version slug acronym objective { value } country { code } period { start end label { value translations { language } } }
       sdgTargets { code } themes { code } governmentLevels { code } audiences { code } funders { slug } organization { slug }`,
    );
    expect(told).toEqual({
      status: 'PLANNED',
      version: 1,
      slug: expect.stringMatching(/^a-lawyer-for-everyone-[0-9a-z]{6}$/),
      acronym: 'LFE',
      objective: { value: 'Counsel in every hearing' },
      country: { code: 'US' },
      period: {
        start: '2026-01-01',
        end: '2026-12-31',
        label: {
          value: expect.stringContaining('2026'),
          translations: [{ language: 'ar' }, { language: 'en' }],
        },
      },
      sdgTargets: [{ code: '16.3' }, { code: '10.7' }],
      themes: [],
      governmentLevels: [{ code: 'STATE' }],
      audiences: [{ code: 'asylum-seekers' }],
      funders: [{ slug: 'iom' }],
      organization: { slug: 'mima' },
    });
    expect((await hub.ask(`{ campaign(id: "${id}") { id } }`)).data).toEqual({ campaign: null });
  });

  it('follows what its organisation shares, with all that hangs on it', async () => {
    const { id } = await create({ sdgTargets: ['10.2'] });
    await change(
      'mima:ORG_ADMIN',
      'campaignsSharingLevelSet',
      { group: 'campaign.summary', id, level: 'PRIVATE' },
      'level',
    );
    expect(await read(id, 'id')).toBeNull();
    const [tag] = await administrator<{ level: string }>(
      'select sharing_level as level from campaigns.campaign_tag where subject_id = $1',
      [id],
    );
    expect(tag).toEqual({ level: 'PRIVATE' });
    await change(
      mima,
      'campaignUpdate',
      { campaign: id, version: 1, sdgTargets: ['10.7'], audiences: ['women'] },
      selection,
    );
    expect(await read(id, 'sdgTargets { code } audiences { code }', mima)).toEqual({
      sdgTargets: [{ code: '10.7' }],
      audiences: [{ code: 'women' }],
    });
  });

  it('is found by its words as they are now, in both languages', async () => {
    const { id } = await create({ subtitle: inBoth('Quillwort harvest', 'حصاد السرخس') });
    expect(await found('quillwort')).toEqual([id]);
    expect(await found('السرخس')).toEqual([id]);
    const subtitle = inBoth('Sundew harvest', 'حصاد الندية');
    await change(mima, 'campaignUpdate', { campaign: id, version: 1, subtitle }, selection);
    expect(await found('quillwort')).toEqual([]);
    expect(await found('السرخس')).toEqual([]);
    expect(await found('sundew harvest')).toEqual([id]);
  });

  it('keeps the words by which an imported one was found when it is edited', async () => {
    const nali = seedId('Campaign', 'mima-nali');
    expect(await found('mima')).toContain(nali);
    const { version } = await read(nali, 'version');
    const subtitle = inBoth('Zinnia days', 'أيام الزينية');
    await change(mima, 'campaignUpdate', { campaign: nali, version, subtitle }, selection);
    expect(await found('mima zinnia')).toEqual([nali]);
  });

  it('loses nothing when two edit it at once: the second is shown what the first made of it', async () => {
    const { id } = await create();
    const edits = await Promise.all(
      ['One', 'Two'].map((name) =>
        change(mima, 'campaignUpdate', { campaign: id, version: 1, title: inBoth(name, 'اسم') }, selection),
      ),
    );
    const [won, lost] = edits.sort((one, other) => one.userErrors.length - other.userErrors.length);
    expect(won).toMatchObject({ campaign: { version: 2 }, userErrors: [] });
    expect(lost.userErrors).toEqual([
      { code: 'VERSION_CONFLICT', field: 'version', message: expect.stringContaining('Somebody else') },
    ]);
    expect(lost.campaign).toEqual(won.campaign);
  });

  it('goes through its life in order', async () => {
    const { id } = await create();
    const step = async (mutation: string) => {
      const { campaign, userErrors } = await change(mima, mutation, { campaign: id }, selection);
      return campaign?.status ?? userErrors[0].code;
    };
    expect(await step('campaignPause')).toBe('INVALID_STATE');
    expect(await step('campaignComplete')).toBe('INVALID_STATE');
    expect(await step('campaignActivate')).toBe('ACTIVE');
    expect(await step('campaignActivate')).toBe('INVALID_STATE');
    expect(await step('campaignPlan')).toBe('INVALID_STATE');
    expect(await step('campaignPause')).toBe('PAUSED');
    expect(await step('campaignActivate')).toBe('ACTIVE');
    expect(await step('campaignComplete')).toBe('COMPLETED');
    for (const mutation of ['campaignActivate', 'campaignPause', 'campaignCancel', 'campaignPlan']) {
      expect(await step(mutation)).toBe('INVALID_STATE');
    }
    const { id: other } = await create();
    const { campaign } = await change(mima, 'campaignCancel', { campaign: other }, selection);
    expect(campaign.status).toBe('CANCELLED');
  });

  it('takes an imported one without a status to where it is', async () => {
    const nali = seedId('Campaign', 'mima-nali');
    expect(await refusal(mima, 'campaignPause', { campaign: nali })).toEqual(['INVALID_STATE campaign']);
    const { campaign } = await change(mima, 'campaignPlan', { campaign: nali }, selection);
    expect(campaign.status).toBe('PLANNED');
  });

  it('makes one for one key, however often it is sent', async () => {
    const idempotencyKey = '0b1f6c1e-53f9-4d0b-8d43-2c8f6a3f7e10';
    const [one, other] = await Promise.all([create({ idempotencyKey }), create({ idempotencyKey })]);
    expect(one.id).toBe(other.id);
  });

  it.each<[string, object, string]>([
    ['an SDG target that is none', { sdgTargets: ['10.7', '18.1'] }, 'UNKNOWN_CODE sdgTargets'],
    ['a theme that is none', { themes: ['constructor'] }, 'UNKNOWN_CODE themes'],
    ['a place that is none', { places: ['atlantis'] }, 'UNKNOWN_CODE places'],
    ['a kind that is none', { kind: 'PARTY' }, 'UNKNOWN_CODE kind'],
    ['a country that is none', { country: 'XX' }, 'UNKNOWN_CODE country'],
    ['days in the wrong order', { startsOn: '2026-02-01', endsOn: '2026-01-31' }, 'DATES_CONTRADICT endsOn'],
    ['a year that is none', { startsOn: '0000-01-01' }, 'INVALID startsOn'],
    ['a title in one language', { title: [{ language: 'en', value: 'Alone' }] }, 'REQUIRED title'],
    ['a title that turns around', { title: inBoth('a\u202eb', 'ا') }, 'DIRECTION_OVERRIDDEN title'],
    ['an acronym that turns around', { acronym: 'a\u2067b' }, 'DIRECTION_OVERRIDDEN acronym'],
    ['a funder that is no organisation', { funders: [seedId('Campaign', 'mima-nali')] }, 'INVALID funders'],
  ])('is refused with %s', async (_what, changes, refused) => {
    expect(await refusal(mima, 'campaignCreate', idea(changes))).toEqual([refused]);
  });

  it('says why in the reader’s language', async () => {
    const { userErrors } = await change(mima, 'campaignCreate', idea({ themes: ['x'] }), '__typename', 'ar');
    expect(userErrors[0].message).toMatch(/[\u0621-\u064a]/);
  });

  it('contradicts no day that stays when only the other one changes', async () => {
    const { id, version } = await create({ startsOn: '2026-03-01' });
    const edit = { campaign: id, version };
    expect(await refusal(mima, 'campaignUpdate', { ...edit, endsOn: '2026-02-01' })).toEqual([
      'DATES_CONTRADICT endsOn',
    ]);
    await change(mima, 'campaignUpdate', { ...edit, startsOn: null, endsOn: '2026-02-01' }, selection);
    expect(await read(id, 'period { start end }')).toEqual({ period: { start: null, end: '2026-02-01' } });
    expect(await refusal(mima, 'campaignUpdate', { campaign: id, version: 2 })).toEqual(['REQUIRED null']);
  });

  it('belongs to its organisation: to others it is as if it were not there', async () => {
    const { id } = await create();
    for (const campaign of [id, seedId('Campaign', 'nobody'), 'nonsense']) {
      expect(
        await refusal('bicf:CAMPAIGNER', 'campaignUpdate', { campaign, version: 1, acronym: 'X' }),
      ).toEqual(['NOT_FOUND campaign']);
      expect(await refusal('bicf:CAMPAIGNER', 'campaignCancel', { campaign })).toEqual([
        'NOT_FOUND campaign',
      ]);
    }
    for (const as of ['mima:VIEWER', 'mima:CASEWORKER', 'public'] as const) {
      const text =
        'mutation ($input: CampaignCreateInput!) { campaignCreate(input: $input) { campaign { id } } }';
      const { errors } = await hub.ask(text, { as, variables: { input: idea() } });
      expect(errors?.[0].extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });
});
