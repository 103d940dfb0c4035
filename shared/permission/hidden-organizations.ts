import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { IMiddlewareFunction, IMiddlewareTypeMap } from 'graphql-middleware';
import sql, { type Sql } from 'sql-template-tag';
import type { SubgraphContext } from '../subgraph/context';

/**
 * An organisation that is suspended or has left is nowhere to be found, also where a row of somebody else points at it
 * and the pointer is all that this subgraph knows. Its rows are hidden by row-level security already.
 */
export function withoutHiddenOrganizations(schema: GraphQLSchema): IMiddlewareTypeMap {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return Object.fromEntries(
    types.flatMap((type) => {
      const pointing = Object.values(type.getFields()).filter(
        (field) => getNamedType(field.type).name === 'Organization',
      );
      return pointing.length > 0
        ? [[type.name, Object.fromEntries(pointing.map(({ name }) => [name, leaveOut]))]]
        : [];
    }),
  );
}

/** Holds for an organisation that is to be found: no filter may tell what a row points at when the pointer is left out. */
export const isToBeFound = (
  organization: Sql | string,
): Sql => sql`(${organization} = (select hub.viewer_organization())
  or ${organization} <> all ((select hub.hidden_organizations())::text[]))`;

const leaveOut: IMiddlewareFunction = async (resolve, parent, args, context: SubgraphContext, info) => {
  const { hiddenOrganizations, organizationId } = context.viewer;
  const found: unknown = await resolve(parent, args, context, info);
  if (hiddenOrganizations.length === 0) return found;
  const isHidden = (pointer: { ref?: string; id?: string } | null) => {
    const id = pointer?.ref ?? pointer?.id;
    return id !== undefined && id !== organizationId && hiddenOrganizations.includes(id);
  };
  if (Array.isArray(found)) return found.filter((one) => !isHidden(one));
  return isHidden(found as { ref?: string } | null) ? null : found;
};
