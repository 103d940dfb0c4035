import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { clientSchema } from '../testkit/schema-arguments';

type Field = GraphQLField<unknown, unknown>;

/**
 * For each list at the root, a document that asks for every record its rows point at in three ways: by what it is, by
 * its id, and by fields that may be null or that other subgraphs add. Whether it is there must not depend on the way.
 */
export function pointerDocuments(): {
  readonly list: string;
  readonly query: string;
  readonly pointers: string[];
}[] {
  const lists = Object.values(clientSchema.getQueryType()!.getFields()).filter(
    ({ type, args }) =>
      getNamedType(type).name.endsWith('Connection') &&
      !args.some((argument) => isRequiredArgument(argument)),
  );
  return lists.flatMap(({ name, type }) => {
    const nodes = (getNamedType(type) as GraphQLObjectType).getFields().nodes!;
    const row = getNamedType(nodes.type) as GraphQLObjectType;
    const pointers = Object.values(row.getFields()).filter(leadsToRecord);
    const asked = pointers.flatMap((field) =>
      ways(field).map((way, n) => `${field.name}${n}: ${field.name} { ${way} }`),
    );
    if (pointers.length === 0) return [];
    return [
      {
        list: name,
        query: `{ ${name}(first: 30) { nodes { ${asked.join(' ')} } } }`,
        pointers: pointers.map((field) => field.name),
      },
    ];
  });
}

const leadsToRecord = ({ type, args }: Field) => {
  const named = getNamedType(type);
  return (
    isObjectType(named) && 'id' in named.getFields() && !args.some((argument) => isRequiredArgument(argument))
  );
};

function ways({ type }: Field): string[] {
  const fields = Object.values((getNamedType(type) as GraphQLObjectType).getFields());
  const nullable = fields.filter(
    (field) => !isNonNullType(field.type) && isLeafType(getNamedType(field.type)),
  );
  const added = fields.filter(({ type: answered }) => getNamedType(answered).name.endsWith('Connection'));
  return [
    'id',
    '__typename',
    ...nullable.slice(0, 1).map(({ name }) => name),
    ...added.slice(0, 1).map(({ name }) => `${name}(first: 1) { pageInfo { hasNextPage } }`),
  ];
}

/** How each pointer of each row was answered: asked for by id, and in the other ways. */
export function waysOfPointers(rows: readonly Record<string, unknown>[], pointers: readonly string[]) {
  return rows.flatMap((row) =>
    pointers.map((pointer) => {
      const [byId, ...others] = [0, 1, 2, 3]
        .map((n) => `${pointer}${n}`)
        .filter((name) => name in row)
        .map((name) => presence(row[name]));
      return { pointer, byId, others, isThere: byId !== 'nothing' };
    }),
  );
}

/** Whether it is there, and of a list how many are. */
function presence(answer: unknown): string {
  if (answer === null || answer === undefined) return 'nothing';
  return Array.isArray(answer) ? answer.map((one) => (one === null ? 'gap' : 'record')).join() : 'record';
}
