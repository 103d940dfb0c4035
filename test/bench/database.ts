import { Client } from 'pg';
import { type Cluster, startCluster } from '../../gateway/postgres/cluster';
import { prepareDatabase } from '../../gateway/start/prepare-database';
import { newId } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import type { Subjects } from './queries';

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
    return { cluster, url, ...(await readFacts(url)) };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** A sign-in of somebody, which tokens of a hub in production name. */
export async function signIn(url: string, person: { personId: string; organizationId: string }) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const id = newId('SignIn');
    await client.query('insert into members.sign_in (id, person_id, organization_id) values ($1, $2, $3)', [
      id,
      person.personId,
      person.organizationId,
    ]);
    return id;
  } finally {
    await client.end();
  }
}

/** What the bench must know of the data before it can ask about them. */
export async function readFacts(url: string): Promise<Pick<BenchDatabase, 'version' | 'subjects'>> {
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
