import { audit } from '../../gateway/audit.command';
import type { Settings } from '../../gateway/settings';
import { auditorRole } from '../../shared/database/roles';
import { seedId } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import { testSecret } from '../testkit/database';
import { transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';

const mima = seedId('Organization', 'mima');
const campaign = seedId('Campaign', 'mima-nali');
const canary = 'CANARY_mima_campaign.internal_strategy';

/** How each audited group is read by the admin of an organisation. A new group needs a line here. */
const readings: Readonly<Record<string, string>> = {
  'campaign.internal': `{ campaign(id: "${campaign}") { internal { strategy { value } } } }`,
  'campaign.task': `{ campaignTasks(filter: { campaign: "${campaign}" }) { nodes { state } } }`,
  'stakeholder.engagement': `{ organization(id: "${mima}") { engagements { kind { code } } } }`,
};
const readLog = (subgraph: string) => `{ accessLog { ${subgraph} { entries { nodes { record } } } } }`;

const audited = subgraphs.flatMap(({ name, policy }) =>
  Object.entries(policy.groups).flatMap(([group, rule]) => (rule.audited ? [{ subgraph: name, group }] : [])),
);
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);

  const note = (value: string, id = campaign) =>
    hub.ask(
      'mutation ($input: CampaignInternalSetInput!) { campaignInternalSet(input: $input) { campaign { id } userErrors { code } } }',
      {
        as: 'mima:ORG_ADMIN',
        variables: { input: { campaign: id, strategy: [{ language: 'en', value }] } },
      },
    );

  beforeAll(async () => {
    await note(canary);
    const { data } = await hub.ask(
      'mutation ($input: CampaignTaskCreateInput!) { campaignTaskCreate(input: $input) { userErrors { code } } }',
      {
        as: 'mima:ORG_ADMIN',
        variables: { input: { campaign, title: [{ language: 'en', value: 'A task' }] } },
      },
    );
    expect(data.campaignTaskCreate.userErrors).toEqual([]);
    for (const { name } of subgraphs)
      await administrator(`select ${name}.log_append('${mima}', 'r', 'g', 'R', '{}')`);
  });

  const length = async (subgraph: string) => {
    const [row] = await administrator<{ count: number }>(
      `select count(*)::int as count from ${subgraph}.audit_entry`,
    );
    return row!.count;
  };

  it.each(audited)('reading $group in $subgraph leaves exactly one row', async ({ subgraph, group }) => {
    const query = group === 'audit.org' ? readLog(subgraph) : readings[group];
    expect(query).toBeDefined();
    const before = await length(subgraph);
    const { errors } = await hub.ask(query!, { as: 'mima:ORG_ADMIN' });
    expect(errors).toBeUndefined();
    const [newest] = await administrator(
      `select group_name, operation from ${subgraph}.audit_entry order by at desc limit 1`,
    );
    expect(await length(subgraph)).toBe(before + 1);
    expect(newest).toEqual({ group_name: group, operation: 'r' });
  });

  it.each([
    ['campaigns', `{ campaign(id: "${campaign}") { internal { __typename } } }`],
    ['members', `{ organization(id: "${mima}") { engagements { __typename } } }`],
  ])('that a record is there at all is a reading too: in %s', async (subgraph, query) => {
    const before = await length(subgraph);
    const { errors } = await hub.ask(query, { as: 'mima:ORG_ADMIN' });
    expect(errors).toBeUndefined();
    expect(await length(subgraph)).toBe(before + 1);
  });

  it('leaves no row about rows that the reader may not see', async () => {
    const before = await length('campaigns');
    const { data } = await hub.ask(readings['campaign.internal']!, { as: 'bicf:VIEWER' });
    expect(data.campaign.internal).toBeNull();
    expect(await length('campaigns')).toBe(before);
  });

  describe('when the log cannot be written', () => {
    beforeAll(async () => {
      for (const { name } of subgraphs) {
        await administrator(`revoke insert on ${name}.audit_entry from ${auditorRole}`);
      }
    });
    afterAll(async () => {
      for (const { name } of subgraphs) {
        await administrator(`grant insert on ${name}.audit_entry to ${auditorRole}`);
      }
    });

    it.each(audited)('$group in $subgraph gives no data and an error', async ({ subgraph, group }) => {
      const query = group === 'audit.org' ? readLog(subgraph) : readings[group];
      const { text, errors } = await hub.ask(query!, { as: 'mima:ORG_ADMIN' });
      expect(errors!.length).toBeGreaterThan(0);
      expect(errors![0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
      expect(text).not.toContain(canary);
      expect(text).not.toMatch(/"(code|record)":"(?!INTERNAL_SERVER_ERROR)/);
    });

    it('nothing is written', async () => {
      const { data, errors } = await note('another text');
      expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
      expect(data?.campaignInternalSet ?? null).toBeNull();
      const [row] = await administrator<{ strategy: { en: string } }>(
        `select strategy from campaigns.campaign_internal where id = '${campaign}'`,
      );
      expect(row!.strategy.en).toBe(canary);
    });

    it('what is not logged is read as before', async () => {
      const { errors } = await hub.ask(`{ campaign(id: "${campaign}") { slug } }`, { as: 'mima:VIEWER' });
      expect(errors).toBeUndefined();
    });
  });

  it('no value that was read or written stands in the log', async () => {
    await note(`${canary} again`);
    await hub.ask(readings['campaign.internal']!, { as: 'mima:ORG_ADMIN' });
    for (const { name } of subgraphs) {
      for (const table of ['audit_entry', 'audit_head', 'idempotency']) {
        const rows = await administrator(`select t::text as row from ${name}.${table} t`);
        expect(JSON.stringify(rows)).not.toContain('CANARY');
      }
    }
  });

  it('many who write and read at once keep one unbroken chain', async () => {
    const before = await length('campaigns');
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        index % 2 === 0
          ? note(`version ${index}`)
          : hub.ask(readings['campaign.internal']!, { as: 'mima:ORG_ADMIN' }),
      ),
    );
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(await length('campaigns')).toBe(before + 24);
    const settings = { databaseUrl: database.url, secret: testSecret } as Settings;
    expect(await audit(settings, ['verify'])).toMatchObject({ holds: true });
  });
});
