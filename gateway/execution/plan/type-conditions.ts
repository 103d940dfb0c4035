import { isCompositeType, isSubtype, type Schema } from '@apollo/federation-internals';

/** Whether something of a type, known by its name, is meant by a condition. */
export type TypeCondition = (typename: unknown) => boolean;

/** Subgraphs see the whole supergraph, so this is judged by its schema and not by the one that clients see. */
export function typeConditions(schema: Schema): (condition: string) => TypeCondition {
  return (condition) => {
    const known = new Map<string, boolean>([[condition, true]]);
    return (typename) => {
      if (typeof typename !== 'string') return false;
      const answer = known.get(typename);
      if (answer !== undefined) return answer;
      const [wanted, given] = [schema.type(condition), schema.type(typename)];
      const isMeant = Boolean(
        wanted && given && isCompositeType(wanted) && isCompositeType(given) && isSubtype(wanted, given),
      );
      // A name that no schema knows comes from a subgraph in disorder, which could send ever new ones.
      if (given) known.set(typename, isMeant);
      return isMeant;
    };
  };
}
