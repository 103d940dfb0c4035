import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { IMiddlewareTypeMap } from 'graphql-middleware';
import { rightOf } from '../permission/may-touch';
import type { Policy } from '../permission/policy';
import type { SubgraphContext } from '../subgraph/context';

/**
 * Types that are records of an audited group: every field of theirs belongs to it. Whoever reads one of their fields
 * has read the record, and that is written down in the transaction that read it.
 */
function loggedTypes(policy: Policy): Map<string, string> {
  const logged = new Map<string, string>();
  for (const [type, rights] of Object.entries(policy.fields)) {
    if (type === 'Query' || type === 'Mutation') continue;
    const groups = new Set(Object.keys(rights).map((right) => rightOf(right).group));
    const [only] = groups;
    if (groups.size === 1 && policy.groups[only!]?.audited) logged.set(type, only!);
  }
  return logged;
}

/** Notes every read of a logged type in the session, which logs it before the answer leaves. */
export function noteReads(policy: Policy): IMiddlewareTypeMap {
  return Object.fromEntries(
    [...loggedTypes(policy)].map(([type, group]) => [
      type,
      async (resolve, parent, args, context: SubgraphContext, info) => {
        const { organizationId, id } = parent as { organizationId?: string; id?: string };
        // No audit, no access.
        if (!organizationId || !id) throw new Error(`${type} cannot be logged: it names no owner or id`);
        context.session.noteRead(organizationId, group, type, id);
        return resolve(parent, args, context, info);
      },
    ]),
  );
}

/** Whether running the document writes: it holds a mutation, or selects something that is logged. */
export function needsWriting(schema: GraphQLSchema, document: DocumentNode, policy: Policy): boolean {
  const logged = loggedTypes(policy);
  const types = new TypeInfo(schema);
  let writes = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition({ operation }) {
        if (operation === OperationTypeNode.MUTATION) writes = true;
      },
      Field() {
        const type = getNamedType(types.getType());
        const parent = types.getParentType();
        if ((type && logged.has(type.name)) || (parent && logged.has(parent.name))) writes = true;
      },
    }),
  );
  return writes;
}
