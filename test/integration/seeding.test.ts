import { prepareDatabase } from '../../gateway/start/prepare-database';
import { seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

describe('preparing a database that people use', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  beforeAll(async () => {
    database = await ownDatabase();
  });
  afterAll(() => database.drop());

  const again = (demo = true) =>
    prepareDatabase({ adminUrl: database.url, subgraphs, secret: testSecret, demo });
  const sql = <Row extends object>(text: string, values: unknown[] = []) =>
    asAdministrator<Row>(text, values, database.url);

  it('changes nothing when nothing is new', async () => {
    const before = await fingerprints(sql);
    await again();
    expect(await fingerprints(sql)).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(10);
  });

  it('keeps what people edited, and what they deleted stays deleted', async () => {
    const edited = seedId('Organization', 'mima');
    const deleted = seedId('Organization', 'unhcr');
    await sql(`update members.organization set acronym = 'edited' where id = $1`, [edited]);
    await sql('delete from members.organization where id = $1', [deleted]);
    await again();
    const rows = await sql<{ id: string; acronym: string }>(
      'select id, acronym from members.organization where id = any($1)',
      [[edited, deleted]],
    );
    expect(rows).toEqual([{ id: edited, acronym: 'edited' }]);
  });

  it('gives new rows under an edited parent its level of today, and leaves out those of a parent that is gone', async () => {
    const narrowed = seedId('Organization', 'mima');
    const gone = seedId('Organization', 'iom-morocco');
    await sql(`update members.organization set sharing_level = 'PRIVATE' where id = $1`, [narrowed]);
    await sql('delete from members.organization where id = $1', [gone]);
    // As if the next version of the seed brought the officials.
    await sql('delete from members.official');
    await sql(`delete from members.seed_row where id like 'ofc_%'`);
    await again();
    const officials = await sql<{ about: string; level: string }>(
      'select subject_id as about, sharing_level as level from members.official where subject_id = any($1)',
      [[narrowed, gone]],
    );
    expect(officials).toEqual([{ about: narrowed, level: 'PRIVATE' }]);
  });

  it('takes made-up people away with all that they opened, once the hub is used in earnest', async () => {
    const admin = demoPersonId('mima', 'ORG_ADMIN');
    const person = demoPersonId('mima', 'VIEWER');
    const mima = seedId('Organization', 'mima');
    await sql(`
insert into members.invitation (organization_id, id, email, roles, first_admin, link_key, invited_by)
  values ('${mima}', 'inv_demo', 'x@example.org', '{ORG_ADMIN}', true, 'k', '${admin}');
insert into members.role_proposal (organization_id, id, person_id, role, proposed_by)
  values ('${mima}', 'rpr_demo', '${person}', 'CASEWORKER', '${admin}');
insert into members.recovery_request (organization_id, id, kind, email, email_keys, reason, requested_by)
  values ('${mima}', 'rcv_demo', 'LOST_FACTOR', 'x@example.org', '{}', 'x', '${admin}');
insert into members.api_client (organization_id, id, name, created_by) values ('${mima}', 'cli_demo', 'x', '${admin}');
insert into members.api_key (organization_id, id, client_id, key_hash, prefix, scopes, granted_by, expires_at)
  values ('${mima}', 'key_demo', 'cli_demo', 'h', 'thk_x', '{}', '${admin}', now() + interval '1 day')`);
    await again(false);
    const left = await sql<{ left: number }>(
      `select (select count(*) from members.person) + (select count(*) from members.invitation)
        + (select count(*) from members.role_proposal) + (select count(*) from members.recovery_request)
        + (select count(*) from members.notice) + (select count(*) from members.colleague)
        + (select count(*) from members.api_key) as left`,
    );
    expect(Number(left[0]!.left)).toBe(0);
  });

  it('takes back what a policy of before had granted, down to single columns', async () => {
    const granted = () =>
      sql(
        `select grantee, column_name, privilege_type from information_schema.column_privileges
         where table_schema = 'members' and table_name = 'person' and grantee like 'tahaluf%' order by 1, 2, 3`,
      );
    const before = await granted();
    await sql(
      'grant update (name) on members.person to tahaluf_identity; grant delete, truncate on members.person to tahaluf_members',
    );
    expect(await granted()).not.toEqual(before);
    await sql(`comment on schema members is 'row security of an older version'`);
    await again();
    expect(before).toContainEqual({
      grantee: 'tahaluf_identity',
      column_name: 'disabled_at',
      privilege_type: 'SELECT',
    });
    expect(await granted()).toEqual(before);
  });

  it('puts the policies in place again when the policy table was another one', async () => {
    await sql('drop policy visible on members.organization');
    await sql(`comment on schema members is 'row security of an older version'`);
    await again();
    const [policy] = await sql<{ count: number }>(
      `select count(*)::int as count from pg_policies where schemaname = 'members' and tablename = 'organization' and policyname = 'visible'`,
    );
    expect(policy).toEqual({ count: 1 });
  });
});

type Query = <Row extends object>(text: string) => Promise<Row[]>;

/** A hash of the content of every table of every subgraph. */
async function fingerprints(sql: Query): Promise<Record<string, string | null>> {
  const tables = await sql<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  // In one statement: a connection for each table would be more than the server has.
  const hashes = tables.map(
    ({ name }) =>
      `select '${name}' as name, (select md5(string_agg(t::text, '|' order by t::text)) from ${name} t) as hash`,
  );
  const rows = await sql<{ name: string; hash: string | null }>(hashes.join(' union all '));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
