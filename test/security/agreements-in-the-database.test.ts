import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { seedId } from '../../shared/schema/type-id';
import { ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const iom = seedId('Organization', 'iom');

/** As the subgraph's own database role: whatever the program does, a party signs for itself and terms stay. */
describe('the database, of agreements', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await ownDatabase();
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole('members'), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  const become = (organization: string, person: string, roles = 'ORG_ADMIN') =>
    client.query(
      `set local hub.organization = '${organization}'; set local hub.person = '${person}'; set local hub.roles = '${roles}'`,
    );

  async function propose(changes: Record<string, unknown> = {}) {
    const row: Record<string, unknown> = {
      organization_id: mima,
      id: 'agr_1',
      version: 1,
      partner_id: bicf,
      purpose: '{"en": "x"}',
      groups: ['campaign.internal'],
      maximum_level: 'COALITION',
      starts_on: '2100-01-01',
      ends_on: '2100-06-01',
      proposed_by: 'per_mima',
      signed_by: 'per_mima',
      signed_at: new Date(),
      ...changes,
    };
    const columns = Object.keys(row);
    await client.query(
      `insert into members.agreement (${columns.join()}) values (${columns.map((_, n) => `$${n + 1}`).join()})`,
      Object.values(row),
    );
  }

  it('takes a proposal of an admin for the own organisation', async () => {
    await become(mima, 'per_mima');
    await propose();
    expect((await client.query('select from members.agreement')).rowCount).toBe(1);
  });

  it.each([
    ['for another organisation', { organization_id: bicf, partner_id: mima }],
    ['for two others', { organization_id: bicf, partner_id: iom }],
    ['signed for the partner too', { partner_signed_by: 'per_bicf', partner_signed_at: new Date() }],
    ['signed by somebody else', { signed_by: 'per_other' }],
    ['with an organisation that is no member', { partner_id: seedId('Organization', 'unhcr') }],
    ['that has begun', { starts_on: '2020-01-01', ends_on: '2020-06-01' }],
    ['of thirteen months', { ends_on: '2101-02-01' }],
    ['of a second version without a first', { version: 2 }],
  ])('takes none %s', async (_what, changes) => {
    await become(mima, 'per_mima');
    await expect(propose(changes)).rejects.toThrow(/agreement|version|parties|row-level security|check/);
  });

  it('takes none of a campaigner', async () => {
    await become(mima, 'per_mima', 'CAMPAIGNER');
    await expect(propose()).rejects.toThrow(/row-level security/);
  });

  it('takes no second one for the same days and group', async () => {
    await become(mima, 'per_mima');
    await propose();
    await expect(propose({ id: 'agr_2', starts_on: '2100-06-01', ends_on: '2100-07-01' })).rejects.toThrow(
      /overlap/,
    );
  });

  it.each([
    'purpose',
    'groups',
    'maximum_level',
    'starts_on',
    'ends_on',
    'partner_id',
    'organization_id',
    'signed_at',
    'version',
  ])('lets nobody change its %s', async (column) => {
    await become(mima, 'per_mima');
    await propose();
    await expect(client.query(`update members.agreement set ${column} = ${column}`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each([
    [
      'the proposer signs for the partner',
      mima,
      'per_mima',
      'ORG_ADMIN',
      `partner_signed_by = 'per_mima', partner_signed_at = now()`,
    ],
    [
      'a partner signs in another name',
      bicf,
      'per_bicf',
      'ORG_ADMIN',
      `partner_signed_by = 'per_boss', partner_signed_at = now()`,
    ],
    [
      'a party suspends for the other',
      bicf,
      'per_bicf',
      'ORG_ADMIN',
      `suspended_at = now(), suspended_by_organization = '${mima}'`,
    ],
    [
      'a party revokes for the other',
      bicf,
      'per_bicf',
      'ORG_ADMIN',
      `revoked_at = now(), revoked_by_organization = '${mima}'`,
    ],
    ['a version is replaced by none', mima, 'per_mima', 'ORG_ADMIN', 'replaced_at = now()'],
  ])('refuses when %s', async (_what, organization, person, roles, set) => {
    await become(mima, 'per_mima');
    await propose();
    await become(organization, person, roles);
    await expect(client.query(`update members.agreement set ${set}`)).rejects.toThrow(
      /itself|for good|resumes|later/,
    );
  });

  it.each([
    ['a third organisation', iom, 'ORG_ADMIN'],
    ['staff and admin of the coalition', seedId('Organization', 'nair'), 'ORG_ADMIN,COALITION_STAFF'],
    ['a campaigner of the partner', bicf, 'CAMPAIGNER'],
  ])('changes nothing for %s', async (_what, organization, roles) => {
    await become(mima, 'per_mima');
    await propose();
    await become(organization, 'per_x', roles);
    const { rowCount } = await client.query(
      `update members.agreement set revoked_at = now(), revoked_by_organization = '${organization}'`,
    );
    expect(rowCount).toBe(0);
  });

  it('lets the partner sign, and nobody take that back', async () => {
    await become(mima, 'per_mima');
    await propose();
    await become(bicf, 'per_bicf');
    const sign = `update members.agreement set partner_signed_by = 'per_bicf', partner_signed_at = now()`;
    expect((await client.query(sign)).rowCount).toBe(1);
    const takeBack = 'update members.agreement set partner_signed_by = null, partner_signed_at = null';
    await expect(client.query(takeBack)).rejects.toThrow(/itself, once/);
  });
});
