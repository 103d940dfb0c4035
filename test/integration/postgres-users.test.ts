import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start, stopClusters } from './postgres-clusters';
import {
  asRoot,
  asRootOnly,
  ordinaryUser,
  query,
  runChild,
  serversBelow,
  shortHub,
  temporaryFolder,
} from './postgres-support';

afterEach(stopClusters);

test('an ordinary user runs the database as itself', async () => {
  const dataDirectory = join(temporaryFolder(), 'data');
  mkdirSync(dataDirectory);
  if (asRoot) chownSync(dataDirectory, 65534, 65534);
  const child = runChild(shortHub, { dataDirectory }, { user: ordinaryUser });
  await child.next('stopped');
  const expected = ordinaryUser.uid ?? process.getuid?.();
  expect(statSync(join(dataDirectory, 'postgres/PG_VERSION')).uid).toBe(expected);
  expect(await child.ended).toBe(0);
  expect(serversBelow(dataDirectory)).toEqual([]);
});

asRootOnly('a folder that the user may not write is named in the error', async () => {
  const folder = temporaryFolder();
  for (const dataDirectory of [folder, join(folder, 'data')]) {
    await expect(
      runChild(shortHub, { dataDirectory }, { user: ordinaryUser }).next('started'),
    ).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_NOT_WRITABLE',
      message: expect.stringContaining(folder),
    });
  }
});

asRootOnly('a file where the folder should be is named in the error', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(start({ dataDirectory: file })).rejects.toMatchObject({ code: 'DATA_DIRECTORY_NOT_WRITABLE' });
});

asRootOnly('root runs the database as an unprivileged user, also below a folder closed to it', async () => {
  const closed = join(temporaryFolder(), 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const dataDirectory = join(closed, 'data');
  for (const round of [1, 2]) {
    const cluster = await start({ dataDirectory, password: `password-${round}` });
    const owner = statSync(`/proc/${cluster.pid}`).uid;
    expect(owner).not.toBe(0);
    expect(statSync(join(dataDirectory, 'postgres')).uid).toBe(owner);
    await cluster.stop();
  }
});

asRootOnly('a folder that root copied is handed to the user the database runs as', async () => {
  const folder = temporaryFolder();
  const cluster = await start({ dataDirectory: join(folder, 'original') });
  await query(cluster.adminUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
  await cluster.stop();
  cpSync(join(folder, 'original'), join(folder, 'copy'), { recursive: true });
  expect(statSync(join(folder, 'copy/postgres/PG_VERSION')).uid).toBe(0);
  const copy = await start({ dataDirectory: join(folder, 'copy') });
  expect(await query(copy.adminUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

asRootOnly('the data keeps its owner when a better user appears', async () => {
  const dataDirectory = temporaryFolder();
  await (await start({ dataDirectory })).stop();
  const cluster = join(dataDirectory, 'postgres');
  spawnSync('chown', ['-R', '65534:65534', cluster]);
  const again = await start({ dataDirectory });
  expect(statSync(`/proc/${again.pid}`).uid).toBe(65534);
});
