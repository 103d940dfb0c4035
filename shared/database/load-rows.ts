import sql from 'sql-template-tag';
import { groupBy } from '../group-by';
import type { SubgraphContext } from '../subgraph/context';
import { columnsOf, tableOf } from './columns';

type Entity<Row> = abstract new () => Row;

/** The row with this id, or null when there is none for this viewer; all ids of a tick are one statement. */
export function loadById<Row extends { id: string }>(
  context: SubgraphContext,
  entity: Entity<Row>,
  id: string,
): Promise<Row | null> {
  return context
    .loader<string, Row | null>(`${entity.name} by id`, async (ids) => {
      const rows = await context.session.rows<Row>(sql`
select ${columnsOf(entity)} from ${tableOf(entity)} t where t.id = any(${ids})`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((wanted) => byId.get(wanted) ?? null);
    })
    .load(id);
}

/** The rows that belong to another row, in the order of the source; all parents of a tick are one statement. */
export async function loadChildren<Row extends { subjectId: string }>(
  context: SubgraphContext,
  entity: Entity<Row>,
  parentId: string,
): Promise<Row[]> {
  const rows = await context
    .loader<string, Row[]>(`${tableOf(entity).sql} of parents`, async (ids) => {
      const found = await context.session.rows<Row>(sql`
select ${columnsOf(entity)} from ${tableOf(entity)} t where t.subject_id = any(${ids}) order by t.position`);
      const byParent = groupBy(found, (row) => row.subjectId);
      return ids.map((wanted) => byParent.get(wanted) ?? []);
    })
    .load(parentId);
  context.spend(rows.length);
  return rows;
}
