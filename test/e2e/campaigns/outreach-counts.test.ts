import { seedId } from '../../../shared/schema/type-id';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { decide, letOthersCount } from '../../testkit/tool-keys';

const campaign = seedId('Campaign', 'mima-nali');
describe.each(transports)('how often others were in contact, over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());

  const note = (slug: string, channel: string, times: number, archived = false) =>
    administrator(
      `insert into campaigns.outreach_contact
         (organization_id, id, sharing_level, channel, contacted_on, with_whom, campaign_id, archived_at)
       select $1, 'otc_' || gen_random_uuid(), 'AGGREGATE_ONLY', $2, '2026-02-12', '{"en": "An office"}', $3,
         case when $4 then now() end
       from generate_series(1, $5)`,
      [seedId('Organization', slug), channel, campaign, archived, times],
    );
  const share = async (slug: string, smallestShown?: number) => {
    await decide(database.url, { slug, inAggregates: true, ...(smallestShown && { smallestShown }) });
    await letOthersCount(database.url, slug, 'outreach.log');
  };
  const countsFor = async (as: Asker) => {
    const { data, errors } = await hub.ask(
      `query ($id: ID!) { campaign(id: $id) { outreachCounts { organization { slug } channel count isRounded } } }`,
      { as, variables: { id: campaign } },
    );
    if (errors) return errors.map(({ extensions }) => extensions.code);
    const counts: { organization: { slug: string }; channel: string; count: number; isRounded: boolean }[] =
      data.campaign.outreachCounts;
    return counts
      .map(
        ({ organization, channel, count, isRounded }) =>
          `${organization.slug} ${channel} ${isRounded ? '~' : ''}${count}`,
      )
      .sort();
  };

  it('is told of one’s own exactly, also to those who read no log', async () => {
    await note('bicf', 'PHONE', 3);
    await note('bicf', 'POST', 1);
    await note('bicf', 'POST', 1, true);
    for (const as of ['bicf:VIEWER', 'bicf:CAMPAIGNER'] as const) {
      expect(await countsFor(as)).toEqual(['bicf PHONE 3', 'bicf POST 1']);
    }
  });

  it('is told of others who let it be counted, to the ten below and not under eleven', async () => {
    await note('bicf', 'PHONE', 27);
    await note('bicf', 'EMAIL', 10);
    await note('bicf', 'IN_PERSON', 11);
    await note('mima', 'PHONE', 30);
    expect(await countsFor('iom:VIEWER')).toEqual([]);
    await share('bicf');
    expect(await countsFor('iom:VIEWER')).toEqual(['bicf IN_PERSON ~10', 'bicf PHONE ~20']);
    expect(await countsFor('bicf:VIEWER')).toEqual(['bicf EMAIL 10', 'bicf IN_PERSON 11', 'bicf PHONE 27']);
  });

  it('is told above the threshold that the organisation has set, and not once it takes part no more', async () => {
    await note('bicf', 'PHONE', 27);
    await share('bicf', 28);
    expect(await countsFor('mima:VIEWER')).toEqual([]);
    await decide(database.url, { slug: 'bicf', inAggregates: true, smallestShown: 27 });
    expect(await countsFor('mima:VIEWER')).toEqual(['bicf PHONE ~20']);
    await decide(database.url, { slug: 'bicf', smallestShown: 27 });
    expect(await countsFor('mima:VIEWER')).toEqual([]);
  });

  it('is no business of those who work on cases', async () => {
    await note('bicf', 'PHONE', 27);
    await share('bicf');
    expect(await countsFor('bicf:CASEWORKER')).toEqual(['FORBIDDEN']);
  });

  it('takes one statement for all campaigns of a page', async () => {
    await note('bicf', 'PHONE', 1);
    hub.statements();
    await hub.ask('{ campaigns(first: 20) { nodes { outreachCounts { channel count } } } }', {
      as: 'bicf:VIEWER',
    });
    const asked = hub
      .statements()
      .filter(({ subgraph, kind }) => subgraph === 'campaigns' && kind === 'query');
    expect(asked).toHaveLength(2);
  });
});
