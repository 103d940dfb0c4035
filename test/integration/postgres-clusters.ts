import { type Cluster, type ClusterOptions, startCluster } from '../../gateway/postgres/cluster';
import { cleanUp, password } from './postgres-support';

const running: Cluster[] = [];

/** A cluster that `stopClusters` ends, whatever the test does with it. */
export async function start(options: Partial<ClusterOptions> & { dataDirectory: string }): Promise<Cluster> {
  const cluster = await startCluster({ password, durable: false, ...options });
  running.push(cluster);
  return cluster;
}

/** For `afterEach`: nothing that a test started outlives it. */
export async function stopClusters(): Promise<void> {
  for (const cluster of running.splice(0)) await cluster.stop();
  await cleanUp();
}
