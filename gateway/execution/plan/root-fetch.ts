import type { FetchNode } from '@apollo/query-planner';
import { type PlainObject, read, write } from '../plain-object';
import type { PlanTools } from './compile-plan';
import { operationOf, variablesFor } from './fetch';
import { mergeInto } from './merge';
import { objectsAt, type PlanPath } from './places';
import { compileRewrites } from './rewrites';
import type { Step } from './step';
import { placedBelow } from './subgraph-errors';

/** Asks one subgraph for fields of `Query` or `Mutation`. */
export function compileRootFetch(node: FetchNode, path: PlanPath, tools: PlanTools): Step {
  const source = tools.sourceOf(node.serviceName);
  const operation = operationOf(node);
  const variables = variablesFor(node);
  const rewrite = compileRewrites(node.outputRewrites, tools.typeCondition);
  return async (run) => {
    const { data, errors } = await source.ask(operation, variables(run.variables), run.context);
    if (errors) {
      for (const error of errors) run.errors.push(placedBelow(error, node.serviceName, path));
    }
    if (!data) return;
    rewrite?.(data);
    const parts = withoutNulls(data);
    for (const root of objectsAt(run.data, path)) mergeInto(root, parts);
  };
}

/**
 * Several subgraphs may answer the same root field, each with its part: one that has none must not wipe out those of the
 * others. Left out, it still reads as null when nobody else answers.
 */
function withoutNulls(data: PlainObject): PlainObject {
  const names = Object.keys(data);
  if (!names.some((name) => data[name] === null)) return data;
  const parts: PlainObject = {};
  for (const name of names) {
    const part = read(data, name);
    if (part !== null) write(parts, name, part);
  }
  return parts;
}
