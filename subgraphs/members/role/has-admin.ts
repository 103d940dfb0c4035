import sql from 'sql-template-tag';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** Whether somebody administers the organisation, which others do not see. */
export async function hasAdmin({ session }: SubgraphContext, organizationId: string): Promise<boolean> {
  const [row] = await session.rows<{ found: boolean }>(
    sql`select members.has_admin(${organizationId}) as found`,
  );
  return row!.found;
}
