import type { FetchNode } from '@apollo/query-planner';
import { Kind, parse } from 'graphql';
import type { SubgraphOperation } from '../../subgraphs/subgraph-source';
import { type PlainObject, read, write } from '../plain-object';

/** What stays the same in every request of a fetch. */
export function operationOf({ operation, operationName }: FetchNode): SubgraphOperation {
  return { query: operation, operationName, rootFields: rootFields(operation) };
}

/** Of the client's variables those that the fetch uses, as they were sent: the subgraph knows the defaults. */
export function variablesFor({ variableUsages = [] }: FetchNode): (given: PlainObject) => PlainObject {
  return (given) => {
    const used: PlainObject = {};
    for (const name of variableUsages) {
      const value = read(given, name);
      if (value !== undefined) write(used, name, value);
    }
    return used;
  };
}

function rootFields(query: string): string[] {
  const operation = parse(query, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch begins with its operation.');
  const names = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [(selection.alias ?? selection.name).value] : [],
  );
  return [...new Set(names)];
}
