import { Pool } from 'pg';
import sql, { raw } from 'sql-template-tag';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { openSession } from '../../shared/database/session';
import { claimsOf } from '../testkit/claims';
import { databaseUrl, testSecret } from '../testkit/database';

it('keeps a bounded number of prepared statements on a connection, however many filters are combined', async () => {
  const pool = new Pool({
    connectionString: roleUrl(databaseUrl(), subgraphRole('members'), testSecret),
    max: 1,
  });
  const session = openSession(pool, claimsOf({ deadline: Date.now() + 60_000 }), {
    schema: 'members',
  });
  for (let index = 0; index < 700; index++) await session.rows(sql`select ${raw(`${index}`)} as n`);
  const [row] = await session.rows<{ kept: number }>(
    sql`select count(*)::int as kept from pg_prepared_statements`,
  );
  expect(row!.kept).toBeGreaterThan(100);
  // And the one that says who is asking.
  expect(row!.kept).toBeLessThanOrEqual(501);
  await session.commit();
  await pool.end();
});
