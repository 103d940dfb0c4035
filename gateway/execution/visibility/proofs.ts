import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Witness } from '../../supergraph/pointer-fields';

export interface Proved {
  readonly document: DocumentNode;
  /** The name under which proofs stand in what subgraphs answer; null when none were needed. */
  readonly proof: string | null;
}

/**
 * The document with a proof in every selection on a pointer. A subgraph hands out a pointer at an entity that another one
 * keeps without knowing whether the viewer may see it. Where a client asks for the entity's `__typename`, for what other
 * subgraphs add to it or for fields that may be null, nobody would have asked the one that knows, and the pointer would
 * stand in the answer as an object: so there is something. Each operation therefore also asks for a field by which the
 * entity proves that it is there. The plan is the same where that subgraph is asked anyway.
 */
export function withProofs(
  document: DocumentNode,
  schema: GraphQLSchema,
  pointers: ReadonlyMap<string, Witness>,
): Proved {
  const types = new TypeInfo(schema);
  const proof = unusedName(document);
  let needed = false;
  const proved = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(field) {
          const witness = pointers.get(`${types.getParentType()?.name}.${field.name.value}`);
          if (!witness || !field.selectionSet) return undefined;
          needed = true;
          const selections = [...field.selectionSet.selections, proofOf(proof, witness)];
          return { ...field, selectionSet: { ...field.selectionSet, selections } };
        },
      },
    }),
  );
  return needed ? { document: proved, proof } : { document, proof: null };
}

function proofOf(name: string, { field, isObject }: Witness): FieldNode {
  const text = `{ ${name}: ${field}${isObject ? ' { __typename }' : ''} }`;
  const [operation] = parse(text, { noLocation: true }).definitions;
  return (operation as { selectionSet: { selections: readonly FieldNode[] } }).selectionSet.selections[0]!;
}

/** A name that stands nowhere in the document. */
function unusedName(document: DocumentNode): string {
  const used = new Set<string>();
  visit(document, { [Kind.NAME]: ({ value }) => void used.add(value) });
  let name = 'isVisible';
  while (used.has(name)) name += '_';
  return name;
}
