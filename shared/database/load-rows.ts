import sql from 'sql-template-tag';
import { groupBy } from '../group-by';
import type { SubgraphContext } from '../subgraph/context';
import { tableOf } from './columns';
import { columnsAsked, withUnread } from './columns-asked';

type Entity<Row> = abstract new () => Row;

/** The row with this id, or null when there is none for this viewer; all ids of a tick are one statement. */
export function loadById<Row extends { id: string }>(
  context: SubgraphContext,
  entity: Entity<Row>,
  id: string,
): Promise<Row | null> {
  return context
    .loader<string, Row | null>(`${entity.name} by id`, async (ids) => {
      const columns = columnsAsked(context, entity);
      const rows = await context.session.rows<Row>(sql`
select ${columns} from ${tableOf(entity)} t where t.id = any(${ids})`);
      const byId = new Map(withUnread(columns, rows).map((row) => [row.id, row]));
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
      const columns = columnsAsked(context, entity);
      const found = await context.session.rows<Row>(sql`
select ${columns} from ${tableOf(entity)} t where t.subject_id = any(${ids}) order by t.position`);
      const byParent = groupBy(withUnread(columns, found), (row) => row.subjectId);
      return ids.map((wanted) => byParent.get(wanted) ?? []);
    })
    .load(parentId);
  context.spend(rows.length);
  return rows;
}
