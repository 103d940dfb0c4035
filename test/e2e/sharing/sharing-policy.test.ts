import { seedId } from '../../../shared/schema/type-id';
import { type Asker, transports } from '../../testkit/hub';
import { newPerson } from '../../testkit/new-person';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { everyRow } from '../../testkit/pages';
import { mutationText } from '../../testkit/schema-arguments';

const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const nali = seedId('Campaign', 'mima-nali');
const graduation = seedId('Event', 'mima-nali-graduation');
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  let first: string;
  let second: string;
  beforeAll(async () => {
    first = await hub.provenTokenFor('mima:ORG_ADMIN');
    second = (await newPerson(hub, database.url, mima, 'ORG_ADMIN', 'second')).token;
    await database.mark();
  });
  afterEach(() => database.rewind());

  async function change(token: string, verb: string, input: object, subgraph = 'campaigns') {
    const fields =
      verb === 'LevelSet'
        ? 'level'
        : 'sharing { group level cap proposal { id version state } versions { version state } }';
    const name = `${subgraph}Sharing${verb}`;
    const { data, errors } = await hub.ask(
      mutationText(name, `${fields} userErrors { field code message }`),
      { token, variables: { input } },
    );
    return {
      ...data?.[name],
      codes: data?.[name]?.userErrors.map(codeAndField),
      errors: errors?.map((e) => e.extensions.code),
    };
  }
  const codeAndField = ({ code, field }: { code: string; field: string | null }) => `${code} ${field}`;
  const set = (level: string, cap: string, token = first, group = 'campaign.summary') =>
    change(token, 'Set', { group, level, cap });

  /** How many of mima's campaigns somebody sees: by count, on pages of two with cursors, and below mima itself. */
  async function campaignsSeen(as: Asker) {
    const { data } = await hub.ask(
      `{ all: campaigns(filter: { organization: "${mima}" }) { totalCount } organization(id: "${mima}") { campaigns { totalCount } } }`,
      { as },
    );
    const more = `filter: { organization: "${mima}" }`;
    const { length: walked } = await everyRow(hub, 'campaigns', 'id', { as, more, pageSize: 2 });
    expect([data.organization.campaigns.totalCount, walked]).toEqual([
      data.all.totalCount,
      data.all.totalCount,
    ]);
    return walked;
  }

  it('what narrows counts at once, for rows and what hangs on them', async () => {
    const before = await campaignsSeen('bicf:VIEWER');
    expect(before).toBeGreaterThan(1);
    const { sharing, codes } = await set('PRIVATE', 'PRIVATE');
    expect(codes).toEqual([]);
    expect(sharing).toMatchObject({ level: 'PRIVATE', cap: 'PRIVATE', proposal: null });
    expect(await campaignsSeen('bicf:VIEWER')).toBe(0);
    expect(await campaignsSeen('nair:COALITION_STAFF')).toBe(0);
    expect(await campaignsSeen('mima:VIEWER')).toBe(before);
    const levels = await administrator(
      `select distinct sharing_level from campaigns.activity where organization_id = $1`,
      [mima],
    );
    expect(levels).toEqual([{ sharing_level: 'PRIVATE' }]);
  });

  it('what widens waits for a second admin, who is not its proposer', async () => {
    const { sharing } = await set('PUBLIC', 'PUBLIC');
    expect(sharing).toMatchObject({
      level: 'COALITION_SUMMARY',
      cap: 'PUBLIC',
      proposal: { state: 'PROPOSED' },
    });
    expect(await campaignsSeen('public')).toBe(0);
    const input = { version: sharing.proposal.id };
    expect((await change(first, 'Approve', input)).codes).toEqual(['SECOND_PERSON_REQUIRED version']);
    expect((await change(first, 'Apply', input)).codes).toEqual(['TOO_EARLY version']);
    expect(await campaignsSeen('public')).toBe(0);
    const approved = await change(second, 'Approve', input);
    expect(approved).toMatchObject({ codes: [], sharing: { level: 'PUBLIC', proposal: null } });
    expect(await campaignsSeen('public')).toBe(await campaignsSeen('mima:VIEWER'));
    expect((await change(second, 'Approve', input)).codes).toEqual(['INVALID_STATE version']);
  });

  it('where nobody objects for 72 hours, the proposer applies it', async () => {
    const { sharing } = await set('PUBLIC', 'PUBLIC');
    const input = { version: sharing.proposal.id };
    const shift = (hours: number) =>
      administrator(
        "update campaigns.sharing_version set effective_at = effective_at - $1 * interval '1 hour'",
        [hours],
      );
    await shift(71);
    expect((await change(first, 'Apply', input)).codes).toEqual(['TOO_EARLY version']);
    await shift(1);
    expect((await change(first, 'Apply', input)).sharing.level).toBe('PUBLIC');
    expect(await campaignsSeen('public')).toBeGreaterThan(0);
  });

  it('any admin may object, and then it never counts', async () => {
    const { sharing } = await set('PUBLIC', 'PUBLIC');
    const input = { version: sharing.proposal.id };
    expect((await change(second, 'Dismiss', input)).sharing).toMatchObject({
      proposal: null,
      versions: [{ version: 1, state: 'REFUSED' }],
    });
    await administrator(`update campaigns.sharing_version set effective_at = now() - interval '1 year'`);
    for (const verb of ['Approve', 'Apply']) {
      expect((await change(second, verb, input)).codes).toEqual(['INVALID_STATE version']);
    }
    expect(await campaignsSeen('public')).toBe(0);
  });

  it('a narrowing takes open proposals back', async () => {
    const { sharing } = await set('PUBLIC', 'PUBLIC');
    await set('PRIVATE', 'PRIVATE', second);
    expect((await change(second, 'Approve', { version: sharing.proposal.id })).codes).toEqual([
      'INVALID_STATE version',
    ]);
    expect(await campaignsSeen('bicf:VIEWER')).toBe(0);
  });

  it('of two admins who decide at the same moment one is too late', async () => {
    const { sharing } = await set('PUBLIC', 'PUBLIC');
    const input = { version: sharing.proposal.id };
    const third = (await newPerson(hub, database.url, mima, 'ORG_ADMIN', 'third')).token;
    const both = await Promise.all([change(second, 'Approve', input), change(third, 'Dismiss', input)]);
    expect(both.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
    const [row] = await administrator<{ state: string }>('select state from campaigns.sharing_version');
    expect((await campaignsSeen('public')) > 0).toBe(row!.state === 'IN_FORCE');
  });

  it.each([
    [
      'a cap above the ceiling',
      { group: 'campaign.internal', level: 'PRIVATE', cap: 'PUBLIC' },
      ['LEVEL_ABOVE_CEILING cap'],
    ],
    [
      'a level above its cap',
      { group: 'campaign.summary', level: 'PUBLIC', cap: 'PRIVATE' },
      ['LEVEL_ABOVE_CAP level'],
    ],
    [
      'a group of another subgraph',
      { group: 'event.public', level: 'PRIVATE', cap: 'PRIVATE' },
      ['GROUP_NOT_SHAREABLE group'],
    ],
    [
      'a group that is never shared',
      { group: 'org.policy', level: 'PRIVATE', cap: 'PRIVATE' },
      ['GROUP_NOT_SHAREABLE group'],
    ],
    [
      'a group that is none',
      { group: 'constructor', level: 'PRIVATE', cap: 'PRIVATE' },
      ['GROUP_NOT_SHAREABLE group'],
    ],
    [
      'what is in force anyway',
      { group: 'campaign.summary', level: 'COALITION_SUMMARY', cap: 'PUBLIC' },
      ['UNCHANGED null'],
    ],
  ])('is refused: %s', async (_what, input, expected) => {
    expect((await change(first, 'Set', input)).codes).toEqual(expected);
    expect(await administrator('select from campaigns.sharing_version')).toEqual([]);
  });

  it('is for admins of the organisation; widening asks for a second factor, another organisation finds nothing', async () => {
    const { sharing } = await set('PUBLIC', 'PUBLIC');
    const input = { version: sharing.proposal.id };
    const foreign = await hub.provenTokenFor('bicf:ORG_ADMIN');
    for (const verb of ['Approve', 'Apply', 'Dismiss']) {
      expect((await change(foreign, verb, input)).codes).toEqual(['NOT_FOUND version']);
      expect((await change(await hub.provenTokenFor('mima:CAMPAIGNER'), verb, input)).errors).toEqual([
        'FORBIDDEN',
      ]);
    }
    const unproved = await hub.tokenFor('mima:ORG_ADMIN');
    expect((await set('COALITION', 'PUBLIC', unproved)).errors).toEqual(['SECOND_FACTOR_REQUIRED']);
    expect((await change(unproved, 'Approve', input)).errors).toEqual(['SECOND_FACTOR_REQUIRED']);
    expect((await set('PRIVATE', 'PRIVATE', unproved)).codes).toEqual([]);
  });

  it('one row is shared on its own, up to the cap, by who may', async () => {
    const strategy = [{ language: 'en', value: 'Talk to the council first.' }];
    const note = `mutation ($input: CampaignInternalSetInput!) { campaignInternalSet(input: $input) { userErrors { code } } }`;
    await hub.ask(note, { as: 'mima:CAMPAIGNER', variables: { input: { campaign: nali, strategy } } });
    const levelOf = async () =>
      (await hub.ask(`{ campaign(id: "${nali}") { internal { sharingLevel } } }`, { as: 'mima:VIEWER' })).data
        .campaign.internal.sharingLevel;
    expect(await levelOf()).toBe('PRIVATE');
    const level = (value: string | null, token = first) =>
      change(token, 'LevelSet', { id: nali, group: 'campaign.internal', level: value });
    expect((await level('COALITION', await hub.tokenFor('mima:CAMPAIGNER'))).errors).toEqual(['FORBIDDEN']);
    expect(await level('COALITION', await hub.tokenFor('bicf:ORG_ADMIN'))).toMatchObject({
      codes: ['NOT_FOUND id'],
    });
    expect(await level('PUBLIC')).toMatchObject({ codes: ['LEVEL_ABOVE_CEILING level'], level: null });
    expect(await level('COALITION')).toMatchObject({ codes: [], level: 'COALITION' });
    expect(await levelOf()).toBe('COALITION');
    await set('PRIVATE', 'COALITION_SUMMARY', first, 'campaign.internal');
    expect(await levelOf()).toBe('COALITION_SUMMARY');
    const { sharing } = await set('PRIVATE', 'COALITION', first, 'campaign.internal');
    await change(second, 'Approve', { version: sharing.proposal.id });
    expect(await levelOf()).toBe('COALITION');
    expect(await level(null)).toMatchObject({ level: 'PRIVATE' });
  });

  it('a campaigner hides one campaign, and its level stays when the group is set anew', async () => {
    const before = await campaignsSeen('bicf:VIEWER');
    const token = await hub.tokenFor('mima:CAMPAIGNER');
    const input = { id: nali, group: 'campaign.summary', level: 'PRIVATE' };
    expect(await change(token, 'LevelSet', input)).toMatchObject({ codes: [], level: 'PRIVATE' });
    expect(await campaignsSeen('bicf:VIEWER')).toBe(before - 1);
    await set('COALITION_SUMMARY', 'COALITION');
    expect(await campaignsSeen('bicf:VIEWER')).toBe(before - 1);
  });

  it('new rows take the level that the organisation has set', async () => {
    const { sharing } = await set('COALITION', 'COALITION', first, 'campaign.internal');
    await change(second, 'Approve', { version: sharing.proposal.id });
    const { data } = await hub.ask(
      `mutation ($input: CampaignInternalSetInput!) { campaignInternalSet(input: $input) { campaign { internal { sharingLevel } } } }`,
      {
        as: 'mima:CAMPAIGNER',
        variables: { input: { campaign: nali, strategy: [{ language: 'en', value: 'x' }] } },
      },
    );
    expect(data.campaignInternalSet.campaign.internal.sharingLevel).toBe('COALITION');
  });

  it('a link to a campaign is set where the link is kept', async () => {
    const link = async () =>
      (await hub.ask(`{ event(id: "${graduation}") { campaign { __typename } } }`, { as: 'bicf:VIEWER' }))
        .data.event.campaign;
    expect(await link()).not.toBeNull();
    const input = { id: nali, group: 'campaign.summary', level: 'PRIVATE' };
    expect(await change(first, 'LevelSet', input, 'events')).toMatchObject({ codes: [], level: 'PRIVATE' });
    expect(await link()).toBeNull();
    await change(first, 'LevelSet', { ...input, level: null }, 'events');
    expect(await link()).not.toBeNull();
    await change(first, 'Set', { group: 'campaign.summary', level: 'PRIVATE', cap: 'PRIVATE' }, 'events');
    expect(await link()).toBeNull();
  });

  it('is read by the own people, from all subgraphs, with one statement in each', async () => {
    await set('PRIVATE', 'PRIVATE');
    const parts =
      'members { group } campaigns { group level cap versions { version state } } legal { group } events { group level }';
    const query = (id: string) => `{ organization(id: "${id}") { sharing { ${parts} } } }`;
    hub.statements();
    const { data, errors } = await hub.ask(query(mima), { as: 'mima:CASEWORKER' });
    expect(errors).toBeUndefined();
    expect(data.organization.sharing.campaigns).toContainEqual({
      group: 'campaign.summary',
      level: 'PRIVATE',
      cap: 'PRIVATE',
      versions: [{ version: 1, state: 'IN_FORCE' }],
    });
    expect(data.organization.sharing.events).toContainEqual({ group: 'event.public', level: 'PUBLIC' });
    const asked = hub
      .statements()
      .filter(({ kind, text }) => kind === 'query' && text.includes('sharing_version'));
    expect(asked.map(({ subgraph }) => subgraph).sort()).toEqual(['campaigns', 'events', 'legal', 'members']);
    const other = await hub.ask(query(bicf), { as: 'mima:CASEWORKER' });
    expect(other.data.organization.sharing).toEqual({
      members: null,
      campaigns: null,
      legal: null,
      events: null,
    });
  });

  it('is closed when the organisation took the right to share from its own admins', async () => {
    await administrator(
      `insert into members.org_policy (organization_id, id, version, state, narrowed, proposed_by, widens, effective_at)
       values ($1, 'opv_test', 1, 'IN_FORCE', '{ORG_ADMIN:campaign.summary:s}', 'test', false, now())`,
      [mima],
    );
    expect((await set('PRIVATE', 'PRIVATE')).errors).toEqual(['FORBIDDEN']);
    expect(await administrator('select from campaigns.sharing_version')).toEqual([]);
  });
});
