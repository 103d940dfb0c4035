import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from '../conditions';
import type { Conditions } from '../plan/step';

/** What of a document decides which fields stand in an answer. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
}

/** One place where a field stands in the document. */
export interface Occurrence {
  readonly node: FieldNode;
  /** The type in whose selection it stands: not the object's where it was selected on an interface. */
  readonly parent: GraphQLCompositeType;
}

/** A selection and the type on which it stands. */
export interface Selection {
  readonly set: SelectionSetNode;
  readonly parent: GraphQLCompositeType;
}

/** The fields that an object of a type has in the answer, in the order of the document, each with all its occurrences. */
export function selectedFields(
  selecting: Selecting,
  selections: readonly Selection[],
  type: GraphQLCompositeType,
): Map<string, Occurrence[]> {
  const fields = new Map<string, Occurrence[]>();
  const spread = new Set<string>();
  const collect = ({ set, parent }: Selection): void => {
    for (const node of set.selections) {
      if (!isIncluded(node.directives, selecting.conditions)) continue;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const occurrences = fields.get(name);
        if (occurrences) occurrences.push({ node, parent });
        else fields.set(name, [{ node, parent }]);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(node.name.value) : node;
      if (!fragment) continue;
      const condition = fragment.typeCondition
        ? selecting.schema.getType(fragment.typeCondition.name.value)
        : parent;
      if (!isCompositeType(condition) || !applies(selecting.schema, condition, type)) continue;
      collect({ set: fragment.selectionSet, parent: condition });
    }
  };
  const fragmentOf = (name: string) => {
    if (spread.has(name)) return undefined;
    spread.add(name);
    return selecting.fragments.get(name);
  };
  selections.forEach(collect);
  return fields;
}

function applies(
  schema: GraphQLSchema,
  condition: GraphQLCompositeType,
  type: GraphQLCompositeType,
): boolean {
  if (condition === type) return true;
  return isAbstractType(condition) && !('getTypes' in type) && schema.isSubType(condition, type);
}
