import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { subgraphs } from '../../subgraphs/registry';
import { ownDatabase, testSecret } from '../testkit/database';
import { plantRows } from '../testkit/synthetic-rows';
import { tableSpreads } from '../testkit/table-conditions';

/** Every table that may be written, whoever adds it: each row written leaves one row in the log, with it or not at all. */
describe('the log', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await ownDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const written = subgraphs.flatMap(({ name: schema, policy }) =>
    Object.entries(policy.tables).flatMap(([table, rule]) =>
      'group' in rule && rule.writes && !rule.unlogged ? [{ schema, table, group: rule.group }] : [],
    ),
  );
  const logs = subgraphs.flatMap(({ name: schema }) =>
    ['audit_entry', 'audit_head'].map((table) => ({ schema, table })),
  );

  it.each(
    written,
  )('has one row for each row of $table in $schema that is written, in the same transaction', async ({
    schema,
    table,
    group,
  }) => {
    await plantRows(database.url, schema, table, {
      organization_id: ['org_mine'],
      person_id: ['per_me'],
      ...tableSpreads[`${schema}.${table}`],
    });
    // Parents and other rules of the table are not what is tried here.
    await client.query(`alter table ${schema}.${table} disable trigger all`);
    await client.query(`alter table ${schema}.${table} enable trigger log_write`);
    const before = await logged(schema);

    await client.query(`begin; set local hub.person = 'per_actor'; set local hub.organization = 'org_actor';
        set local hub.roles = 'ORG_ADMIN'; set local hub.request = 'the-request'`);
    const columns = await columnsOf(schema, table);
    const { rows } = await client.query<{ row: Record<string, string> }>(
      `delete from ${schema}.${table} t where ctid = (select min(ctid) from ${schema}.${table}) returning to_jsonb(t) as row`,
    );
    const { row } = rows[0]!;
    await client.query(
      `insert into ${schema}.${table} (${columns.join(', ')})
         select ${columns.join(', ')} from jsonb_populate_record(null::${schema}.${table}, $1)`,
      [row],
    );
    await client.query(
      `update ${schema}.${table} set ${columns.at(-1)} = ${columns.at(-1)} where ctid = (select max(ctid) from ${schema}.${table})`,
    );
    await client.query('set constraints all immediate');
    const rest = {
      owner: row.organization_id ?? 'org_actor',
      person: 'per_actor',
      actor: 'org_actor',
      roles: 'ORG_ADMIN',
      request: 'the-request',
      record: table,
      group,
      subjects: [row.id ?? row.subject_id ?? row.person_id],
    };
    expect((await logged(schema)).slice(before.length)).toEqual(
      ['d', 'c', 'u'].map((operation) => ({ ...rest, operation })),
    );
    await client.query('rollback');
    expect(await logged(schema)).toEqual(before);
  });

  it.each(logs)('cannot be touched in $table in $schema by the role of the subgraph', async ({
    schema,
    table,
  }) => {
    const runtime = new Client({ connectionString: roleUrl(database.url, subgraphRole(schema), testSecret) });
    await runtime.connect();
    try {
      for (const statement of [
        `insert into ${schema}.${table} select * from ${schema}.${table}`,
        `update ${schema}.${table} set organization_id = organization_id`,
        `delete from ${schema}.${table}`,
        `truncate ${schema}.${table}`,
        `alter table ${schema}.${table} disable trigger all`,
        `select ${schema}.log_append('org_x', 'r', 'g', 'R', '{}')`,
        `create trigger mine after insert on ${schema}.${table} for each row execute function ${schema}.log_write()`,
        'set role tahaluf_auditor',
      ]) {
        await expect(runtime.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await runtime.end();
    }
  });

  async function columnsOf(schema: string, table: string): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = ($1 || '.' || $2)::regclass
         and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [schema, table],
    );
    return rows.map(({ name }) => name);
  }

  async function logged(schema: string) {
    const { rows } = await client.query(
      `select organization_id as owner, person_id as person, actor_organization_id as actor, roles, request_id as request,
         record, group_name as "group", operation, subject_ids as subjects
       from ${schema}.audit_entry order by at, organization_id, sequence`,
    );
    return rows;
  }
});
