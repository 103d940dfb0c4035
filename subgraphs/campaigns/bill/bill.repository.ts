import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { loadChildren } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import { matchesSearch } from '../../../shared/database/search';
import { hasTag } from '../../../shared/database/tags';
import { today } from '../../../shared/schema/calendar';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode } from '../../../shared/taxonomy/term';
import { Bill, BillTag } from './bill.entity';
import type { BillFilter } from './bill.inputs';
import { BillAction, type BillRelation } from './bill-parts.type';
import { billStatus } from './bill-status';
import { billStatusSql } from './bill-status.sql';
import { requireShortText } from './short-text';

/** Days of actions are the legislature's own; the hub compares them with the day in UTC. */
const dayOfStatus = () => today('UTC');

/** Bills that meet a filter, by identifier. */
export function billList(filter?: BillFilter | null): ListQuery {
  return {
    name: 'bills',
    columns: columnsOf(Bill),
    from: sql`campaigns.bill t`,
    where: conditions(filter ?? {}),
    orderBy: { name: 'identifier', key: sql`t.identifier` },
  };
}

function conditions(filter: BillFilter): Sql[] {
  const found: Sql[] = [];
  if (filter.search != null) found.push(...matchesSearch('campaigns', 'bill', filter.search));
  if (filter.jurisdiction != null) {
    found.push(sql`t.jurisdiction_id = ${requireId('Jurisdiction', filter.jurisdiction)}`);
  }
  if (filter.legislativeSession != null) {
    const session = requireShortText(filter.legislativeSession, 'legislativeSession');
    found.push(sql`t.legislative_session = ${session}`);
  }
  if (filter.subject != null)
    found.push(hasTag(BillTag, 'subjects', [requireShortText(filter.subject, 'subject')]));
  if (filter.status != null) {
    found.push(sql`${billStatusSql(dayOfStatus())} = ${requireCode('billStatuses', filter.status)}`);
  }
  return found;
}

/** The status of a bill today; all bills of a tick are one statement. */
export async function loadStatus(context: SubgraphContext, id: string): Promise<string> {
  return billStatus(await loadChildren(context, BillAction, id), dayOfStatus());
}

/** The bill behind a relation, of the same jurisdiction, or null when none is known here, or none that this viewer may see. */
export function loadRelated(
  context: SubgraphContext,
  { subjectId, legislativeSession, identifier }: BillRelation,
): Promise<Bill | null> {
  return context
    .loader<string, Bill | null>('related bills', async (keys) => {
      const rows = await context.session.rows<Bill & { key: string }>(sql`
select wanted.key, ${columnsOf(Bill)} from unnest(${keys}::text[]) wanted(key)
join campaigns.bill near on near.id = wanted.key::jsonb->>0
join campaigns.bill t on t.jurisdiction_id = near.jurisdiction_id
  and t.legislative_session = wanted.key::jsonb->>1 and t.identifier = wanted.key::jsonb->>2`);
      const byKey = new Map(rows.map((row) => [row.key, row]));
      return keys.map((wanted) => byKey.get(wanted) ?? null);
    })
    .load(JSON.stringify([subjectId, legislativeSession, identifier]));
}
