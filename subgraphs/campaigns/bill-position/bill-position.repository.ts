import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import type { ListQuery } from '../../../shared/database/page';
import { groupBy } from '../../../shared/group-by';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { BillPosition, type BillStance } from './bill-position.entity';

/** Present positions, the latest first. */
export function positionList(perParent: Sql, stance?: BillStance | null): ListQuery & { perParent: Sql } {
  return {
    name: 'bill positions',
    columns: columnsOf(BillPosition),
    from: sql`campaigns.bill_position t`,
    where: [sql`t.replaced_on is null`, ...(stance == null ? [] : [sql`t.stance = ${stance}`])],
    orderBy: { name: 'id', key: sql`t.id`, descending: true },
    perParent,
  };
}

/** How many organisations hold each stance on a bill now, as far as this viewer sees; one statement for all bills. */
export function countStances(context: SubgraphContext, billId: string): Promise<StanceCount[]> {
  return context
    .loader<string, StanceCount[]>('stances of bills', async (ids) => {
      const rows = await context.session.rows<StanceCount & { billId: string }>(sql`
select t.bill_id as "billId", t.stance, count(*)::int as count from campaigns.bill_position t
where t.bill_id = any(${ids}) and t.replaced_on is null group by t.bill_id, t.stance order by count(*) desc, t.stance`);
      const byBill = groupBy(rows, (row) => row.billId);
      return ids.map((id) => byBill.get(id) ?? []);
    })
    .load(billId);
}

export interface StanceCount {
  readonly stance: string;
  readonly count: number;
}

/** All versions of an organisation's position on a bill, the latest first; one statement for all of a tick. */
export function loadHistory(
  context: SubgraphContext,
  { organizationId, billId }: Pick<BillPosition, 'organizationId' | 'billId'>,
): Promise<BillPosition[]> {
  return context
    .loader<string, BillPosition[]>('history of positions', async (keys) => {
      const pairs = keys.map((key) => key.split(' ') as [string, string]);
      const rows = await context.session.rows<BillPosition>(sql`
select ${columnsOf(BillPosition)} from campaigns.bill_position t
join unnest(${pairs.map(([owner]) => owner)}::text[], ${pairs.map(([, bill]) => bill)}::text[]) wanted(owner, bill)
  on t.organization_id = wanted.owner and t.bill_id = wanted.bill
order by t.version desc`);
      const byKey = groupBy(rows, (row) => `${row.organizationId} ${row.billId}`);
      return keys.map((key) => byKey.get(key) ?? []);
    })
    .load(`${organizationId} ${billId}`);
}
