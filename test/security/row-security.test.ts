import { Client } from 'pg';
import { migratorRole, roleUrl, subgraphRole } from '../../shared/database/roles';
import { roles } from '../../shared/identity/viewer';
import { levelsFrom } from '../../shared/permission/policy';
import { seedId } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

/** Rows of every table, asked for as the subgraph's own database role: the last guard must hold by itself. */
describe.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('row security of %s', (name, definition) => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  const mima = seedId('Organization', 'mima');

  beforeAll(async () => {
    database = await ownDatabase();
    // Spread the levels that the group allows over the rows, so that each one is tried; child rows follow.
    for (const [table, rule] of Object.entries(definition.policy.tables)) {
      const isParent = await hasColumn(`${name}.${table}`, 'id', 'subject_id');
      if (!('group' in rule) || !isParent) continue;
      const { ceiling } = definition.policy.groups[rule.group]!;
      const wider = new Set(levelsFrom(ceiling).slice(1));
      const allowed = levelsFrom('PRIVATE').filter((level) => !wider.has(level));
      await asAdministrator(
        `update ${name}.${table} t set sharing_level = ($1::text[])[1 + n % $2::int]
         from (select id, row_number() over (partition by organization_id order by id)::int as n from ${name}.${table}) numbered
         where numbered.id = t.id`,
        [allowed, allowed.length],
        database.url,
      );
    }
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole(name), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const guarded = Object.entries(definition.policy.tables).flatMap(([table, rule]) =>
    'group' in rule ? [{ table, group: definition.policy.groups[rule.group]! }] : [],
  );

  it.each(guarded)('shows the public only PUBLIC rows of $table', async ({ table, group }) => {
    const all = await rowsOf(table);
    const expected = group.public ? all.filter((row) => row.level === 'PUBLIC') : [];
    expect(await visible(table, '', [])).toEqual(expected);
  });

  it.each(guarded)('shows each role what the policy says of $table', async ({ table, group }) => {
    const all = await rowsOf(table);
    for (const role of roles) {
      const levels = group.others?.roles.includes(role) ? levelsFrom(group.others.from) : [];
      const expected = all.filter(
        ({ owner, level }) =>
          (group.public && level === 'PUBLIC') ||
          (owner !== mima && (levels as string[]).includes(level)) ||
          (owner === mima && group.own.includes(role)),
      );
      expect({ role, rows: await visible(table, mima, [role]) }).toEqual({ role, rows: expected });
    }
  });

  it('cannot change who the viewer is, write, or read another schema', async () => {
    await expect(client.query(`select set_config('hub.roles', 'ORG_ADMIN', true)`)).rejects.toThrow(
      /permission denied/,
    );
    for (const { table } of guarded) {
      await expect(client.query(`delete from ${name}.${table}`)).rejects.toThrow(/permission denied/);
    }
    const others = subgraphs.filter((other) => other.name !== name);
    for (const other of others) {
      const [table] = Object.keys(other.policy.tables);
      await expect(client.query(`select 1 from ${other.name}.${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(client.query(`set role ${migratorRole}`)).rejects.toThrow(/permission denied/);
  });

  async function rowsOf(table: string) {
    const rows = await asAdministrator<VisibleRow>(visibleRows(table), [], database.url);
    expect(rows.length).toBeGreaterThan(0);
    return rows;
  }

  async function visible(table: string, organization: string, held: string[]): Promise<VisibleRow[]> {
    await client.query(
      `begin; set local hub.organization = '${organization}'; set local hub.roles = '${held.join(',')}'`,
    );
    const { rows } = await client.query<VisibleRow>(visibleRows(table));
    await client.query('commit');
    return rows;
  }

  interface VisibleRow {
    readonly owner: string;
    readonly level: string;
    readonly row: string;
  }

  const visibleRows = (table: string) =>
    `select organization_id as owner, sharing_level as level, md5(t::text) as row from ${name}.${table} t order by 3`;

  async function hasColumn(table: string, column: string, unlike: string): Promise<boolean> {
    const [row] = await asAdministrator<{ found: boolean }>(
      `select count(*) filter (where attname = $2) = 1 and count(*) filter (where attname = $3) = 0 as found
       from pg_attribute where attrelid = $1::regclass and attnum > 0`,
      [table, column, unlike],
      database.url,
    );
    return row!.found;
  }
});
