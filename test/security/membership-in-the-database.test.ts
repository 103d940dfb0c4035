import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { seedId } from '../../shared/schema/type-id';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const nair = seedId('Organization', 'nair');
const entry = seedId('Organization', 'unhcr');

/** As the subgraph's own database role: only staff admit, and nobody makes their own organisation active. */
describe('the database, of memberships', () => {
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

  const become = (organization: string, roles: string, more = '') =>
    client.query(
      `set local hub.organization = '${organization}'; set local hub.person = 'per_x'; set local hub.roles = '${roles}'; ${more}`,
    );
  const asStaff = () => become(nair, 'COALITION_STAFF');
  const asPublic = (records = '') =>
    client.query(
      `set local hub.organization = ''; set local hub.person = ''; set local hub.roles = ''; set local hub.records = '${records}'`,
    );
  const setStatus = (id: string, status: string) =>
    client.query('update members.membership set status = $1 where id = $2', [status, id]);
  const apply = (organization = entry, changes: Record<string, unknown> = {}) => {
    const row: Record<string, unknown> = {
      organization_id: organization,
      id: 'apl_1',
      status: 'APPLIED',
      is_entry: true,
      name: '{"en": "x", "ar": "x"}',
      kind: 'NGO',
      country: 'US',
      description: '{"en": "x"}',
      contact_name: 'x',
      contact_email: 'x',
      reason: 'x',
      link_key: 'key',
      ...changes,
    };
    return client.query(
      `insert into members.application (${Object.keys(row).join()}) values (${Object.keys(row)
        .map((_, n) => `$${n + 1}`)
        .join()})`,
      Object.values(row),
    );
  };
  const review = () =>
    client.query(`update members.application set status = 'UNDER_REVIEW' where id = 'apl_1'`);
  const insertMembership = (id: string) =>
    client.query(`insert into members.membership (organization_id, id, status) values ($1, $1, 'ACTIVE')`, [
      id,
    ]);

  it.each([
    'SUSPENDED',
    'LEFT',
  ])('lets nobody make their own organisation active again when it is %s', async (status) => {
    await client.query('rollback');
    await asAdministrator(
      'update members.membership set status = $1 where id = $2',
      [status, mima],
      database.url,
    );
    await client.query('begin');
    await become(mima, '', `set local hub.dormant = 'ORG_ADMIN'`);
    await expect(setStatus(mima, 'ACTIVE')).rejects.toThrow(/does not change|row-level security/);
    await client.query('rollback');
    await asAdministrator(
      `update members.membership set status = 'ACTIVE' where id = $1`,
      [mima],
      database.url,
    );
    await client.query('begin');
  });

  it('lets staff suspend and take back a member, also while it is hidden', async () => {
    await asStaff();
    expect((await setStatus(mima, 'SUSPENDED')).rowCount).toBe(1);
    await client.query(`set local hub.hidden = '${mima}'`);
    expect((await setStatus(mima, 'ACTIVE')).rowCount).toBe(1);
  });

  it.each([
    ['an admin of its own suspends it', mima, 'ORG_ADMIN', 'SUSPENDED', /does not change|row-level/],
    ['staff make it leave', nair, 'COALITION_STAFF', 'LEFT', /does not change/],
    ['staff call themselves so elsewhere', bicf, 'COALITION_STAFF', 'SUSPENDED', null],
    ['an admin of the coalition suspends it', nair, 'ORG_ADMIN', 'SUSPENDED', null],
  ])('changes nothing when %s', async (_what, organization, roles, status, refused) => {
    await become(organization, roles);
    if (refused) await expect(setStatus(mima, status)).rejects.toThrow(refused);
    else expect((await setStatus(mima, status).catch(() => ({ rowCount: 0 }))).rowCount).toBe(0);
  });

  it('never lets the coalition itself go', async () => {
    await become(nair, 'ORG_ADMIN,COALITION_STAFF');
    await expect(setStatus(nair, 'LEFT')).rejects.toThrow(/check constraint|row-level/);
  });

  it('makes a member of an organisation under review only, by staff only', async () => {
    await asStaff();
    await client.query('savepoint before');
    await expect(insertMembership(entry)).rejects.toThrow(/does not change/);
    await client.query('rollback to before');
    await apply();
    await review();
    await become(mima, 'ORG_ADMIN');
    await client.query('savepoint reviewed');
    await expect(insertMembership(entry)).rejects.toThrow(/does not change|row-level/);
    await client.query('rollback to reviewed');
    await asStaff();
    expect((await insertMembership(entry)).rowCount).toBe(1);
  });

  it('hands over the entry under review, and no other', async () => {
    await asStaff();
    const handOver = (id: string, to: string) =>
      client.query('update members.organization set organization_id = $2 where id = $1', [id, to]);
    await client.query('savepoint before');
    await expect(handOver(entry, entry)).rejects.toThrow(/row-level/);
    await client.query('rollback to before');
    await apply();
    await review();
    await client.query('savepoint reviewed');
    await expect(handOver(entry, mima)).rejects.toThrow(/row-level/);
    await client.query('rollback to reviewed');
    await expect(handOver(mima, entry).then(({ rowCount }) => rowCount)).resolves.toBe(0);
    expect((await handOver(entry, entry)).rowCount).toBe(1);
  });

  it.each([
    ['admitted', { status: 'ADMITTED' }],
    ['under review', { status: 'UNDER_REVIEW' }],
    ['decided', { decided_at: new Date() }],
  ])('takes no application that says it is %s', async (_what, changes) => {
    await asPublic();
    await expect(apply(entry, changes)).rejects.toThrow(/does not change|row-level/);
  });

  it('shows an application to whoever holds its link, who changes it before the review and decides nothing', async () => {
    await asPublic();
    await apply();
    const seen = async () => (await client.query('select from members.application')).rowCount;
    expect(await seen()).toBe(0);
    await asPublic('key');
    expect(await seen()).toBe(1);
    const set = (change: string) => client.query(`update members.application set ${change}`);
    expect((await set(`reason = 'y'`)).rowCount).toBe(1);
    for (const change of [`status = 'UNDER_REVIEW'`, `status = 'ADMITTED'`, `decision_reason = 'x'`]) {
      await client.query('savepoint before');
      await expect(set(change)).rejects.toThrow(/does not change/);
      await client.query('rollback to before');
    }
    await asStaff();
    await client.query('savepoint before');
    await expect(set(`reason = 'z', status = 'UNDER_REVIEW'`)).rejects.toThrow(/does not change/);
    await client.query('rollback to before');
    await review();
    await asPublic('key');
    await expect(set(`reason = 'w'`)).rejects.toThrow(/does not change/);
  });

  it('keeps the history from being written in another name', async () => {
    await asStaff();
    await expect(
      client.query(
        `insert into members.membership_change (organization_id, id, status, decided_by) values ($1, 'mch_1', 'SUSPENDED', 'per_other')`,
        [mima],
      ),
    ).rejects.toThrow(/row-level/);
  });

  it('keeps credits in step with names, and from being written by hand', async () => {
    await asStaff();
    await expect(client.query(`update members.organization_credit set acronym = 'X'`)).rejects.toThrow(
      /permission denied/,
    );
    await client.query('rollback');
    await asAdministrator(
      `update members.organization set acronym = 'NEW' where id = $1`,
      [mima],
      database.url,
    );
    const [credit] = await asAdministrator<{ acronym: string }>(
      'select acronym from members.organization_credit where id = $1',
      [mima],
      database.url,
    );
    expect(credit).toEqual({ acronym: 'NEW' });
    await client.query('begin');
  });
});
