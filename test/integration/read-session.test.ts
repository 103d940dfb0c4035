import { Pool } from 'pg';
import sql, { raw } from 'sql-template-tag';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { openSession, type Session } from '../../shared/database/session';
import { claimsOf, viewerOf } from '../testkit/claims';
import { asAdministrator, databaseUrl, testSecret } from '../testkit/database';

const viewer = viewerOf({ personId: 'per_1', organizationId: 'org_1', roles: ['VIEWER'] });
const who = sql`select hub.viewer_person() as person, hub.claims('roles') as roles`;

describe('a session that reads', () => {
  let pool: Pool;
  let told: string[];
  let session: Session;
  beforeAll(() => {
    pool = new Pool({
      connectionString: roleUrl(databaseUrl(), subgraphRole('members'), testSecret),
      max: 1,
    });
    pool.on('error', () => {});
  });
  afterAll(() => pool.end());
  beforeEach(() => {
    told = [];
    session = sessionWithin(20_000);
  });

  const sessionWithin = (milliseconds: number) =>
    openSession(pool, claimsOf({ viewer, deadline: Date.now() + milliseconds }), {
      schema: 'members',
      observe: (kind) => told.push(kind),
    });

  it('asks what is wanted at the same time in one message, each as the viewer', async () => {
    const [first, second] = await Promise.all([
      session.rows(who),
      session.rows(sql`select ${[1, 2]}::int[] as n`),
    ]);
    expect(first).toEqual([{ person: 'per_1', roles: ['VIEWER'] }]);
    expect(second).toEqual([{ n: [1, 2] }]);
    expect(await session.rows(who)).toEqual(first);
    expect(told).toEqual(['open', 'query', 'query', 'open', 'query']);
  });

  it('leaves nothing of the viewer on the connection', async () => {
    await session.rows(who);
    const { rows } = await pool.query(
      `select current_setting('hub.person', true) as person, current_setting('hub.opened', true) as opened,
        current_setting('statement_timeout') as patience, current_setting('transaction_read_only') as reads`,
    );
    expect(rows).toEqual([{ person: '', opened: '', patience: '0', reads: 'off' }]);
  });

  it('knows the links that were shown, from then on', async () => {
    await session.present('a-link');
    expect(await session.rows(sql`select hub.viewer_records() as shown`)).toEqual([{ shown: ['a-link'] }]);
  });

  it('cannot write', async () => {
    await expect(session.rows(sql`delete from members.application`)).rejects.toMatchObject({ code: '25006' });
  });

  it('is nobody else by an expression that claims to be', async () => {
    const claim = sql`select hub.open_to_read('{"person": "per_2", "roles": "ORG_ADMIN"}', 1000)`;
    await expect(session.rows(claim)).rejects.toMatchObject({ code: '42501' });
  });

  it('fails altogether with one of its statements, and the connection serves the next', async () => {
    const failing = Promise.allSettled([session.rows(sql`select 1 / ${0}::int as n`), session.rows(who)]);
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(session.rows(who)).rejects.toMatchObject({ code: '22012' });
    const [{ pid: before }] = (await pool.query('select pg_backend_pid() as pid')).rows;
    // What did not get that far is prepared now, though its message was sent before.
    expect(await sessionWithin(20_000).rows(sql`select 1 / ${2}::int as n`)).toEqual([{ n: 0 }]);
    expect((await pool.query('select pg_backend_pid() as pid')).rows).toEqual([{ pid: before }]);
  });

  it('reads by another connection when the one it has is dead', async () => {
    const [{ pid }] = (await pool.query('select pg_backend_pid() as pid')).rows;
    await asAdministrator(`select pg_terminate_backend(${pid})`);
    expect(await session.rows(who)).toHaveLength(1);
  });

  it('ends a statement that takes longer than the request may', async () => {
    const late = sessionWithin(300);
    await expect(late.rows(sql`select ${raw('pg_sleep(5)')}`)).rejects.toMatchObject({
      code: 'SUBGRAPH_TIMEOUT',
    });
  });
});
