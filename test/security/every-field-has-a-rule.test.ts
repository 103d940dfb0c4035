import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { loggedTypes } from '../../shared/audit/logged-reads';
import { rightOf } from '../../shared/permission/may-touch';
import { buildGuardedSchema } from '../../shared/schema/build-subgraph-schema';
import { subgraphs } from '../../subgraphs/registry';

/** The federation's own fields; `_Service` and `_entities` answer nobody but the gateway. */
const federation = new Set(['Query._service', 'Query._entities', '_Service.sdl']);

describe.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (_name, subgraph) => {
  const schema = buildGuardedSchema(subgraph).guarded;
  const ruled = Object.entries(subgraph.policy.fields).flatMap(([type, groups]) =>
    Object.entries(groups).flatMap(([group, fields]) =>
      fields.map((field) => ({ path: `${type}.${field}`, group })),
    ),
  );

  it('gives every field of the schema exactly one permission group', () => {
    expect(ruled.map(({ path }) => path).sort()).toEqual(
      fieldsOf(schema)
        .filter((path) => !federation.has(path))
        .sort(),
    );
  });

  it('names only groups that it defines', () => {
    const groups = new Set([...Object.keys(subgraph.policy.groups), 'open']);
    expect(ruled.filter(({ group }) => !groups.has(rightOf(group).group))).toEqual([]);
  });

  it('leaves only value types, connections, stubs, payload-free reference data open', () => {
    const open = ruled.filter(({ group }) => group === 'open').map(({ path }) => path.split('.')[0]!);
    const entities = new Set(Object.keys(subgraph.references).filter((type) => guarded(type).size > 0));
    // An entity of this subgraph has open fields only as a stub: `ref`, which clients cannot select.
    const wronglyOpen = ruled.filter(
      ({ path, group }) => group === 'open' && entities.has(path.split('.')[0]!) && !path.endsWith('.ref'),
    );
    expect(wronglyOpen).toEqual([]);
    expect(open.length).toBeGreaterThan(0);
  });

  it('leads from every field of an audited group to records whose reading is logged', () => {
    const logged = loggedTypes(subgraph.policy);
    const leadsTo = (type: string, seen: readonly string[] = []): boolean => {
      if (logged.has(type)) return true;
      const found = schema.getType(type);
      // What has no id is no record but a way to some: a connection, a part of the log.
      return (
        isObjectType(found) &&
        !('id' in found.getFields()) &&
        !seen.includes(type) &&
        Object.values(found.getFields()).some((field) =>
          leadsTo(getNamedType(field.type).name, [...seen, type]),
        )
      );
    };
    const unlogged = ruled.filter(({ path, group }) => {
      const [type = '', field = ''] = path.split('.');
      const isAudited = subgraph.policy.groups[rightOf(group).group]?.audited ?? false;
      if (!isAudited || logged.has(type) || type === 'Mutation') return false;
      const owner = schema.getType(type) as GraphQLObjectType;
      return !leadsTo(getNamedType(owner.getFields()[field]!.type).name);
    });
    expect(unlogged).toEqual([]);
  });

  it('describes every type, field, argument and input', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  function guarded(type: string) {
    const groups = Object.keys(subgraph.policy.fields[type] ?? {});
    return new Set(groups.filter((group) => group !== 'open'));
  }
});

function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}

function undescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getFields' in type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      if (!field.description) missing.push(`${type.name}.${field.name}`);
      if (!('args' in field)) continue;
      for (const argument of field.args) {
        if (!argument.description) missing.push(`${type.name}.${field.name}(${argument.name})`);
      }
    }
  }
  return missing;
}
