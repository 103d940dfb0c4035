import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Cluster, startCluster } from '../../gateway/postgres/cluster';
import { prepareDatabase } from '../../gateway/start/prepare-database';
import { subgraphs } from '../../subgraphs/registry';
import { seededDatabase, templateDatabase, testSecret } from './database';

let cluster: Cluster | undefined;
let directory: string | undefined;

/** A real PostgreSQL for the whole run: one seeded database to read, and a template of it to write to. */
export default async function setUp(): Promise<void> {
  directory = await mkdtemp(join(tmpdir(), 'tahaluf-test-'));
  cluster = await startCluster({
    dataDirectory: directory,
    password: testSecret,
    durable: false,
  });
  const admin = new Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  await admin.query(`create database ${templateDatabase}`);
  const url = new URL(cluster.adminUrl);
  url.pathname = templateDatabase;
  await prepareDatabase({ adminUrl: url.toString(), subgraphs, secret: testSecret, demo: true });
  await admin.query(`create database ${seededDatabase} template ${templateDatabase}`);
  await admin.end();
  process.env.TEST_ADMIN_URL = cluster.adminUrl;
}

export async function tearDown(): Promise<void> {
  await cluster?.stop();
  if (directory) await rm(directory, { recursive: true, force: true });
}
