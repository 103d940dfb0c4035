import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { IMiddlewareFunction, IMiddlewareTypeMap } from 'graphql-middleware';
import { rightOf } from '../permission/may-touch';
import type { Policy } from '../permission/policy';
import type { SubgraphContext } from '../subgraph/context';

/**
 * Types that are records of an audited group: every field of theirs belongs to it. Whoever reads one of their fields
 * has read the record, and that is written down in the transaction that read it.
 */
export function loggedTypes(policy: Policy): Map<string, string> {
  const logged = new Map<string, string>();
  for (const [type, rights] of Object.entries(policy.fields)) {
    if (type === 'Query' || type === 'Mutation') continue;
    const groups = new Set(Object.keys(rights).map((right) => rightOf(right).group));
    const [only] = groups;
    if (groups.size === 1 && policy.groups[only!]?.audited) logged.set(type, only!);
  }
  return logged;
}

/**
 * Notes every read of a logged type in the session, which logs it before the answer leaves: where a field answers with
 * such a record, since that it is there is told even when nothing of it is asked; and at its own fields, for records that
 * come in by another way, such as `_entities`.
 */
export function noteReads(schema: GraphQLSchema, policy: Policy): IMiddlewareTypeMap {
  const logged = loggedTypes(policy);
  const middleware: Record<string, Record<string, IMiddlewareFunction>> = {};
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const own = logged.get(type.name);
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const answered = getNamedType(field.type).name;
      const group = logged.get(answered);
      return own || group
        ? [[field.name, noting({ type: type.name, group: own }, { type: answered, group })] as const]
        : [];
    });
    if (fields.length > 0) middleware[type.name] = Object.fromEntries(fields);
  }
  return middleware;
}

interface Logged {
  readonly type: string;
  /** Undefined where the type is not logged. */
  readonly group: string | undefined;
}

const noting =
  (of: Logged, answered: Logged): IMiddlewareFunction =>
  async (resolve, parent, args, context: SubgraphContext, info) => {
    note(context, of, parent);
    const found: unknown = await resolve(parent, args, context, info);
    for (const record of Array.isArray(found) ? found : [found]) note(context, answered, record);
    return found;
  };

/** @throws Error for a record that names no owner: no audit, no access */
function note(context: SubgraphContext, { type, group }: Logged, record: unknown): void {
  if (group === undefined || record === null || record === undefined) return;
  const { organizationId, id } = record as { organizationId?: string; id?: string };
  if (!organizationId || !id) throw new Error(`${type} cannot be logged: it names no owner or id`);
  context.session.noteRead(organizationId, group, type, id);
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
