import { Client } from 'pg';
import { migratorRole, roleUrl, subgraphRole } from '../../shared/database/roles';
import { subgraphs } from '../../subgraphs/registry';
import { type BareDatabase, bareDatabase } from '../testkit/bare-database';
import { testSecret } from '../testkit/database';
import { openRowChecks } from '../testkit/row-security-check';

let database: BareDatabase;
beforeAll(async () => {
  database = await bareDatabase(subgraphs);
  for (const definition of subgraphs) await database.apply(definition);
});
afterAll(() => database.drop());

/** Rows of every table, asked for as the subgraph's own database role: the last guard must hold by itself. */
describe.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('row security of %s', (name, definition) => {
  let checks: Awaited<ReturnType<typeof openRowChecks>>;
  beforeAll(async () => {
    checks = await openRowChecks(database, name);
  });
  afterAll(() => checks.close());

  const guarded = Object.entries(definition.policy.tables).flatMap(([table, rule]) =>
    'group' in rule ? [{ table, group: rule.group }] : [],
  );

  it.each(guarded)('lets each viewer read and write of $table what the matrix says, and no more', async ({
    table,
    group,
  }) => {
    const { complaints, done, refused } = await checks.check(table, group);
    expect(complaints).toEqual([]);
    // A table that nobody reads, or everybody does, would make every comparison an empty one.
    expect({ done: done > 0, refused: refused > 0 }).toEqual({ done: true, refused: true });
  });
});

describe.each(subgraphs.map(({ name }) => name))('the database role of %s', (name) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole(name), testSecret) });
    await client.connect();
  });
  afterAll(() => client.end());

  it('cannot change who the viewer is, or become or read another', async () => {
    await expect(client.query(`select set_config('hub.roles', 'ORG_ADMIN', true)`)).rejects.toThrow(
      /permission denied/,
    );
    const others = subgraphs.filter((another) => another.name !== name);
    for (const another of others) {
      const [table] = Object.keys(another.policy.tables);
      await expect(client.query(`select 1 from ${another.name}.${table}`)).rejects.toThrow(
        /permission denied/,
      );
    }
    await expect(client.query(`set role ${migratorRole}`)).rejects.toThrow(/permission denied/);
  });
});
