import { join } from 'node:path';
import { backup } from '../../gateway/postgres/backup';
import type { ClusterOptions } from '../../gateway/postgres/cluster';
import { start } from './postgres-clusters';
import { password, query, temporaryFolder } from './postgres-support';

/** A stopped hub with a table `kept` of one row, and a backup of it. */
export async function backedUp(value = 7): Promise<{ folder: string; dataDirectory: string; file: string }> {
  const folder = temporaryFolder();
  const dataDirectory = join(folder, 'data');
  const cluster = await start({ dataDirectory });
  await query(cluster.adminUrl, `CREATE TABLE kept AS SELECT ${value} AS n`);
  await cluster.stop();
  const file = join(folder, 'backup.tar.gz');
  await backup({ dataDirectory, password, file });
  return { folder, dataDirectory, file };
}

/** What the table of {@link backedUp} holds now. */
export async function keptIn(dataDirectory: string, options: Partial<ClusterOptions> = {}): Promise<unknown> {
  const cluster = await start({ dataDirectory, ...options });
  const rows = await query<{ n: number }>(cluster.adminUrl, 'SELECT n FROM kept');
  await cluster.stop();
  return rows[0]?.n;
}
