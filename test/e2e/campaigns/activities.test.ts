import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const bicf = seedId('Organization', 'bicf');
const selection = 'activity { id version description { value } planned done archivedAt }';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  let campaign: string;
  beforeEach(async () => {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    campaign = (await change(lead, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
  });

  const plan = (given: object = {}) => ({
    campaign,
    kind: 'TRAINING',
    description: inBoth('Teach volunteers', 'تدريب المتطوعين'),
    ...given,
  });
  const add = async (given: object = {}) => {
    const { activity, userErrors } = await change(lead, 'activityCreate', plan(given), selection);
    expect(userErrors).toEqual([]);
    return activity as { id: string; version: number };
  };
  const listed = async (fields: string, as: Asker = 'iom:VIEWER') => {
    const { data, errors } = await hub.ask(`{ campaign(id: "${campaign}") { activities { ${fields} } } }`, {
      as,
    });
    expect(errors).toBeUndefined();
    return data.campaign.activities;
  };
  const foundBy = async (activity: string) => {
    const { data } = await hub.ask(
      'query ($activity: String!) { campaigns(filter: { activity: $activity }) { nodes { id } } }',
      { as: 'iom:VIEWER', variables: { activity } },
    );
    return data.campaigns.nodes.some(({ id }: { id: string }) => id === campaign);
  };

  it('are planned with quantity, unit, assignee and last day, one after the other', async () => {
    await add({ planned: 12, done: 0, progressUnit: 'workshops', dueOn: '2026-12-31' });
    await add({ description: inBoth('Talk to the council', 'التحدث إلى المجلس') });
    expect(
      await listed(
        'description { value } kind { code } planned done progressUnit { code } dueOn assignee { slug } version',
      ),
    ).toEqual([
      {
        description: { value: 'Teach volunteers' },
        kind: { code: 'TRAINING' },
        ...{ planned: 12, done: 0, progressUnit: { code: 'workshops' } },
        ...{ dueOn: '2026-12-31', assignee: null, version: 1 },
      },
      expect.objectContaining({ description: { value: 'Talk to the council' }, planned: null }),
    ]);
  });

  it('are given to the lead or a joined partner, and to nobody else', async () => {
    expect(await refusal(lead, 'activityCreate', plan({ assignee: bicf }))).toEqual([
      'NOT_A_PARTNER assignee',
    ]);
    const invited = { campaign, partner: bicf };
    const { partnership } = await change(lead, 'campaignPartnerInvite', invited, 'partnership { id }');
    expect(await refusal(lead, 'activityCreate', plan({ assignee: bicf }))).toEqual([
      'NOT_A_PARTNER assignee',
    ]);
    const input = { partnership: partnership.id };
    await change('bicf:CAMPAIGNER', 'campaignPartnerJoin', input, '__typename');
    await add({ assignee: bicf });
    expect(await listed('assignee { slug }')).toEqual([{ assignee: { slug: 'bicf' } }]);
  });

  it('are found by their words as they are now, and by those that others still have', async () => {
    const first = await add({ description: inBoth('Wolverine census', 'إحصاء الشره') });
    await add({ description: inBoth('Census of doors', 'إحصاء الأبواب') });
    expect(await foundBy('wolverine')).toBe(true);
    const description = inBoth('Lynx walk', 'نزهة الوشق');
    await change(lead, 'activityUpdate', { activity: first.id, version: 1, description }, selection);
    expect(await foundBy('wolverine')).toBe(false);
    expect(await foundBy('census')).toBe(true);
    expect(await foundBy('الوشق')).toBe(true);
    await change(lead, 'activityArchive', { activity: first.id }, selection);
    expect(await foundBy('lynx')).toBe(false);
    expect(await foundBy('إحصاء')).toBe(true);
  });

  it('are put away, and then neither listed nor changed', async () => {
    const { id } = await add();
    const { activity } = await change(lead, 'activityArchive', { activity: id }, selection);
    expect(activity.archivedAt).toEqual(expect.any(String));
    expect(await listed('id')).toEqual([]);
    expect(await refusal(lead, 'activityArchive', { activity: id })).toEqual(['NOT_FOUND activity']);
    expect(await refusal(lead, 'activityUpdate', { activity: id, version: 2, done: null })).toEqual([
      'NOT_FOUND activity',
    ]);
  });

  it('lose nothing when two edit one at once', async () => {
    const { id } = await add({ planned: 9, progressUnit: 'workshops' });
    const edits = await Promise.all(
      [3, 4].map((done) => change(lead, 'activityUpdate', { activity: id, version: 1, done }, selection)),
    );
    const [won, lost] = edits.sort((one, other) => one.userErrors.length - other.userErrors.length);
    expect(won).toMatchObject({ activity: { version: 2 }, userErrors: [] });
    expect(lost.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', field: 'version' }]);
    expect(lost.activity).toEqual(won.activity);
  });

  it('keep their places when two are added at once', async () => {
    await Promise.all([add(), add(), add()]);
    expect(await listed('id')).toHaveLength(3);
  });

  it.each<[string, object, string]>([
    ['a negative quantity', { planned: -1, progressUnit: 'workshops' }, 'NEGATIVE planned'],
    ['less than nothing done', { done: -0.5, progressUnit: 'workshops' }, 'NEGATIVE done'],
    ['a number of nothing', { planned: 3 }, 'REQUIRED progressUnit'],
    ['zero of nothing', { done: 0 }, 'REQUIRED progressUnit'],
    ['a unit that is none', { planned: 3, progressUnit: 'furlongs' }, 'UNKNOWN_CODE progressUnit'],
    ['a kind that is none', { kind: 'NAPPING' }, 'UNKNOWN_CODE kind'],
    [
      'a description in one language',
      { description: [{ language: 'ar', value: 'نص' }] },
      'REQUIRED description',
    ],
    ['another one’s campaign', { campaign: seedId('Campaign', 'bicf-1') }, 'NOT_FOUND campaign'],
  ])('are refused with %s', async (_what, given, refused) => {
    expect(await refusal(lead, 'activityCreate', plan(given))).toEqual([refused]);
  });

  it('belong to the lead: a partner reads them', async () => {
    const { id } = await add();
    expect(
      await refusal('bicf:CAMPAIGNER', 'activityUpdate', { activity: id, version: 1, dueOn: null }),
    ).toEqual(['NOT_FOUND activity']);
    expect(await refusal('bicf:CAMPAIGNER', 'activityArchive', { activity: id })).toEqual([
      'NOT_FOUND activity',
    ]);
  });
});
