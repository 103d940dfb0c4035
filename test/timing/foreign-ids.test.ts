import { seedId } from '../../shared/schema/type-id';
import { asAdministrator, ownDatabase } from '../testkit/database';
import { startTestHub, type TestHub } from '../testkit/hub';
import { makeKey } from '../testkit/tool-keys';
import { auc } from './auc';

const pairs = 2_000;
jest.setTimeout(1_200_000);

/**
 * `npm run test:timing`: whether the time of an answer tells a row that one may not see from one that does not exist.
 * Not part of the other tests, which assert the same bytes after the same statements (test/attacks/ids-tell-nothing.test.ts).
 */
describe('the time of an answer', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let hub: TestHub;
  let tool: string;
  let admin: string;
  beforeAll(async () => {
    database = await ownDatabase();
    hub = await startTestHub('local', database.url);
    for (const table of ['campaigns.campaign', 'events.event', 'legal.service'])
      await asAdministrator(
        `update ${table} set sharing_level = 'PRIVATE', chosen_level = 'PRIVATE'`,
        [],
        database.url,
      );
    tool = (await makeKey(hub, { as: 'bicf:ORG_ADMIN', scopes: ['campaign.summary:r'] })).secret;
    admin = await hub.provenTokenFor('bicf:ORG_ADMIN');
  });
  afterAll(async () => {
    await hub.close();
    await database.drop();
  });

  const hidden = async (table: string) =>
    (
      await asAdministrator<{ id: string }>(
        `select id from ${table} where organization_id <> $1 order by id limit 1`,
        [seedId('Organization', 'bicf')],
        database.url,
      )
    )[0]!.id;
  const ask = (field: string) => `query ($id: ID!) { ${field}(id: $id) { id } }`;
  // The id is a variable: a text that was never seen is parsed and planned anew, and that takes longer.
  const level = `mutation ($id: ID!) { campaignsSharingLevelSet(input: { id: $id, group: "campaign.summary", level: PRIVATE }) { userErrors { code } } }`;

  type Case = [string, string, string, 'Campaign' | 'Event' | 'Service', () => string | undefined];
  it.each<Case>([
    ['campaign, asked by the public', 'campaigns.campaign', ask('campaign'), 'Campaign', () => undefined],
    [
      'campaign, asked by an admin of another organisation',
      'campaigns.campaign',
      ask('campaign'),
      'Campaign',
      () => admin,
    ],
    ['campaign, asked by a tool', 'campaigns.campaign', ask('campaign'), 'Campaign', () => tool],
    ['event, asked by the public', 'events.event', ask('event'), 'Event', () => undefined],
    ['service, asked by an admin', 'legal.service', ask('service'), 'Service', () => admin],
    ['level of a campaign, set by an admin', 'campaigns.campaign', level, 'Campaign', () => admin],
  ])('of a hidden %s is that of none', async (what, table, query, kind, asker) => {
    const id = await hidden(table);
    const other = seedId(kind, 'nobody');
    const token = asker();
    const timed = async (asked: string) => {
      const begin = process.hrtime.bigint();
      await hub.ask(query, { variables: { id: asked }, ...(token !== undefined && { token }) });
      return Number(process.hrtime.bigint() - begin);
    };
    for (let n = 0; n < 200; n++) await timed(n % 2 ? id : other);
    const [foreign, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < pairs; n++) {
      // Now the one first, now the other: what slows the machine down slows both.
      if (n % 2 === 0) {
        foreign.push(await timed(id));
        unknown.push(await timed(other));
      } else {
        unknown.push(await timed(other));
        foreign.push(await timed(id));
      }
    }
    const value = auc(foreign, unknown);
    process.stdout.write(`${what}: AUC ${value.toFixed(3)} over ${pairs} pairs\n`);
    expect(value).toBeGreaterThan(0.45);
    expect(value).toBeLessThan(0.55);
  });
});
