import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const selection = 'result { id version type description { value } archivedAt }';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  let campaign: string;
  beforeEach(async () => {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    campaign = (await change(lead, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
  });

  const aim = (given: object = {}) => ({
    campaign,
    type: 'OUTCOME',
    description: inBoth('Neighbours know their rights', 'يعرف الجيران حقوقهم'),
    ...given,
  });
  const add = async (given: object = {}) => {
    const { result, userErrors } = await change(lead, 'resultCreate', aim(given), selection);
    expect(userErrors).toEqual([]);
    return result as { id: string; version: number };
  };
  const listed = async (args = '') => {
    const { data, errors } = await hub.ask(
      `{ campaign(id: "${campaign}") { results${args} { id type description { value } version } } }`,
      { as: 'iom:VIEWER' },
    );
    expect(errors).toBeUndefined();
    return data.campaign.results;
  };
  const isFoundBy = async (activity: string) => {
    const { data } = await hub.ask(
      'query ($activity: String!) { campaigns(filter: { activity: $activity }) { nodes { id } } }',
      { as: 'iom:VIEWER', variables: { activity } },
    );
    return data.campaigns.nodes.some(({ id }: { id: string }) => id === campaign);
  };

  it('are added one after the other, and say how far they reach', async () => {
    const first = await add();
    await add({ type: 'OUTPUT', description: inBoth('Leaflets', 'منشورات') });
    expect(await listed()).toEqual([
      {
        id: first.id,
        type: 'OUTCOME',
        description: { value: 'Neighbours know their rights' },
        version: 1,
      },
      expect.objectContaining({ type: 'OUTPUT' }),
    ]);
    expect(await listed('(type: OUTPUT)')).toHaveLength(1);
  });

  it('are found by their words as they are now', async () => {
    const { id } = await add({ description: inBoth('Wolverine census', 'إحصاء الشره') });
    expect(await isFoundBy('wolverine')).toBe(true);
    const description = inBoth('Lynx census', 'إحصاء الوشق');
    const changed = await change(lead, 'resultUpdate', { result: id, version: 1, description }, selection);
    expect(changed.result).toMatchObject({ version: 2, description: { value: 'Lynx census' } });
    expect(await isFoundBy('wolverine')).toBe(false);
    expect(await isFoundBy('الوشق')).toBe(true);
    await change(lead, 'resultArchive', { result: id, version: 2 }, selection);
    expect(await isFoundBy('lynx')).toBe(false);
  });

  it('are put away with their indicators, and then neither listed nor changed', async () => {
    const { id } = await add();
    const counted = { campaign, result: id, title: inBoth('Visits', 'زيارات'), measure: 'PERCENTAGE' };
    const { indicator } = await change(lead, 'indicatorCreate', counted, 'indicator { id }');
    const { result } = await change(lead, 'resultArchive', { result: id, version: 1 }, selection);
    expect(result.archivedAt).toEqual(expect.any(String));
    expect(await listed()).toEqual([]);
    const { data } = await hub.ask(`{ campaign(id: "${campaign}") { indicators { id } } }`, { as: lead });
    expect(data.campaign.indicators).toEqual([]);
    expect(await refusal(lead, 'indicatorArchive', { indicator: indicator.id, version: 2 })).toEqual([
      'NOT_FOUND indicator',
    ]);
    expect(await refusal(lead, 'resultUpdate', { result: id, version: 2, type: 'IMPACT' })).toEqual([
      'NOT_FOUND result',
    ]);
  });

  it('lose nothing when two edit one at once', async () => {
    const { id } = await add();
    const edits = await Promise.all(
      ['IMPACT', 'OUTPUT'].map((type) =>
        change(lead, 'resultUpdate', { result: id, version: 1, type }, selection),
      ),
    );
    const [won, lost] = edits.sort((one, other) => one.userErrors.length - other.userErrors.length);
    expect(won).toMatchObject({ result: { version: 2 }, userErrors: [] });
    expect(lost.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', field: 'version' }]);
    expect(lost.result).toEqual(won.result);
  });

  it('keep their places when several are added at once', async () => {
    await Promise.all([add(), add(), add()]);
    expect(await listed()).toHaveLength(3);
  });

  it.each<[string, string, object, string]>([
    [
      'one language',
      'resultCreate',
      { description: [{ language: 'ar', value: 'نص' }] },
      'REQUIRED description',
    ],
    [
      'a text that turns the direction',
      'resultCreate',
      { description: inBoth('a\u202eb', 'نص') },
      'DIRECTION_OVERRIDDEN description',
    ],
    [
      'another one’s campaign',
      'resultCreate',
      { campaign: seedId('Campaign', 'nair-future-plans') },
      'NOT_FOUND campaign',
    ],
    ['no campaign at all', 'resultCreate', { campaign: 'cmp_nothing' }, 'NOT_FOUND campaign'],
  ])('are refused with %s', async (_what, mutation, given, refused) => {
    expect(await refusal(lead, mutation, aim(given))).toEqual([refused]);
  });

  it('belong to the lead: others read them', async () => {
    const { id } = await add();
    const other: Asker = 'bicf:CAMPAIGNER';
    expect(await refusal(other, 'resultUpdate', { result: id, version: 1, type: 'IMPACT' })).toEqual([
      'NOT_FOUND result',
    ]);
    expect(await refusal(other, 'resultArchive', { result: id, version: 1 })).toEqual(['NOT_FOUND result']);
    expect(await refusal(lead, 'resultUpdate', { result: id, version: 1 })).toEqual(['REQUIRED null']);
  });
});
