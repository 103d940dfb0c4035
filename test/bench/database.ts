import { Client } from 'pg';
import { type Cluster, startCluster } from '../../gateway/postgres/cluster';
import { prepareDatabase } from '../../gateway/start/prepare-database';
import { subgraphs } from '../../subgraphs/registry';
import type { Subjects } from './requests';

export interface BenchDatabase {
  readonly cluster: Cluster;
  readonly url: string;
  readonly version: string;
  readonly subjects: Subjects;
}

/** A PostgreSQL of our own with the settings that a hub gives it, holding the coalition's data and the demo accounts. */
export async function startDatabase(directory: string, secret: string): Promise<BenchDatabase> {
  const cluster = await startCluster({
    dataDirectory: directory,
    password: secret,
    durable: true,
    connections: 200,
  });
  try {
    const url = cluster.adminUrl;
    await prepareDatabase({ adminUrl: url, subgraphs, secret, demo: true });
    return { cluster, url, ...(await look(url)) };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function look(url: string): Promise<Pick<BenchDatabase, 'version' | 'subjects'>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Autovacuum would gather these at a moment of its own, in the middle of somebody's round.
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ version: string; leads: string[]; reporting: string[] }>(`
select current_setting('server_version') as version,
  (select array_agg(distinct organization_id order by organization_id) from campaigns.campaign) as leads,
  (select array_agg(distinct organization_id order by organization_id) from (
    ${subgraphs.map(({ name }) => `select organization_id from ${name}.figure`).join(' union all ')}
    union all select organization_id from campaigns.campaign) owner) as reporting`);
    const { version, leads, reporting } = rows[0]!;
    return { version, subjects: { leads, reporting } };
  } finally {
    await client.end();
  }
}
