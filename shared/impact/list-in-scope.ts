import type { ListQuery } from '../database/page';
import { type Connection, type ConnectionArgs, connection, connectionUnder } from '../schema/connection';
import type { SubgraphContext } from '../subgraph/context';
import type { ImpactScope } from './impact-report';

/**
 * A list of a report. Reports of many organisations are read together, `perParent` tying a row to its organisation;
 * the coalition's report is one list of its own.
 */
export function listInScope<Row extends object>(
  context: SubgraphContext,
  list: ListQuery & { readonly perParent: NonNullable<ListQuery['perParent']> },
  { organizationId }: ImpactScope,
  page: ConnectionArgs,
): Promise<Connection<Row>> {
  return organizationId === null
    ? connection(context, list, page)
    : connectionUnder(context, list, organizationId, page);
}
