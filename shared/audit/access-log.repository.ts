import sql from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import { columnsOf, tableOf } from '../database/columns';
import type { ListQuery } from '../database/page';
import type { SubgraphContext } from '../subgraph/context';
import { type AccessLogFilter, accessLogConditions } from './access-log-filter';
import type { AuditEntryRow, AuditHeadRow } from './audit-rows';

/** The entries of many organisations' logs, the newest first. */
export const entriesUnder = (
  schema: string,
  AuditEntry: ClassType<AuditEntryRow>,
  filter?: AccessLogFilter | null,
) =>
  ({
    name: `${schema}.log`,
    columns: columnsOf(AuditEntry),
    from: sql`${tableOf(AuditEntry)} t`,
    where: accessLogConditions(filter ?? {}),
    orderBy: { name: 'newest', key: sql`t.sequence`, descending: true },
    perParent: sql`t.organization_id = parent.id`,
  }) satisfies ListQuery;

/** The ends of all chains, one per organisation, and the one of what belongs to none. */
export const headList = (schema: string, AuditHead: ClassType<AuditHeadRow>): ListQuery => ({
  name: `${schema}.heads`,
  columns: columnsOf(AuditHead),
  from: sql`(select organization_id as id, h.* from ${tableOf(AuditHead)} h) t`,
  where: [],
  orderBy: { name: 'organization', key: sql`t.organization_id` },
});

/** The end of one organisation's chain; all of a tick are one statement. */
export function loadHead(
  context: SubgraphContext,
  AuditHead: ClassType<AuditHeadRow>,
  organizationId: string,
): Promise<AuditHeadRow | null> {
  return context
    .loader<string, AuditHeadRow | null>('head of a log', async (ids) => {
      const rows = await context.session.rows<AuditHeadRow>(sql`
select ${columnsOf(AuditHead)} from ${tableOf(AuditHead)} t where t.organization_id = any(${ids})`);
      const byOwner = new Map(rows.map((row) => [row.organizationId, row]));
      return ids.map((id) => byOwner.get(id) ?? null);
    })
    .load(organizationId);
}
