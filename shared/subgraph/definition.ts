import type { ClassType, NonEmptyArray } from 'type-graphql';
import type { EntityManager, MigrationInterface } from 'typeorm';
import type { Policy } from '../permission/policy';
import type { SubgraphContext } from './context';

/**
 * Resolves an entity for `_entities`; null when there is none for this viewer. Subgraphs point at each other's
 * entities by `ref`, which is the id under a name that clients cannot select: to learn even the id of a row
 * one must ask the subgraph that guards it.
 */
export type ReferenceResolver = (ref: string, context: SubgraphContext) => unknown;

/** What a noun brings to its subgraph, where there are too many for one list: its `<noun>-module.ts`. */
export interface SubgraphModule {
  readonly resolvers: readonly ClassType[];
  readonly entities: readonly ClassType[];
}

/** Everything that makes one subgraph. A subgraph's `subgraph.ts` is its contents page. */
export interface SubgraphDefinition {
  /** Also the name of its database schema. */
  readonly name: string;
  readonly resolvers: NonEmptyArray<ClassType>;
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  readonly policy: Policy;
  readonly entities: readonly ClassType[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** It signs people in: it alone is handed the keys for that. */
  readonly identityKeys?: true;
  /** It keeps contacts of people outside of the coalition: it is handed the keys that hide them. */
  readonly contactKeys?: true;
  /** Calls the function of its schema that erases what may be kept no longer, as SQL. */
  readonly erase?: string;
  /** Writes the coalition's data; runs as the migrator. */
  readonly seed: (manager: EntityManager) => Promise<void>;
  /** What only a demo hub has, such as made-up accounts; taken away again when the same data is used in earnest. */
  readonly demo?: {
    readonly write: (manager: EntityManager) => Promise<void>;
    readonly remove: (manager: EntityManager) => Promise<void>;
  };
}
