import type { FetchDataRewrite } from '@apollo/query-planner';
import { type PlainObject, read, write } from '../plain-object';
import type { TypeCondition } from './type-conditions';

/** Changes a representation before it is sent, or an answer before it is merged. */
export type Rewrite = (value: unknown) => void;

const fragment = '... on ';

/**
 * The planner calls fields and types otherwise where a subgraph could not be asked in the client's words: two members of
 * a union with the same field in two types, an interface that a subgraph takes for an object.
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  typeCondition: (name: string) => TypeCondition,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) =>
    atPath(rewrite.path.slice(0, -1), change(rewrite), typeCondition),
  );
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function change(rewrite: FetchDataRewrite): (object: PlainObject) => void {
  const name = rewrite.path.at(-1) ?? '';
  if (rewrite.kind === 'ValueSetter') return (object) => write(object, name, rewrite.setValueTo);
  return (object) => {
    const value = read(object, name);
    if (value === undefined || value === null) return;
    write(object, rewrite.renameKeyTo, value);
    object[name] = undefined;
  };
}

function atPath(
  path: readonly string[],
  apply: (object: PlainObject) => void,
  typeCondition: (name: string) => TypeCondition,
): Rewrite {
  const [step, ...rest] = path;
  const toObject =
    step === undefined ? apply : stepInto(step, atPath(rest, apply, typeCondition), typeCondition);
  const toValue: Rewrite = (value) => {
    if (Array.isArray(value)) for (const element of value) toValue(element);
    else if (typeof value === 'object' && value !== null) toObject(value as PlainObject);
  };
  return toValue;
}

function stepInto(step: string, next: Rewrite, typeCondition: (name: string) => TypeCondition) {
  if (!step.startsWith(fragment)) return (object: PlainObject) => next(read(object, step));
  const isMeant = typeCondition(step.slice(fragment.length));
  return (object: PlainObject) => {
    // What does not say its type was asked for in one type alone.
    if (!object.__typename || isMeant(object.__typename)) next(object);
  };
}
