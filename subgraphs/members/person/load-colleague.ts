import sql from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Colleague } from './colleague.entity';

/** A person as one organisation's colleague; the same person may be another's, too. */
export function loadColleague(
  context: SubgraphContext,
  organizationId: string,
  personId: string,
): Promise<Colleague | null> {
  return context
    .loader<string, Colleague | null>('colleagues', async (served) => {
      const [organizations, people] = [0, 1].map((n) => served.map((one) => one.split(' ')[n]!));
      const rows = await context.session.rows<Colleague>(sql`
select ${columnsOf(Colleague)} from members.colleague t
where (t.organization_id, t.id) in (select * from unnest(${organizations}::text[], ${people}::text[]))`);
      const found = new Map(rows.map((row) => [`${row.organizationId} ${row.id}`, row]));
      return served.map((one) => found.get(one) ?? null);
    })
    .load(`${organizationId} ${personId}`);
}

/**
 * Somebody who serves the viewer's own organisation now.
 * @throws Refusal NOT_FOUND
 */
export async function requireColleague(context: SubgraphContext, person: string): Promise<Colleague> {
  const id = requireId('Person', person);
  const { organizationId } = context.viewer;
  const colleague = organizationId === null ? null : await loadColleague(context, organizationId, id);
  if (!colleague || colleague.leftAt !== null) refuse('NOT_FOUND', 'person');
  return colleague;
}
