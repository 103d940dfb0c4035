import {
  type DocumentNode,
  executeSync,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type PlainObject, read } from './plain-object';
import type { Occurrence } from './shape/selected-fields';

export type Introspect = (schema: GraphQLSchema, variables: PlainObject) => unknown;

/** Answers a root field about the schema itself, which no subgraph knows: it is about the one that clients see. */
export function compileIntrospection(
  name: string,
  occurrences: readonly Occurrence[],
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): Introspect {
  const selections = occurrences.map(({ node }) => node);
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, directives: [], selectionSet: { kind: Kind.SELECTION_SET, selections } },
      ...fragments,
    ],
  };
  return (schema, variableValues) => {
    const { data, errors } = executeSync({ schema, document, rootValue: {}, variableValues });
    if (errors?.[0]) throw errors[0];
    return data && read(data, name);
  };
}

export const isIntrospection = ([occurrence]: readonly Occurrence[]) =>
  occurrence?.node.name.value === '__schema' || occurrence?.node.name.value === '__type';
