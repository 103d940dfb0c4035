import { GraphQLError } from 'graphql';
import type { Path, PlanPath } from './places';

/** An error as a subgraph tells it: an object of graphql-js, or what JSON left of one. */
export interface SubgraphError {
  readonly message?: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The error at its place in the answer. The subgraph's name marks it as one that was not meant for clients. */
export function placed(error: SubgraphError, subgraph: string, path: Path | undefined): GraphQLError {
  return new GraphQLError(error.message || `Error while asking the subgraph "${subgraph}"`, {
    path,
    originalError: error as Error,
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
  });
}

/** An error of a fetch that hangs below a path of the plan. */
export function placedBelow(error: SubgraphError, subgraph: string, path: PlanPath): GraphQLError {
  return placed(error, subgraph, error.path && [...path, ...error.path]);
}

/**
 * An error of a fetch for entities: it is told for every object that the entity is in the answer, and where it is about
 * none of them for the place where all of them are.
 */
export function placedAtEntities(
  error: SubgraphError,
  subgraph: string,
  path: PlanPath,
  pathsOfEntity: (place: number) => Path[],
): GraphQLError[] {
  const [root, place, ...rest] = error.path ?? [];
  if (root === '_entities' && typeof place === 'number') {
    return pathsOfEntity(place).map((found) => placed(error, subgraph, [...found, ...rest]));
  }
  return [
    placed(error, subgraph, error.path && [...path, ...error.path.filter((step) => step !== '_entities')]),
  ];
}
