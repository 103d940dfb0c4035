import {
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** `Type.field` of everything that a query asks for. */
export type FieldsAsked = ReadonlySet<string>;

/**
 * The fields that a query may ask for, conditions and variables aside. Null where that cannot be said: for a mutation, and
 * where a field is asked of whatever implements an interface.
 */
export function fieldsAsked(schema: GraphQLSchema, document: DocumentNode): FieldsAsked | null {
  const types = new TypeInfo(schema);
  const asked = new Set<string>();
  let isKnown = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition({ operation }: OperationDefinitionNode) {
        isKnown &&= operation === 'query';
      },
      Field({ name: { value: field } }) {
        const type = types.getParentType();
        // What every schema has by itself.
        if (field.startsWith('__') || (type === schema.getQueryType() && field === '_entities')) return;
        if (isObjectType(type)) asked.add(`${type.name}.${field}`);
        else isKnown = false;
      },
    }),
  );
  return isKnown ? asked : null;
}
