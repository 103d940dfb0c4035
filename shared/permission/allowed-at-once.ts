import type { Viewer } from '../identity/viewer';
import type { FieldsAsked } from '../subgraph/fields-asked';
import { refusalOf } from './field-right';
import type { Policy } from './policy';

/**
 * The rights that the fields of a query belong to; null where that cannot be said for all of them. Then, and for every
 * mutation, each field is asked by itself.
 */
export function rightsOfQuery(fields: FieldsAsked | null, policy: Policy): readonly string[] | null {
  if (!fields) return null;
  const ofField = rightsByField(policy);
  const rights = new Set([...fields].map((field) => ofField.get(field)));
  rights.delete('open');
  return rights.has(undefined) ? null : ([...rights] as string[]);
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
