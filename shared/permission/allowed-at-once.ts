import {
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Viewer } from '../identity/viewer';
import { refusalOf } from './field-right';
import type { Policy } from './policy';

/**
 * The rights that the fields of a query belong to; null where that cannot be said for all of them. Then, and for every
 * mutation, each field is asked by itself.
 */
export function rightsOfQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  policy: Policy,
): readonly string[] | null {
  const ofField = rightsByField(policy);
  const types = new TypeInfo(schema);
  const rights = new Set<string>();
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
        const right = isObjectType(type) ? ofField.get(`${type.name}.${field}`) : undefined;
        if (right === undefined) isKnown = false;
        else if (right !== 'open') rights.add(right);
      },
    }),
  );
  return isKnown ? [...rights] : null;
}

/** Whether no field of the query would be refused to this viewer, so that none need be asked. */
export const isAllowedAtOnce = (rights: readonly string[] | null, policy: Policy, viewer: Viewer): boolean =>
  rights?.every((right) => refusalOf(right, policy, viewer) === null) ?? false;

const known = new WeakMap<Policy, ReadonlyMap<string, string>>();

function rightsByField(policy: Policy): ReadonlyMap<string, string> {
  let rights = known.get(policy);
  if (!rights) {
    rights = new Map(
      Object.entries(policy.fields).flatMap(([type, byRight]) =>
        Object.entries(byRight).flatMap(([right, fields]) =>
          fields.map((field) => [`${type}.${field}`, right] as const),
        ),
      ),
    );
    known.set(policy, rights);
  }
  return rights;
}
