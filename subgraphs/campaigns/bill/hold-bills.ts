import sql from 'sql-template-tag';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** Until the transaction ends nobody else adds or imports bills: two would find that neither knows a bill, and both add it. */
export async function holdBills(context: SubgraphContext): Promise<void> {
  await context.session.rows(sql`select pg_advisory_xact_lock(hashtextextended('campaigns.bill', 0))`);
}
