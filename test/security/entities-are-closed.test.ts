import pino from 'pino';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { publicViewer, type Viewer } from '../../shared/identity/viewer';
import { createSubgraph, type RunningSubgraph } from '../../shared/subgraph/create-subgraph';
import { subgraphs } from '../../subgraphs/registry';
import { claimsOf } from '../testkit/claims';
import { asAdministrator, databaseUrl, testSecret } from '../testkit/database';
import { refOf } from '../testkit/entity-refs';
import { permissionMatrix } from '../testkit/permission-matrix';

/** `_entities` enters the graph at the type, past every root field: the public must find it just as closed. */
describe.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('_entities of %s', (name, definition) => {
  let subgraph: RunningSubgraph;
  beforeAll(() => {
    const url = roleUrl(databaseUrl(), subgraphRole(name), testSecret);
    subgraph = createSubgraph(definition, { databaseUrl: url, logger: pino({ level: 'silent' }) });
  });
  afterAll(() => subgraph.close());

  const owned = Object.entries(definition.policy.tables).flatMap(([table, rule]) => {
    const entity = definition.entities.find(
      (candidate) => candidate.name.toLowerCase() === table.replaceAll('_', ''),
    );
    const isReachable = entity && Object.keys(definition.references).includes(entity.name);
    return isReachable && 'group' in rule ? [{ table, type: entity.name, group: rule.group }] : [];
  });

  it('has entities to try', () => {
    expect(owned.length).toBeGreaterThan(0);
  });

  it.each(owned)('gives the public exactly the PUBLIC rows of $table', async ({ table, type, group }) => {
    const found = await asAdministrator<{ organization: string; id: string; level: string }>(
      `select organization_id as organization, id, sharing_level as level from ${name}.${table}`,
      [],
      databaseUrl(),
    );
    const rows = found.map(({ organization, id, level }) => ({ ref: refOf(type, organization, id), level }));
    const seen = await resolve(
      subgraph,
      type,
      rows.map(({ ref }) => ref),
      publicViewer,
    );
    const isPublic = permissionMatrix
      .get(group)!
      .cells.PUBLIC.others.some(({ operations }) => operations.includes('r'));
    const open = isPublic ? rows.filter(({ level }) => level === 'PUBLIC').map(({ ref }) => ref) : [];
    expect(seen.sort()).toEqual(open.sort());
  });
});

async function resolve(
  subgraph: RunningSubgraph,
  type: string,
  ids: string[],
  viewer: Viewer,
): Promise<string[]> {
  const { data } = await subgraph.execute(
    {
      query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ref } } }`,
      variables: { representations: ids.map((ref) => ({ __typename: type, ref })) },
    },
    claimsOf({ viewer }),
  );
  const entities = (data?._entities ?? []) as ({ ref: string } | null)[];
  return entities.flatMap((entity) => (entity ? [entity.ref] : []));
}
