import type { FetchNode } from '@apollo/query-planner';
import type { ExecutionResult } from 'graphql';
import { maximumRows, tooManyRows } from '../../../shared/subgraph/context';
import { isPlainObject, type PlainObject } from '../plain-object';
import type { PlanTools } from './compile-plan';
import { operationOf, variablesFor } from './fetch';
import { mergeInto } from './merge';
import { objectsAt, type PlanPath, pathsAt } from './places';
import { compileRequired, type Representations, representationsOf } from './representations';
import { compileRewrites } from './rewrites';
import type { Run, Step } from './step';
import { placedAtEntities, type SubgraphError } from './subgraph-errors';

/** Asks one subgraph what it adds to the entities at a path of the answer. */
export function compileEntityFetch(node: FetchNode, path: PlanPath, tools: PlanTools): Step {
  const subgraph = node.serviceName;
  const source = tools.sourceOf(subgraph);
  const operation = operationOf(node);
  const variables = variablesFor(node);
  const required = compileRequired(node.requires ?? [], tools.typeCondition);
  const rewriteAsked = compileRewrites(node.inputRewrites, tools.typeCondition);
  const rewriteAnswer = compileRewrites(node.outputRewrites, tools.typeCondition);

  const rewritten = new WeakSet<PlainObject>();
  const addTo = (object: PlainObject, entity: PlainObject) => {
    const typename = object.__typename;
    if (rewriteAnswer && !rewritten.has(entity)) {
      entity.__typename ??= typename;
      rewriteAnswer(entity);
      rewritten.add(entity);
    }
    mergeInto(object, entity);
    // A subgraph that takes an interface for an object answers with its name, which says less.
    if (object.__typename !== typename && tools.typeCondition(`${object.__typename}`)(typename)) {
      object.__typename = typename;
    }
  };

  return async (run) => {
    const objects = objectsAt(run.data, path);
    const representations = representationsOf(objects, required, rewriteAsked);
    if (representations.asked === 0) return;
    const report = (errors: readonly SubgraphError[]) =>
      reportErrors(errors, { run, subgraph, path, representations });
    // Every place that asks is shown to the client, so many places are as dear as many rows.
    if (representations.asked > maximumRows) return report([tooManyRows()]);
    const asked = { ...variables(run.variables), representations: representations.unique };
    const answer = await source.ask(operation, asked, run.context);
    const entities = entitiesOf(answer, representations);
    if (entities) merge(objects, representations, entities, addTo);
    if (answer.errors) {
      // Without entities there is nothing that an error could be about in particular.
      report(entities ? answer.errors : answer.errors.map((error) => withoutPlace(error)));
    } else if (!entities) {
      report(source.unavailable(operation, run.context, 'answered with another number of entities').errors);
    }
  };
}

function entitiesOf({ data }: ExecutionResult, { unique }: Representations): readonly unknown[] | null {
  const entities = data?._entities;
  return Array.isArray(entities) && entities.length === unique.length ? entities : null;
}

function merge(
  objects: readonly PlainObject[],
  { placeOf }: Representations,
  entities: readonly unknown[],
  addTo: (object: PlainObject, entity: PlainObject) => void,
): void {
  for (let index = 0; index < objects.length; index++) {
    const entity = entities[placeOf[index]!];
    if (isPlainObject(entity)) addTo(objects[index]!, entity);
  }
}

const withoutPlace = ({ message, extensions }: SubgraphError): SubgraphError => ({
  message,
  extensions,
  path: [],
});

interface Asked {
  readonly run: Run;
  readonly subgraph: string;
  readonly path: PlanPath;
  readonly representations: Representations;
}

function reportErrors(
  errors: readonly SubgraphError[],
  { run, subgraph, path, representations }: Asked,
): void {
  const paths = pathsAt(run.data, path);
  const pathsOfEntity = (place: number) =>
    paths.filter((_, index) => representations.placeOf[index] === place);
  for (const error of errors) run.errors.push(...placedAtEntities(error, subgraph, path, pathsOfEntity));
}
