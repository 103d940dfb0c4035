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
    .loader<string, Colleague | null>(`colleagues of ${organizationId}`, async (ids) => {
      const rows = await context.session.rows<Colleague>(sql`
select ${columnsOf(Colleague)} from members.colleague t
where t.organization_id = ${organizationId} and t.id = any(${ids})`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    })
    .load(personId);
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
