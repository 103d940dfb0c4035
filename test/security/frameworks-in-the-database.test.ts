import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { seedId } from '../../shared/schema/type-id';
import { ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');
const campaign = seedId('Campaign', 'mima-nali');
const line = 'mima-nali/r1';
const result = seedId('Result', line);
const indicator = seedId('Indicator', line);
const period = seedId('IndicatorPeriod', line);

/** As the subgraph's own database role: whatever the program does. */
describe('the database, of what campaigns reach', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await ownDatabase();
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole('campaigns'), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  const begin = () =>
    client.query(
      `begin; set local hub.organization = '${mima}'; set local hub.person = 'per_me'; set local hub.roles = 'CAMPAIGNER'`,
    );
  beforeEach(begin);
  afterEach(() => client.query('rollback'));

  const attempt = (statement: string) =>
    client.query(statement).then(
      ({ rowCount }) => rowCount,
      (error: Error) => error.message,
    );
  const child = `'${mima}', 'COALITION_SUMMARY'`;
  const addPeriod = (start: string, end: string) => `
insert into campaigns.indicator_period (organization_id, sharing_level, subject_id, id, position, starts_on, ends_on)
values (${child}, '${indicator}', 'ipd_new', 1, '${start}', '${end}')`;
  const correct = `
insert into campaigns.indicator_correction (organization_id, sharing_level, subject_id, position, qualifier, reason)
values (${child}, '${period}', 0, 'EXACT', '{}')`;
  const change = (set: string) => `update campaigns.indicator_period set ${set} where id = '${period}'`;

  it('two periods of an indicator share no day', async () => {
    expect(await attempt(addPeriod('2025-12-31', '2026-12-31'))).toBe('PERIODS_OVERLAP');
  });

  it('periods that stand beside each other are taken', async () => {
    expect(await attempt(addPeriod('2026-01-01', '2026-12-31'))).toBe(1);
  });

  it.each([
    ['a result', `update campaigns.result set type = 'IMPACT' where id = '${result}'`],
    ['an indicator', `update campaigns.indicator set ascending = false where id = '${indicator}'`],
    ['a target', change('target_value = 1')],
    ['an actual figure', change('actual_value = 1')],
    ['the days', change(`starts_on = '2024-01-01'`)],
    ['its periods', `delete from campaigns.indicator_period where id = '${period}'`],
    ['more periods', addPeriod('2026-01-01', '2026-12-31')],
  ])('%s may change until the campaign is over', async (_what, statement) => {
    expect(await attempt(statement)).toBe(1);
    await client.query('rollback');
    await begin();
    await client.query(`update campaigns.campaign set status = 'COMPLETED' where id = '${campaign}'`);
    expect(await attempt(statement)).toBe('INVALID_STATE');
  });

  it('afterwards an actual figure changes with a reason, and nothing else does', async () => {
    await client.query(`update campaigns.campaign set status = 'COMPLETED' where id = '${campaign}'`);
    expect(await attempt(correct)).toBe(1);
    expect(await attempt(change('actual_value = 20'))).toBe(1);
    expect(
      await attempt(`update campaigns.indicator set version = version + 1 where id = '${indicator}'`),
    ).toBe(1);
    expect(await attempt(change('actual_value = 20, target_value = 20'))).toBe('INVALID_STATE');
  });
});
