import type { ExecutionResult, GraphQLError } from 'graphql';

type Representation = Record<string, unknown>;

/**
 * A list of 100 events by one organisation asks for that organisation 100 times. The subgraph is asked once
 * per distinct representation, and the answer is spread out again as if it had been asked for each.
 */
export interface UniqueRepresentations {
  readonly unique: readonly Representation[];
  /** For each representation as asked, its place in `unique`. */
  readonly places: readonly number[];
}

export function uniqueRepresentations(asked: readonly Representation[]): UniqueRepresentations {
  const placeOf = new Map<string, number>();
  const unique: Representation[] = [];
  const places = asked.map((representation) => {
    // The gateway builds each in the order of the selection, so equal ones have equal text.
    const text = JSON.stringify(representation);
    const known = placeOf.get(text);
    if (known !== undefined) return known;
    placeOf.set(text, unique.length);
    return unique.push(representation) - 1;
  });
  return { unique, places };
}

/** Undoes the above on an answer whose `_entities` has one element per unique representation. */
export function spreadOut(
  answer: ExecutionResult,
  { unique, places }: UniqueRepresentations,
): ExecutionResult {
  if (unique.length === places.length) return answer;
  const { data, errors } = answer;
  return {
    ...answer,
    ...(data && { data: { ...data, _entities: spreadEntities(data._entities as unknown[], places) } }),
    ...(errors && { errors: errors.flatMap((error) => spreadError(error, places)) }),
  };
}

/** Repetitions are copies: the gateway merges later answers into them in place. */
function spreadEntities(entities: readonly unknown[], places: readonly number[]): unknown[] {
  const given = new Set<number>();
  return places.map((place) => {
    const entity = entities[place];
    if (given.has(place)) return copy(entity);
    given.add(place);
    return entity;
  });
}

function spreadError(error: GraphQLError, places: readonly number[]): GraphQLError[] {
  const [root, index, ...rest] = error.path ?? [];
  if (root !== '_entities' || typeof index !== 'number') return [error];
  const { message, extensions } = error;
  return places.flatMap((place, asked) =>
    place === index
      ? [{ message, extensions, path: ['_entities', asked, ...rest] } as unknown as GraphQLError]
      : [],
  );
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}
