import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type PlainObject, read, write } from '../plain-object';
import { mergeInto } from './merge';
import type { Rewrite } from './rewrites';
import type { TypeCondition } from './type-conditions';

/** What a subgraph is told of entities, each once, and which objects of the answer each of them is. */
export interface Representations {
  readonly unique: readonly PlainObject[];
  /** For each object, the place of its representation; -1 where it lacks what the subgraph needs. */
  readonly placeOf: readonly number[];
  /** Objects that have one. */
  readonly asked: number;
}

/**
 * A list of 100 events by one organisation needs that organisation 100 times: the subgraph is asked once per distinct
 * representation.
 */
export function representationsOf(
  objects: readonly PlainObject[],
  required: Extract,
  rewrite: Rewrite | undefined,
): Representations {
  const known = new Map<string, number>();
  const unique: PlainObject[] = [];
  const placeOf: number[] = [];
  let asked = 0;
  for (const object of objects) {
    const representation = required(object);
    if (!representation?.__typename) {
      placeOf.push(-1);
      continue;
    }
    asked++;
    rewrite?.(representation);
    // Each is built in the order of the selection, so equal ones have equal text.
    const text = JSON.stringify(representation);
    let place = known.get(text);
    if (place === undefined) {
      place = unique.push(representation) - 1;
      known.set(text, place);
    }
    placeOf.push(place);
  }
  return { unique, placeOf, asked };
}

/** Takes out of an object what a selection names; null where a part of it is missing. */
export type Extract = (source: PlainObject) => PlainObject | null;

type Part = (source: PlainObject, result: PlainObject) => boolean;

export function compileRequired(
  selections: readonly QueryPlanSelectionNode[],
  typeCondition: (name: string) => TypeCondition,
): Extract {
  const parts = selections.map((selection) => partOf(selection, typeCondition));
  return (source) => {
    const result: PlainObject = {};
    for (const part of parts) if (!part(source, result)) return null;
    return result;
  };
}

function partOf(selection: QueryPlanSelectionNode, typeCondition: (name: string) => TypeCondition): Part {
  if (selection.kind === 'Field') {
    const name = selection.alias ?? selection.name;
    const inner = selection.selections && compileRequired(selection.selections, typeCondition);
    return (source, result) => {
      const value = read(source, name);
      if (value === undefined) return false;
      write(result, name, inner ? extracted(value, inner) : value);
      return true;
    };
  }
  if (selection.typeCondition === undefined) return () => true;
  const isMeant = typeCondition(selection.typeCondition);
  const inner = compileRequired(selection.selections, typeCondition);
  return (source, result) => {
    const found = isMeant(source.__typename) ? inner(source) : null;
    // By one of several keys an entity can be found as well as by all.
    if (found) mergeInto(result, found);
    return true;
  };
}

function extracted(value: unknown, inner: Extract): unknown {
  if (Array.isArray(value)) return value.map((element) => extracted(element, inner));
  return typeof value === 'object' && value !== null ? inner(value as PlainObject) : null;
}
