import sql from 'sql-template-tag';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** Erases the contacts whose time is over, whoever they belong to. */
export async function eraseOldContacts({ session }: SubgraphContext): Promise<void> {
  await session.rows(sql`select from campaigns.erase_old_contacts()`);
}
