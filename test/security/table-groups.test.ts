import { subgraphs } from '../../subgraphs/registry';
import { readCatalog } from '../canary/world/catalog';
import { databaseUrl } from '../testkit/database';
import { permissionMatrix } from '../testkit/permission-matrix';
import { groupOfTable } from '../testkit/table-groups';

const tables = () =>
  readCatalog(
    databaseUrl(),
    subgraphs.map(({ name }) => name),
  );

it('every table is in a group of the matrix by its column "holds", or closed', async () => {
  const found = await tables();
  expect(found.length).toBeGreaterThan(60);
  const unknown = found.filter(({ name }) => {
    const group = groupOfTable(name);
    return group === undefined || (group !== null && !permissionMatrix.has(group));
  });
  expect(unknown.map(({ name }) => name)).toEqual([]);
});

it('the policies put each table into the group that the matrix says', async () => {
  const said = (await tables()).map(({ name }) => {
    const [schema, table] = name.split('.') as [string, string];
    const rule = subgraphs.find((subgraph) => subgraph.name === schema)!.policy.tables[table];
    return [name, rule && 'group' in rule ? rule.group : null];
  });
  expect(said).toEqual(said.map(([name]) => [name, groupOfTable(name!)]));
});
