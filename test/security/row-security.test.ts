import { Client } from 'pg';
import { migratorRole, roleUrl, subgraphRole } from '../../shared/database/roles';
import { type Role, roles } from '../../shared/identity/viewer';
import type { GuardedTable } from '../../shared/permission/policy';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';
import { type OracleViewer, permits } from '../testkit/permission-oracle';
import { plantRows } from '../testkit/synthetic-rows';
import {
  conditionsOf,
  type PlantedRow,
  personalGroups,
  spreads,
  tableSpreads,
} from '../testkit/table-conditions';

const [mine, partner, other, gone] = ['org_mine', 'org_partner', 'org_other', 'org_gone'] as const;
const me = { organization: mine, person: 'per_me', hidden: [gone], records: ['key_mine'] };

/** Viewers of every kind; those of a group get its agreement or scope. */
const viewersFor = (group: string): Record<string, OracleViewer> => ({
  'the public': { organization: null, person: null, roles: [], hidden: [gone] },
  'the public with a link': {
    organization: null,
    person: null,
    roles: [],
    hidden: [gone],
    records: ['key_mine'],
  },
  ...each((role) => [role, { ...me, roles: [role] }]),
  ...each((role) => [`${role} with an agreement`, { ...me, roles: [role], partners: [partner, gone] }]),
  ...each((role) => [
    `${role} whose reading was narrowed`,
    { ...me, roles: [role], narrowed: [`${role}:${group}:r`] },
  ]),
  ...each((role) => [`${role} of an organisation that is not active`, { ...me, roles: [], dormant: [role] }]),
  ...each((role) => [
    `a tool granted by a ${role}`,
    { ...me, roles: [role], partners: [partner], tool: tool(`${group}:r`) },
  ]),
  'a tool with another scope': { ...me, roles, tool: tool('no.group:r') },
  'a tool that the organisation narrowed': {
    ...me,
    roles,
    tool: tool(`${group}:r`),
    narrowed: [`TOOL:${group}:r`],
  },
});

/** Rows of every table, asked for as the subgraph's own database role: the last guard must hold by itself. */
describe.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('row security of %s', (name, definition) => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await ownDatabase();
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole(name), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const guarded = Object.entries(definition.policy.tables).flatMap(([table, rule]) =>
    'group' in rule ? [{ table, group: rule.group, rule }] : [],
  );

  it.each(
    guarded,
  )('shows each viewer of $table what the matrix says, and lets them change no more', async (guard) => {
    const rows = await planted(guard.table);
    let shown = 0;
    for (const [who, viewer] of Object.entries(viewersFor(guard.group))) {
      const expected = rows.filter((row) => may('r', viewer, guard, row)).map(({ key }) => key);
      expect({ who, rows: await visible(guard.table, viewer) }).toEqual({ who, rows: expected });
      shown += expected.length;
      const tooMuch = (await changeable(guard, viewer, rows)).filter(
        ({ row, operations }) => !operations.some((operation) => may(operation, viewer, guard, row)),
      );
      expect({ who, tooMuch }).toEqual({ who, tooMuch: [] });
    }
    // A table that nobody reads would make every comparison above an empty one.
    expect(shown).toBeGreaterThan(0);
  });

  it('cannot change who the viewer is, write, or read another schema', async () => {
    await expect(client.query(`select set_config('hub.roles', 'ORG_ADMIN', true)`)).rejects.toThrow(
      /permission denied/,
    );
    for (const { table, rule } of guarded) {
      if (rule.writes?.delete) continue;
      await expect(client.query(`delete from ${name}.${table}`)).rejects.toThrow(/permission denied/);
    }
    const others = subgraphs.filter((another) => another.name !== name);
    for (const another of others) {
      const [table] = Object.keys(another.policy.tables);
      await expect(client.query(`select 1 from ${another.name}.${table}`)).rejects.toThrow(
        /permission denied/,
      );
    }
    await expect(client.query(`set role ${migratorRole}`)).rejects.toThrow(/permission denied/);
  });

  function may(
    operation: string,
    viewer: OracleViewer,
    { table, group }: { table: string; group: string },
    row: PlantedRow,
  ): boolean {
    const facts = {
      organization: personalGroups.has(group) ? null : (row.values.organization_id ?? null),
      level: row.values.sharing_level ?? null,
      holds: conditionsOf(`${name}.${table}`, row.values, viewer),
    };
    return permits(group, operation, viewer, facts);
  }

  /** Only made-up rows: whatever the seed data hold, every combination is there. */
  async function planted(table: string): Promise<PlantedRow[]> {
    await asAdministrator(
      `set session_replication_role = replica; delete from ${name}.${table}`,
      [],
      database.url,
    );
    await plantRows(database.url, name, table, {
      organization_id: [mine, partner, other, gone],
      ...spreads,
      ...tableSpreads[`${name}.${table}`],
    });
    const rows = await asAdministrator<{ values: PlantedRow['values']; key: string }>(
      `select to_jsonb(t) as values, md5(t::text) as key from ${name}.${table} t order by 2`,
      [],
      database.url,
    );
    expect(rows.length).toBeGreaterThan(0);
    return rows;
  }

  async function visible(table: string, viewer: OracleViewer): Promise<string[]> {
    return asViewer(viewer, table, async () => {
      const { rows } = await client.query<{ key: string }>(
        `select md5(t::text) as key from ${name}.${table} t order by 1`,
      );
      return rows.map(({ key }) => key);
    });
  }

  /** Rows that the viewer can update or delete, tried one by one and undone. */
  async function changeable(
    { table, rule }: { table: string; rule: GuardedTable },
    viewer: OracleViewer,
    rows: PlantedRow[],
  ) {
    const changed: { row: PlantedRow; operations: string[] }[] = [];
    for (const command of ['update', 'delete'] as const) {
      const operations = rule.writes?.[command];
      if (!operations) continue;
      const column = rule.updates?.[0] ?? Object.keys(rows[0]!.values)[0]!;
      const text =
        command === 'update'
          ? `update ${name}.${table} t set ${column} = ${column} where md5(t::text) = $1`
          : `delete from ${name}.${table} t where md5(t::text) = $1`;
      await asViewer(viewer, table, async () => {
        for (const row of rows) {
          await client.query('savepoint one');
          const count = await client.query(text, [row.key]).then(
            ({ rowCount }) => rowCount,
            () => 0,
          );
          await client.query('rollback to one');
          if (count) changed.push({ row, operations: [...operations] });
        }
      });
    }
    return changed;
  }

  async function asViewer<Result>(
    viewer: OracleViewer,
    table: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const rule = definition.policy.tables[table] as GuardedTable;
    const claims = {
      organization: viewer.organization ?? '',
      person: viewer.person ?? '',
      roles: viewer.tool ? '' : viewer.roles.join(),
      grantors: viewer.tool ? viewer.roles.join() : '',
      tool: viewer.tool?.key ?? '',
      scopes: viewer.tool?.scopes.join() ?? '',
      dormant: viewer.dormant?.join() ?? '',
      narrowed: viewer.narrowed?.join() ?? '',
      partners: viewer.partners?.map((id) => `${id}|${rule.group}`).join() ?? '',
      hidden: viewer.hidden?.join() ?? '',
      records: viewer.records?.join() ?? '',
    };
    const set = Object.entries(claims).map(([claim, value]) => `set local hub.${claim} = '${value}'`);
    await client.query(`begin; ${set.join('; ')}`);
    try {
      return await work();
    } finally {
      await client.query('rollback');
    }
  }
});

function each(make: (role: Role) => [string, OracleViewer]): Record<string, OracleViewer> {
  return Object.fromEntries(roles.map(make));
}

const tool = (scope: string) => ({ key: 'key_tool', scopes: [scope] });
