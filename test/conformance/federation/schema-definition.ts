import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
} from 'graphql';

/** What the SDL of a subgraph says, to be compared piece by piece. */
export interface SchemaDefinition {
  /** `Query.product(id: ID!): Product`, for every field of every object type. */
  readonly fields: readonly string[];
  readonly onSchema: readonly string[];
  /** Directives as they are written, in their order. */
  onType(type: string): readonly string[];
  onField(type: string, field: string): readonly string[];
  readonly directiveDefinitions: readonly string[];
}

export function readDefinition(sdl: string): SchemaDefinition {
  const { definitions } = parse(sdl, { noLocation: true });
  const types = definitions.filter(isObject);
  const named = (name: string) => types.filter((type) => type.name.value === name);
  return {
    fields: types.flatMap((type) =>
      (type.fields ?? []).map((field) => `${type.name.value}.${signatureOf(field)}`),
    ),
    onSchema: definitions
      .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
      .flatMap((schema) => written('directives' in schema ? schema.directives : [])),
    onType: (name) => named(name).flatMap(({ directives }) => written(directives)),
    onField: (name, field) =>
      named(name)
        .flatMap(({ fields = [] }) => fields)
        .filter((one) => one.name.value === field)
        .flatMap(({ directives }) => written(directives)),
    directiveDefinitions: definitions
      .filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION)
      .map((definition) => print(definition)),
  };
}

const isObject = (node: { kind: string }): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;

function signatureOf({ name, arguments: given = [], type }: FieldDefinitionNode): string {
  const named = given.map((argument) => `${argument.name.value}: ${print(argument.type)}`).sort();
  return `${name.value}${named.length > 0 ? `(${named.join(', ')})` : ''}: ${print(type)}`;
}

const written = (directives: readonly (ConstDirectiveNode | DirectiveNode)[] = []) =>
  directives.map((directive) => print(directive));
