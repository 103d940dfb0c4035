import { type ClassType, Directive, Field, ID, ObjectType } from 'type-graphql';
import type { SubgraphContext } from '../subgraph/context';
import type { ReferenceResolver } from '../subgraph/definition';
import { type IdKind, isId } from './type-id';

/** What one subgraph knows of an entity that another one keeps: how to point at it. */
export interface EntityReference {
  readonly ref: string;
}

/** The type of another subgraph's entity. Fields that this subgraph adds to it go into a resolver of the class. */
export function entityStub(name: string, description?: string): ClassType<EntityReference> {
  @Directive('@key(fields: "ref")')
  @ObjectType(name, description === undefined ? {} : { description })
  class Stub {
    @Directive('@inaccessible')
    @Field(() => ID, {
      description: 'Points at the entity between subgraphs; not part of the public schema.',
    })
    ref!: string;
  }
  return Stub;
}

/** A pointer at another subgraph's entity, or null. */
export const pointTo = (id: string | null): EntityReference | null => (id === null ? null : { ref: id });

/**
 * Resolves references to an entity that another subgraph keeps: its id is all that the fields added here need.
 * Whether it exists, and for whom, is for its own subgraph to say.
 */
export const referTo =
  (kind: IdKind): ReferenceResolver =>
  (ref) =>
    isId(kind, ref) ? pointTo(ref) : null;

/**
 * The entity behind an id: read by `home` where this subgraph keeps it, since the gateway does not come back for
 * fields that the subgraph itself has; else a pointer.
 */
export const pointOrRead = (
  id: string | null,
  context: SubgraphContext,
  home?: ReferenceResolver,
): unknown => (id !== null && home ? home(id, context) : pointTo(id));
