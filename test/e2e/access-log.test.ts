import { seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { asAdministrator } from '../testkit/database';
import { type AskOptions, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';

const mima = seedId('Organization', 'mima');
const campaign = seedId('Campaign', 'mima-nali');
const canary = 'CANARY-strategy';
const entries = `nodes {
  id sequence at person organization { slug } roles tool operation group record subjects requestId hash
} pageInfo { hasNextPage endCursor }`;

const log = `query ($organization: ID, $first: Int! = 20, $after: String, $filter: AccessLogFilter) {
  accessLog(organization: $organization) {
    members { entries(first: $first, after: $after, filter: $filter) { ${entries} } head { sequence hash } }
    campaigns { entries(first: $first, after: $after, filter: $filter) { ${entries} } head { sequence hash } }
    legal { entries(first: $first, filter: $filter) { nodes { id } } head { sequence } }
    events { entries(first: $first, filter: $filter) { nodes { id } } head { sequence } }
  }
}`;
describe.each(transports)('the log, over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  beforeAll(async () => {
    const note = await hub.ask(
      `mutation ($input: CampaignInternalSetInput!) { campaignInternalSet(input: $input) { userErrors { code } } }`,
      {
        as: 'mima:CAMPAIGNER',
        variables: { input: { campaign, strategy: [{ language: 'en', value: canary }] } },
      },
    );
    expect(note.data.campaignInternalSet.userErrors).toEqual([]);
    const read = await hub.ask(`{ campaign(id: "${campaign}") { internal { strategy { value } } } }`, {
      as: 'mima:VIEWER',
    });
    expect(read.data.campaign.internal.strategy.value).toBe(canary);
    const engagements = await hub.ask(`{ organization(id: "${mima}") { engagements { id } } }`, {
      as: 'mima:ORG_ADMIN',
    });
    expect(engagements.data.organization.engagements).toHaveLength(2);
  });

  const ask = (options: AskOptions) => hub.ask(log, options);

  it('tells an admin who did what, when, in which role, across the subgraphs in one query', async () => {
    const { data, errors, text } = await ask({ as: 'mima:ORG_ADMIN' });
    expect(errors).toBeUndefined();
    expect(data.accessLog.campaigns.entries.nodes).toMatchObject([
      {
        id: `${mima}:2`,
        sequence: 2,
        person: demoPersonId('mima', 'VIEWER'),
        organization: { slug: 'mima' },
        roles: ['VIEWER'],
        tool: null,
        operation: 'r',
        group: 'campaign.internal',
        record: 'CampaignInternal',
        subjects: [campaign],
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        requestId: expect.stringMatching(/./),
      },
      {
        id: `${mima}:1`,
        person: demoPersonId('mima', 'CAMPAIGNER'),
        operation: 'c',
        record: 'campaign_internal',
        subjects: [campaign],
      },
    ]);
    expect(data.accessLog.members.entries.nodes[0]).toMatchObject({
      group: 'stakeholder.engagement',
      record: 'Engagement',
      subjects: expect.arrayContaining([expect.stringMatching(/^eng_/)]),
    });
    expect(Date.now() - Date.parse(data.accessLog.campaigns.entries.nodes[0].at)).toBeLessThan(60_000);
    expect(text).not.toContain(canary);
  });

  it('logs that the log was read, as a range', async () => {
    const before = await ask({ as: 'mima:ORG_ADMIN' });
    const after = await ask({ as: 'mima:ORG_ADMIN' });
    const [newest] = after.data.accessLog.campaigns.entries.nodes;
    const shown = before.data.accessLog.campaigns.entries.nodes;
    expect(newest).toMatchObject({
      group: 'audit.org',
      record: 'AccessLogEntry',
      operation: 'r',
      subjects: [`${mima}:${shown.at(-1).sequence}..${shown[0].sequence}`],
    });
    expect(after.data.accessLog.campaigns.head.sequence).toBe(newest.sequence);
    expect(after.data.accessLog.campaigns.head.hash).toBe(newest.hash);
  });

  it('is reached from the organisation too', async () => {
    const query = `{ organization(id: "${mima}") { accessLog { campaigns { entries(first: 1) { nodes { id } } } } } }`;
    const { data } = await hub.ask(query, { as: 'mima:ORG_ADMIN' });
    expect(data.organization.accessLog.campaigns.entries.nodes).toHaveLength(1);
  });

  it('shows others their own deeds and nothing else', async () => {
    const viewer = await ask({ as: 'mima:VIEWER' });
    const people = viewer.data.accessLog.campaigns.entries.nodes.map(
      ({ person }: { person: string }) => person,
    );
    expect(new Set(people)).toEqual(new Set([demoPersonId('mima', 'VIEWER')]));
    expect(viewer.data.accessLog.members.entries.nodes).toEqual([]);
  });

  it.each([
    'bicf:ORG_ADMIN',
    'nair:COALITION_STAFF',
    'nair:ORG_ADMIN',
  ] as const)('shows %s nothing of another organisation but where the chains end', async (as) => {
    const { data, errors } = await ask({ as, variables: { organization: mima } });
    expect(errors).toBeUndefined();
    expect(data.accessLog.campaigns.entries.nodes).toEqual([]);
    expect(data.accessLog.campaigns.head.sequence).toBeGreaterThan(1);
  });

  it('is refused to the public, fields and ends of chains alike', async () => {
    for (const query of [
      `{ accessLog(organization: "${mima}") { campaigns { head { hash } } } }`,
      `{ organization(id: "${mima}") { accessLog { campaigns { head { hash } } } } }`,
      '{ campaignsAuditHeads { nodes { hash } } }',
    ]) {
      const { errors } = await hub.ask(query);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it.each([
    [{ person: demoPersonId('mima', 'CAMPAIGNER') }, ['c']],
    [{ operation: 'c' }, ['c']],
    [{ group: 'campaign.internal' }, ['r', 'c']],
    [{ record: 'campaign_internal' }, ['c']],
    [{ subject: campaign }, ['r', 'c']],
    [{ subject: campaign, operation: 'r', group: 'campaign.internal' }, ['r']],
    [{ tool: 'key_none' }, []],
    [{ group: 'campaign.internal', from: '2000-01-01T00:00:00Z', to: '2000-01-02T00:00:00Z' }, []],
    [{ group: 'campaign.internal', from: '2000-01-01T00:00:00Z' }, ['r', 'c']],
  ])('is filtered by %p', async (filter, operations) => {
    const { data } = await ask({ as: 'mima:ORG_ADMIN', variables: { filter } });
    const { nodes } = data.accessLog.campaigns.entries;
    expect(nodes.map(({ operation }: { operation: string }) => operation)).toEqual(operations);
  });

  it.each([
    { filter: { operation: 'z' } },
    { filter: { from: '2025-01-02T00:00:00Z', to: '2025-01-01T00:00:00Z' } },
  ])('refuses %p', async (variables) => {
    const { errors } = await ask({ as: 'mima:ORG_ADMIN', variables });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INVALID_ARGUMENT' } });
  });

  it('is read page by page without a gap, while it grows by being read', async () => {
    const sequences: number[] = [];
    const query = `query ($after: String) { accessLog { campaigns { entries(first: 2, after: $after) { ${entries} } } } }`;
    for (let after: string | null = null; ; ) {
      const { data } = await hub.ask(query, { as: 'mima:ORG_ADMIN', variables: { after } });
      const { nodes, pageInfo } = data.accessLog.campaigns.entries;
      sequences.push(...nodes.map(({ sequence }: { sequence: number }) => sequence));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(sequences).toEqual(Array.from(sequences, (_, index) => sequences[0]! - index));
    expect(sequences.at(-1)).toBe(1);
  });

  it('lists where all chains end, to every member', async () => {
    const query = '{ campaignsAuditHeads { nodes { organization { slug } sequence hash at } } }';
    const { data } = await hub.ask(query, { as: 'bicf:VIEWER' });
    const [row] = await asAdministrator<{ hash: string }>(
      `select encode(hash, 'hex') as hash from campaigns.audit_head where organization_id = $1`,
      [mima],
      database.url,
    );
    expect(data.campaignsAuditHeads.nodes).toContainEqual(
      expect.objectContaining({ organization: { slug: 'mima' }, hash: row!.hash }),
    );
  });

  it('names the part of a subgraph that is away', async () => {
    await hub.kill('legal');
    const { data, errors } = await ask({ as: 'mima:ORG_ADMIN' });
    await hub.revive('legal');
    expect(data.accessLog.legal).toBeNull();
    expect(data.accessLog.campaigns.entries.nodes.length).toBeGreaterThan(0);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'legal' } }]);
  });
});
