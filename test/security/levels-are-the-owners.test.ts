import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { seedId } from '../../shared/schema/type-id';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const lead = seedId('Organization', 'mima');
const partner = seedId('Organization', 'bicf');
const campaign = seedId('Campaign', 'mima-nali');

/** A party may write a row of another organisation; how far it is shared stays its owner's to say, whatever the program does. */
describe('the database, of the level of a task', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await ownDatabase();
    await asAdministrator(
      `insert into campaigns.campaign_partnership (organization_id, id, campaign_id, partner_id, state)
       values ('${lead}', 'cpa_1', '${campaign}', '${partner}', 'JOINED');
       insert into campaigns.campaign_task (organization_id, id, sharing_level, campaign_id, campaign_level, title, owner_organization_id)
       select organization_id, 'tsk_1', 'PRIVATE', id, sharing_level, '{}', organization_id
       from campaigns.campaign where id = '${campaign}'`,
      [],
      database.url,
    );
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole('campaigns'), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  /** As an administrator of the organisation. */
  async function update(organization: string, changes: string): Promise<string> {
    await client.query(
      `set local hub.organization = '${organization}'; set local hub.person = 'per_me'; set local hub.roles = 'ORG_ADMIN'`,
    );
    return client.query(`update campaigns.campaign_task set ${changes} where id = 'tsk_1'`).then(
      ({ rowCount }) => `${rowCount} changed`,
      ({ message }: Error) => message,
    );
  }

  it.each([
    'sharing_level',
    'chosen_level',
  ])('a joined partner moves the task, and not its %s', async (column) => {
    expect(await update(partner, `state = 'IN_PROCESS'`)).toBe('1 changed');
    expect(await update(partner, `${column} = 'AGGREGATE_ONLY'`)).toBe(
      "the sharing level is not this viewer's to change",
    );
  });

  it('its owner does', async () => {
    expect(await update(lead, `chosen_level = 'PRIVATE'`)).toBe('1 changed');
  });
});
