import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { type Operation, operationCost } from './operation-cost';

/** More sizes of pages than that are not asked of one document, or by somebody who counts them through. */
const keptCosts = 64;

interface Known {
  /** The variables that decide it: sizes of pages, and conditions. */
  readonly decisive: ReadonlySet<string>;
  readonly costs: Map<string, number>;
}

/**
 * The cost of an operation, counted once for the same values of what decides it: the walk through the document takes
 * longer than many operations. The server keeps parsed documents, so that what was counted is found again with them.
 */
export function knownCosts(): (asked: Operation) => number {
  const operations = new WeakMap<OperationDefinitionNode, Known>();
  return (asked) => {
    let known = operations.get(asked.operation);
    if (!known) {
      known = { decisive: decisiveVariables(asked.document), costs: new Map() };
      operations.set(asked.operation, known);
    }
    const key = keyOf(asked, known.decisive);
    let cost = known.costs.get(key);
    if (cost === undefined) {
      cost = operationCost(asked);
      if (known.costs.size < keptCosts) known.costs.set(key, cost);
    }
    return cost;
  };
}

function decisiveVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      const decides = name.value === 'first' || name.value === 'if';
      if (decides && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}

/** Of a variable that does not decide it matters whether it is null: it may be, and not fit its place. */
function keyOf({ operation, variables }: Operation, decisive: ReadonlySet<string>): string {
  const values = operation.variableDefinitions?.map(({ variable: { name } }) => {
    const given = Object.hasOwn(variables, name.value) ? [variables[name.value]] : [];
    return decisive.has(name.value) ? given : given[0] === null;
  });
  return JSON.stringify(values);
}
