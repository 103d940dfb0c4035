import sql from 'sql-template-tag';
import { columnsOf, tableOf } from '../../../shared/database/columns';
import { groupBy } from '../../../shared/group-by';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import { ApiKey } from './api-key.entity';

/** The tools of an organisation; those of all that are asked for are one statement. */
export async function loadClientsOf(context: SubgraphContext, organizationId: string): Promise<ApiClient[]> {
  const clients = await context
    .loader<string, ApiClient[]>('tools of organisations', async (ids) => {
      const rows = await context.session.rows<ApiClient>(sql`
select ${columnsOf(ApiClient)} from ${tableOf(ApiClient)} t where t.organization_id = any(${ids}) order by t.id`);
      const byOwner = groupBy(rows, (row) => row.organizationId);
      return ids.map((id) => byOwner.get(id) ?? []);
    })
    .load(organizationId);
  context.spend(clients.length);
  return clients;
}

/** The keys of a tool; those of all that are asked for are one statement. */
export async function loadKeysOf(context: SubgraphContext, clientId: string): Promise<ApiKey[]> {
  const keys = await context
    .loader<string, ApiKey[]>('keys of tools', async (ids) => {
      const rows = await context.session.rows<ApiKey>(sql`
select ${columnsOf(ApiKey)} from ${tableOf(ApiKey)} t where t.client_id = any(${ids}) order by t.id`);
      const byClient = groupBy(rows, (row) => row.clientId);
      return ids.map((id) => byClient.get(id) ?? []);
    })
    .load(clientId);
  context.spend(keys.length);
  return keys;
}
