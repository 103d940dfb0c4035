import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { seedId } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');

/** As the subgraphs' own database roles: widening takes two people or three days, whatever the program does. */
describe.each(subgraphs.map(({ name }) => name))('the database, of sharing policies in %s', (schema) => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await ownDatabase();
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole(schema), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  const become = (person: string, roles = 'ORG_ADMIN', organization = mima, narrowed = '') =>
    client.query(
      `set local hub.organization = '${organization}'; set local hub.person = '${person}'; set local hub.roles = '${roles}'; set local hub.narrowed = '${narrowed}'`,
    );
  const set = (level: string, cap: string, id = 'shv_1', group = 'campaign.summary') =>
    client.query(
      `insert into ${schema}.sharing_version (organization_id, id, group_name, level, cap, version, state, widens, proposed_by, effective_at, decided_by)
       values ('${mima}', $1, $2, $3, $4, 1, 'IN_FORCE', false, 'somebody', now() - interval '1 year', 'else')`,
      [id, group, level, cap],
    );
  const states = async () =>
    (await client.query(`select state from ${schema}.sharing_version order by version`)).rows.map(
      ({ state }) => state,
    );
  const enact = (id = 'shv_1') =>
    client.query(`update ${schema}.sharing_version set state = 'IN_FORCE' where id = $1`, [id]);

  it('puts a narrowing in force, whatever the row says', async () => {
    await become('one');
    await set('PRIVATE', 'PRIVATE');
    expect(await states()).toEqual(['IN_FORCE']);
  });

  it('makes a widening a proposal, whatever the row says', async () => {
    await become('one');
    await set('PUBLIC', 'PUBLIC');
    expect(await states()).toEqual(['PROPOSED']);
    await expect(enact()).rejects.toThrow(/second person/);
  });

  it('lets a second admin approve it, and nobody else', async () => {
    await become('one');
    await set('PUBLIC', 'PUBLIC');
    await become('two', 'CAMPAIGNER,VIEWER');
    expect((await enact()).rowCount).toBe(0);
    await become('two', 'ORG_ADMIN', seedId('Organization', 'bicf'));
    expect((await enact()).rowCount).toBe(0);
    await become('two');
    expect((await enact()).rowCount).toBe(1);
    expect(await states()).toEqual(['IN_FORCE']);
  });

  it('lets nobody approve it from whom the organisation took that', async () => {
    await become('one');
    await set('PUBLIC', 'PUBLIC');
    await become('two', 'ORG_ADMIN', mima, 'ORG_ADMIN:org.policy:s');
    await expect(enact()).rejects.toThrow(/row-level security/);
  });

  it('does not forget what was in force', async () => {
    await become('one');
    await set('PRIVATE', 'PRIVATE');
    await expect(client.query(`update ${schema}.sharing_version set state = 'REPLACED'`)).rejects.toThrow(
      /does not change/,
    );
  });

  it.each([
    'level',
    'cap',
    'effective_at',
    'proposed_by',
    'widens',
  ])('lets nobody change its %s', async (column) => {
    await become('one');
    await set('PUBLIC', 'PUBLIC');
    await expect(client.query(`update ${schema}.sharing_version set ${column} = ${column}`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each([
    ['above the ceiling', 'PRIVATE', 'PUBLIC', 'campaign.internal'],
    ['above its cap', 'PUBLIC', 'PRIVATE', 'campaign.summary'],
    ['of a group that is not here', 'PRIVATE', 'PRIVATE', 'no.group'],
  ])('takes none %s', async (_what, level, cap, group) => {
    await become('one');
    await expect(set(level, cap, 'shv_1', group)).rejects.toThrow(/could be in force/);
  });

  it('holds rows under the cap', async () => {
    await asAdministrator(
      `insert into ${schema}.sharing_version (organization_id, id, group_name, level, cap, version, state, widens, proposed_by, effective_at)
       values ($1, 'shv_cap', 'report.figure', 'PRIVATE', 'PRIVATE', 1, 'IN_FORCE', false, 'x', now()) on conflict do nothing`,
      [mima],
      database.url,
    );
    await asAdministrator(
      `update ${schema}.figure set sharing_level = 'PRIVATE' where organization_id = $1`,
      [mima],
      database.url,
    );
    await become('one');
    const widen = `update ${schema}.figure set sharing_level = 'PUBLIC' where organization_id = '${mima}'`;
    const [counted] = (
      await client.query(`select count(*)::int as n from ${schema}.figure where organization_id = '${mima}'`)
    ).rows;
    if (counted.n > 0) await expect(client.query(widen)).rejects.toThrow(/wider than its organisation/);
    else expect((await client.query(widen)).rowCount).toBe(0);
  });
});
