import { accessReasons, accessRemedies } from '../../shared/explanation/access-reasons';
import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { type Asker, type AskOptions, bytes, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';
import { petitionsOf } from '../testkit/petition';
import { decide, makeKey } from '../testkit/tool-keys';

const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const campaign = seedId('Campaign', 'mima-nali');
const absent = seedId('Campaign', 'no such campaign');

const question = `query ($type: String!, $field: String, $id: ID!) {
  campaignsAccess(type: $type, field: $field, id: $id) {
    visible reason { code message } remedy { message group roles organization { slug } }
  }
}`;
describe.each(transports)('why something is visible or not, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  const write = (id: string, level: string) =>
    administrator(`insert into campaigns.campaign_internal (organization_id, id, sharing_level, strategy)
      values ('${mima}', '${id}', '${level}', '{"en":"CANARY"}')
      on conflict (organization_id, id) do update set sharing_level = excluded.sharing_level`);

  beforeEach(() => administrator('delete from campaigns.campaign_internal'));

  async function why(options: AskOptions, asked: { type?: string; field?: string | null; id?: string } = {}) {
    const variables = { type: 'Campaign', field: 'internal', id: campaign, ...asked };
    const answer = await hub.ask(question, { ...options, variables });
    return { ...answer, found: answer.data?.campaignsAccess };
  }

  it.each<[Asker, string, string, object | null]>([
    ['mima:CAMPAIGNER', 'PRIVATE', 'VISIBLE', null],
    ['mima:VIEWER', 'PRIVATE', 'VISIBLE', null],
    [
      'mima:CASEWORKER',
      'PRIVATE',
      'ROLE_REQUIRED',
      { roles: ['ORG_ADMIN', 'CAMPAIGNER', 'VIEWER', 'COALITION_STAFF'] },
    ],
    [
      'bicf:ORG_ADMIN',
      'COALITION',
      'AGREEMENT_REQUIRED',
      { organization: { slug: 'mima' }, group: 'campaign.internal' },
    ],
    ['bicf:VIEWER', 'COALITION', 'ROLE_REQUIRED', { roles: ['ORG_ADMIN', 'CAMPAIGNER', 'COALITION_STAFF'] }],
    ['public', 'COALITION', 'SIGN_IN_REQUIRED', { group: 'campaign.internal' }],
  ])('tells %s of notes at the level %s: %s', async (as, level, code, remedy) => {
    await write(campaign, level);
    const { found, errors } = await why({ as });
    expect(errors).toBeUndefined();
    expect(found.reason.code).toBe(code);
    expect(found.visible).toBe(code === 'VISIBLE');
    if (remedy === null) expect(found.remedy).toBeNull();
    else expect(found.remedy).toMatchObject(remedy);
  });

  it('says that nothing has been written yet, to those who may see it only', async () => {
    const { found } = await why({ as: 'mima:CAMPAIGNER' });
    expect(found).toMatchObject({ visible: true, reason: { code: 'NOTHING_THERE' } });
  });

  it('names the other party of a missing agreement once an agreement with somebody else is in force', async () => {
    await write(campaign, 'COALITION');
    await agree('iom-morocco');
    const { found } = await why({ as: 'bicf:ORG_ADMIN' });
    await end();
    expect(found).toMatchObject({
      visible: false,
      reason: { code: 'AGREEMENT_REQUIRED' },
      remedy: { organization: { slug: 'mima' }, group: 'campaign.internal' },
    });
    expect(found.remedy.message).toContain('campaign.internal');
  });

  it('with an agreement in force does not tell a low level from nothing at all', async () => {
    await agree('mima');
    const nothing = await why({ as: 'bicf:ORG_ADMIN' });
    await write(campaign, 'PRIVATE');
    const low = await why({ as: 'bicf:ORG_ADMIN' });
    await write(campaign, 'COALITION');
    const open = await why({ as: 'bicf:ORG_ADMIN' });
    await end();
    expect(low.found).toMatchObject({ visible: false, reason: { code: 'LEVEL_TOO_LOW' } });
    expect(bytes(low)).toEqual(bytes(nothing));
    expect(open.found).toMatchObject({ visible: true, reason: { code: 'VISIBLE' } });
  });

  it.each<[Asker]>([
    ['public'],
    ['mima:CASEWORKER'],
    ['bicf:ORG_ADMIN'],
    ['bicf:VIEWER'],
    ['nair:COALITION_STAFF'],
  ])('answers %s about a hidden campaign and about none alike, byte for byte and statement for statement', async (as) => {
    const hidden = await hideCampaign();
    for (const field of [null, 'title', 'internal', 'campaignFigures']) {
      hub.statements();
      const one = await why({ as }, { field, id: hidden });
      const ofOne = hub.statements().map(({ text }) => text.replace(/statement_timeout = \d+/, ''));
      const other = await why({ as }, { field, id: absent });
      const ofOther = hub.statements().map(({ text }) => text.replace(/statement_timeout = \d+/, ''));
      expect(one.found.visible).toBe(false);
      expect(bytes(one)).toEqual(bytes(other));
      expect(ofOne).toEqual(ofOther);
    }
  });

  it('says VISIBLE of exactly the records that can be read', async () => {
    for (const type of ['Campaign', 'Event', 'Service', 'Organization'] as const) {
      const schema = { Campaign: 'campaigns', Event: 'events', Service: 'legal', Organization: 'members' }[
        type
      ];
      const table = `${schema}.${type.toLowerCase()}`;
      await administrator(`update ${table} t set sharing_level = (array['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'])[1 + n % 5]
        from (select id, row_number() over (order by id)::int as n from ${table}) numbered where numbered.id = t.id`);
      const rows = await asAdministrator<{ id: string }>(
        `select id from ${table} order by id limit 10`,
        [],
        database.url,
      );
      for (const as of ['public', 'mima:VIEWER', 'nair:ORG_ADMIN'] as const) {
        const asked = rows.map(
          ({ id }, n) =>
            `r${n}: ${type.toLowerCase()}(id: "${id}") { id } a${n}: ${schema}Access(type: "${type}", id: "${id}") { visible }`,
        );
        const { data } = await hub.ask(`{ ${asked.join(' ')} }`, { as });
        const read = rows.map((_, n) => data[`r${n}`] !== null);
        const said = rows.map((_, n) => data[`a${n}`].visible);
        expect({ type, as, said }).toEqual({ type, as, said: read });
      }
    }
  });

  it('says what an organisation took from its roles, and that it is no active member', async () => {
    await write(campaign, 'PRIVATE');
    await decide(database.url, { narrowed: ['VIEWER:campaign.internal:r'] });
    const narrowed = await why({ as: 'mima:VIEWER' });
    await decide(database.url, {});
    await administrator(`update members.membership set status = 'SUSPENDED' where id = '${mima}'`);
    const suspended = await why({ as: 'mima:VIEWER' });
    await administrator(`update members.membership set status = 'ACTIVE' where id = '${mima}'`);
    expect(narrowed.found.reason.code).toBe('NARROWED_BY_YOUR_ORGANIZATION');
    expect(suspended.found.reason.code).toBe('ORGANIZATION_NOT_ACTIVE');
    expect((await why({ as: 'mima:VIEWER' })).found.reason.code).toBe('VISIBLE');
  });

  it('says to a tool which scope it lacks, and what is never for tools', async () => {
    const { secret: token } = await makeKey(hub, { scopes: ['event.public:r'] });
    const summary = await why({ token }, { field: 'title', id: campaign });
    expect(summary.found).toMatchObject({ visible: false, remedy: { group: 'campaign.summary' } });
    expect(summary.found.remedy.message).toContain('campaign.summary:r');
    expect((await why({ token }, { field: 'internal' })).found.reason.code).toBe('NOT_FOR_TOOLS');
  });

  it.each([
    [{ type: 'Nothing' }, 'INVALID_ARGUMENT'],
    [{ type: 'constructor' }, 'INVALID_ARGUMENT'],
    [{ field: 'nothing' }, 'INVALID_ARGUMENT'],
    [{ field: 'ref' }, 'INVALID_ARGUMENT'],
    [{ id: 'evt_00000000000000000000000000' }, 'INVALID_ID'],
  ])('refuses %p', async (asked, code) => {
    const { errors } = await why({ as: 'mima:VIEWER' }, asked);
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  it('tells of numbers of people by the right to count them, not by the one to see them', async () => {
    const id = await petitionsOf(hub).open();
    const codeOf = async (field: string, as: Asker) =>
      (await why({ as }, { type: 'ActionCall', field, id })).found.reason.code;
    expect(await codeOf('signatureCounts', 'mima:VIEWER')).toBe('VISIBLE');
    expect(await codeOf('signatureCounts', 'public')).toBe('VISIBLE');
  });

  it('speaks Arabic and English', async () => {
    const { found: ar } = await why({ as: 'mima:CASEWORKER', language: 'ar' });
    const { found: en } = await why({ as: 'mima:CASEWORKER', language: 'en' });
    expect(ar.reason.message).toMatch(/[\u0600-\u06ff]/);
    expect(en.remedy.message).toBe(
      'Ask an admin of your organisation for one of these roles: organisation admin, campaigner, viewer, or coalition staff.',
    );
    expect(ar.remedy.message).toMatch(/مسؤول المؤسسة/);
    for (const texts of [...Object.values(accessReasons), ...Object.values(accessRemedies)]) {
      expect(texts.ar.match(/\{\w+\}/g)).toEqual(texts.en.match(/\{\w+\}/g));
      expect(texts.ar).toMatch(/[\u0600-\u06ff]/);
    }
  });

  /** A campaign of another organisation than all who ask, which none of them sees. */
  async function hideCampaign(): Promise<string> {
    const rows = await asAdministrator<{ id: string }>(
      `update campaigns.campaign set sharing_level = 'PRIVATE' where id = (
         select id from campaigns.campaign c where organization_id not in ($1, $2, $3)
           and not exists (select from campaigns.campaign_internal i where i.id = c.id) order by id limit 1) returning id`,
      [mima, bicf, seedId('Organization', 'nair')],
      database.url,
    );
    return rows[0]!.id;
  }

  const agree = (slug: string) =>
    administrator(`insert into members.agreement (organization_id, id, version, partner_id, purpose, groups, maximum_level,
        starts_on, ends_on, proposed_by, signed_by, signed_at, partner_signed_by, partner_signed_at)
      values ('${seedId('Organization', slug)}', 'agr_test', 1, '${bicf}', '{"en":"x"}', '{campaign.internal}', 'COALITION',
        current_date, current_date, 'per_x', 'per_x', now(), 'per_y', now())`);
  const end = () => administrator("delete from members.agreement where id = 'agr_test'");
});
