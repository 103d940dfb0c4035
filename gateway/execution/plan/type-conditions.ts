import { isCompositeType, isSubtype, type Schema } from '@apollo/federation-internals';

/** Whether something of a type, known by its name, is meant by a condition. */
export type TypeCondition = (typename: unknown) => boolean;

/** Subgraphs see the whole supergraph, so this is judged by its schema and not by the one that clients see. */
export function typeConditions(schema: Schema): (condition: string) => TypeCondition {
  const conditions = new Map<string, TypeCondition>();
  return (condition) => {
    let known = conditions.get(condition);
    if (!known) {
      known = typeCondition(schema, condition);
      // A name that no schema knows comes from a subgraph in disorder, which could send ever new ones.
      if (schema.type(condition)) conditions.set(condition, known);
    }
    return known;
  };
}

function typeCondition(schema: Schema, condition: string): TypeCondition {
  const wanted = schema.type(condition);
  const known = new Map<string, boolean>([[condition, true]]);
  return (typename) => {
    if (typeof typename !== 'string') return false;
    const answer = known.get(typename);
    if (answer !== undefined) return answer;
    const given = schema.type(typename);
    if (!wanted || !given || !isCompositeType(wanted) || !isCompositeType(given)) return false;
    const isMeant = isSubtype(wanted, given);
    known.set(typename, isMeant);
    return isMeant;
  };
}
