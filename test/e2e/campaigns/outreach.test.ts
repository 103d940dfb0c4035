import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { type Asker, transports } from '../../testkit/hub';
import { welcomeAct } from '../../testkit/open-states-bills';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';
import { makeKey } from '../../testkit/tool-keys';

const campaigner: Asker = 'bicf:CAMPAIGNER';
const campaign = seedId('Campaign', 'mima-nali');
const words = (value: string) => [{ language: 'en', value }];
const call = { channel: 'PHONE', contactedOn: '2026-02-12', withWhom: words('The office of Ada Brook') };
const selection = `contact { id version channel contactedOn withWhom { value } language outcome { value } archivedAt
  campaign { id } bill { id } legislator { id } }`;
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  let bill: string;
  let legislator: string;
  beforeAll(async () => {
    const input = { bills: [JSON.stringify(welcomeAct())], asOf: '2026-02-11T08:00:00Z' };
    await change('nair:COALITION_STAFF', 'billsImport', input, 'created');
    const { data } = await hub.ask('{ bills { nodes { id } } legislators { nodes { id } } }');
    bill = data.bills.nodes[0].id;
    legislator = data.legislators.nodes[0].id;
    await database.mark();
  });
  afterEach(() => database.rewind());

  const note = async (given: object = {}, as: Asker = campaigner) => {
    const done = await change(as, 'outreachContactCreate', { ...call, ...given }, selection);
    expect(done.userErrors).toEqual([]);
    return done.contact;
  };
  const listed = async (filter: object = {}, as: Asker = campaigner) => {
    const { data, errors } = await hub.ask(
      'query ($filter: OutreachContactFilter) { outreachContacts(filter: $filter) { nodes { id } } }',
      { as, variables: { filter } },
    );
    if (errors) return errors.map(({ extensions }) => extensions.code);
    return data.outreachContacts.nodes.map(({ id }: { id: string }) => id);
  };

  it('are noted, changed and put away by those who campaign', async () => {
    const noted = await note({ campaign, bill, legislator, language: 'AR-ma' });
    expect(noted).toMatchObject({
      version: 1,
      channel: 'PHONE',
      contactedOn: '2026-02-12',
      withWhom: { value: 'The office of Ada Brook' },
      language: 'ar-MA',
      outcome: null,
      campaign: { id: campaign },
      bill: { id: bill },
      legislator: { id: legislator },
    });
    const edit = { contact: noted.id, version: 1, outcome: words('She will read it.'), bill: null };
    const { contact } = await change(campaigner, 'outreachContactUpdate', edit, selection);
    expect(contact).toMatchObject({ version: 2, outcome: { value: 'She will read it.' }, bill: null });
    const again = await change('bicf:ORG_ADMIN', 'outreachContactUpdate', edit, selection);
    expect(again).toMatchObject({ contact, userErrors: [{ code: 'VERSION_CONFLICT', field: 'version' }] });
    const archived = await change(campaigner, 'outreachContactArchive', { contact: noted.id }, selection);
    expect(archived.contact.archivedAt).toEqual(expect.any(String));
    expect(await listed()).toEqual([]);
    expect(await listed({ archived: true })).toEqual([noted.id]);
    expect(await refusal(campaigner, 'outreachContactArchive', { contact: noted.id })).toEqual([
      'NOT_FOUND contact',
    ]);
  });

  it('are found by what they were about, by their way and day, the latest first', async () => {
    const [first, second, third] = [
      await note({ bill }),
      await note({ campaign, channel: 'POST', contactedOn: '2026-02-14' }),
      await note({ legislator, contactedOn: '2026-02-13' }),
    ].map(({ id }) => id);
    expect(await listed()).toEqual([second, third, first]);
    expect(await listed({ bill })).toEqual([first]);
    expect(await listed({ campaign })).toEqual([second]);
    expect(await listed({ legislator })).toEqual([third]);
    expect(await listed({ channel: 'POST' })).toEqual([second]);
    expect(await listed({ period: { start: '2026-02-13', end: '2026-02-13' } })).toEqual([third]);
  });

  it('are nobody else’s, and not for those of the organisation who do not campaign', async () => {
    const { id } = await note();
    expect(await listed({}, 'bicf:ORG_ADMIN')).toEqual([id]);
    for (const as of ['mima:ORG_ADMIN', 'nair:COALITION_STAFF'] as const)
      expect(await listed({}, as)).toEqual([]);
    for (const as of ['bicf:VIEWER', 'bicf:CASEWORKER', 'public'] as const) {
      expect(await listed({}, as)).toEqual(['FORBIDDEN']);
    }
    expect(await refusal('mima:ORG_ADMIN', 'outreachContactUpdate', { contact: id, version: 1 })).toEqual([
      'NOT_FOUND contact',
    ]);
  });

  it('are noted by tools, which read none', async () => {
    const { secret } = await makeKey(hub, { as: 'bicf:ORG_ADMIN', scopes: ['outreach.log:c'] });
    const text = (fields: string) => mutationText('outreachContactCreate', fields);
    const { data, errors } = await hub.ask(text('userErrors { code }'), {
      token: secret,
      variables: { input: call },
    });
    expect(errors).toBeUndefined();
    expect(data.outreachContactCreate.userErrors).toEqual([]);
    expect(await listed()).toHaveLength(1);
    const read = await hub.ask(text('contact { id } userErrors { code }'), {
      token: secret,
      variables: { input: call },
    });
    expect(read.data?.outreachContactCreate?.contact ?? null).toBeNull();
    const rows = await administrator('select distinct sharing_level from campaigns.outreach_contact');
    expect(rows).toEqual([{ sharing_level: 'PRIVATE' }]);
  });

  it.each([
    ['a day to come', { contactedOn: '2199-01-01' }, 'TIME_OUT_OF_RANGE contactedOn'],
    ['nobody', { withWhom: [] }, 'REQUIRED withWhom'],
    ['a direction that is turned', { withWhom: words('a\u202eb') }, 'DIRECTION_OVERRIDDEN withWhom'],
    ['a language that is none', { language: '??' }, 'INVALID language'],
    ['a campaign that is not there', { campaign: seedId('Campaign', 'nobody') }, 'NOT_FOUND campaign'],
    ['a bill that is none', { bill: campaign }, 'NOT_FOUND bill'],
    ['a legislator that is not there', { legislator: 'leg_x' }, 'NOT_FOUND legislator'],
  ])('are refused with %s', async (_, given, expected) => {
    expect(await refusal(campaigner, 'outreachContactCreate', { ...call, ...given })).toEqual([expected]);
  });

  it('name no campaign that the other organisation keeps to itself', async () => {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Quiet', 'هادئة') };
    const made = await change('mima:CAMPAIGNER', 'campaignCreate', idea, 'campaign { id }');
    const input = { id: made.campaign.id, group: 'campaign.summary', level: 'PRIVATE' };
    await change('mima:ORG_ADMIN', 'campaignsSharingLevelSet', input, 'level');
    const given = { ...call, campaign: made.campaign.id };
    expect(await refusal(campaigner, 'outreachContactCreate', given)).toEqual(['NOT_FOUND campaign']);
  });
});
