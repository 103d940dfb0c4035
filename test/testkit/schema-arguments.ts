import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { apiSchema } from '../../gateway/supergraph/api-schema';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';

/** The schema as clients know it. */
export const clientSchema = buildSchema(apiSchema(readFileSync(supergraphFile(), 'utf8')));

/** One place where a client gives a value: an argument of a root field, or a field of the object that it takes. */
export interface Place {
  readonly field: string;
  /** Way to the value: `['filter', 'period', 'start']`. */
  readonly path: readonly string[];
  /** `String`, `ID`, `Int`, `LocalDate`, an enum or the input type. */
  readonly type: string;
  readonly list: boolean;
  readonly nullable: boolean;
}

/** Every place of every root field. */
export function everyPlace(): Place[] {
  return rootFields().flatMap(({ name, args }) =>
    args.flatMap((argument) => placesIn(name, [argument.name], argument.type)),
  );
}

function placesIn(field: string, path: readonly string[], type: GraphQLInputType): Place[] {
  const named = getNamedType(type);
  const bare = isNonNullType(type) ? type.ofType : type;
  const place = { field, path, type: named.name, list: isListType(bare), nullable: !isNonNullType(type) };
  if (!isInputObjectType(named)) return [place];
  const inner = Object.values(named.getFields());
  return [place, ...inner.flatMap((input) => placesIn(field, [...path, input.name], input.type))];
}

/** What must be given besides, so that a request fails for the value that is tried and nothing else. */
const needed: Readonly<Record<string, unknown>> = {
  by: 'KIND',
  period: { year: 2025 },
  list: 'themes',
  timeZone: 'UTC',
  follower: 'ONESELF',
  id: 'org_00000000000000000000000000',
};
/** The one type whose ids each field takes that explains why something is visible. */
const explained: Readonly<Record<string, string>> = {
  membersAccess: 'Organization',
  campaignsAccess: 'Campaign',
  legalAccess: 'Service',
  eventsAccess: 'Event',
};

/** One request that puts each value into a place, field after field; a limit of the hub is 20 at a time. */
export function putInto({ field, path, list }: Place, ...values: unknown[]) {
  const root = rootFields().find(({ name }) => name === field)!;
  const given = root.args.filter((argument) => argument.name === path[0] || isRequiredArgument(argument));
  const declared = values.flatMap((_, n) => given.map(({ name, type }) => `$${name}${n}: ${type}`));
  const asked = values.map((_, n) => {
    const passed = given.map(({ name }) => `${name}: $${name}${n}`).join(', ');
    return `r${n}: ${field}(${passed}) ${selectionOf(root.type)}`;
  });
  const variables: Record<string, unknown> = {};
  values.forEach((value, n) => {
    for (const { name } of given)
      variables[`${name}${n}`] = name === 'type' ? explained[field] : needed[name];
    variables[`${path[0]}${n}`] = path
      .slice(1)
      .reduceRight<unknown>((nested, name) => ({ [name]: nested }), list && value !== null ? [value] : value);
  });
  return { query: `query (${declared.join(', ')}) { ${asked.join(' ')} }`, variables };
}

/** Fields of objects that take arguments, each asked for with these given. */
export function everyInnerArgument(): {
  type: string;
  field: string;
  argument: GraphQLArgument;
  selection: string;
}[] {
  const types = Object.values(clientSchema.getTypeMap()).filter((type) => isObjectType(type));
  return types
    .filter(({ name }) => name !== 'Query' && !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument) => ({
          type: type.name,
          field: field.name,
          argument,
          selection: selectionOf(field.type),
        })),
      ),
    );
}

/** A mutation that takes one input, as `$input`, or none. */
export function mutationText(name: string, selection: string): string {
  const { args } = clientSchema.getMutationType()!.getFields()[name]!;
  const [input] = args;
  if (!input) return `mutation { ${name} { ${selection} } }`;
  return `mutation ($input: ${input.type}) { ${name}(input: $input) { ${selection} } }`;
}

function rootFields() {
  return Object.values(clientSchema.getQueryType()!.getFields());
}

function selectionOf(type: Parameters<typeof getNamedType>[0]): string {
  const named = getNamedType(type);
  if (!named || isLeafType(named)) return '';
  const connection = named.name.endsWith('Connection');
  return connection ? '{ totalCount nodes { __typename } }' : '{ __typename }';
}
