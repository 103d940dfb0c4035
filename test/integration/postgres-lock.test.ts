import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDirectory, lockHolder } from '../../gateway/postgres/lock';
import { start, stopClusters } from './postgres-clusters';
import { query, runChild, stayingHub, temporaryFolder, until } from './postgres-support';

afterEach(stopClusters);

describe('the lock of the data folder', () => {
  test('refuses a second hub, in this process and in another, and leaves the first alone', async () => {
    const dataDirectory = temporaryFolder();
    const first = await start({ dataDirectory });
    await expect(start({ dataDirectory })).rejects.toMatchObject({ code: 'DATA_DIRECTORY_IN_USE' });
    const other = runChild(stayingHub, { dataDirectory });
    await expect(other.next('started')).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_IN_USE',
      message: expect.stringContaining(String(process.pid)),
    });
    expect(await query(first.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await first.stop();
    await start({ dataDirectory });
  });

  test('of a hub that was killed goes to exactly one of many', async () => {
    const dataDirectory = temporaryFolder();
    const take = `
      const { lockDataDirectory } = hub('lock.js');
      await new Promise((resolve) => setTimeout(resolve, options.at - Date.now()));
      await lockDataDirectory(options.dataDirectory, 'hub').then(
        () => report('took', {}), (error) => report('refused', { code: error.code }));
      setInterval(() => {}, 1000);`;
    for (let round = 0; round < 3; round++) {
      const at = Date.now() + 700;
      const rivals = Array.from({ length: 6 }, () => runChild(take, { dataDirectory, at }));
      await until('all have tried', () => rivals.every(({ reports }) => reports.length > 0));
      const outcomes = rivals.map(({ reports }) => reports[0]);
      expect(outcomes.filter((outcome) => outcome?.kind === 'took')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome?.code === 'DATA_DIRECTORY_IN_USE')).toHaveLength(5);
      for (const { process: rival } of rivals) rival.kill('SIGKILL');
      await Promise.all(rivals.map(({ ended }) => ended));
    }
  });

  test('of a process whose number was given to another is free', async () => {
    const dataDirectory = temporaryFolder();
    const hub = runChild(
      `await hub('lock.js').lockDataDirectory(options.dataDirectory, 'hub'); report('locked', {}); setInterval(() => {}, 1000);`,
      { dataDirectory },
    );
    await hub.next('locked');
    expect(await lockHolder(dataDirectory)).toMatchObject({ pid: hub.process.pid });
    const [name] = readdirSync(join(dataDirectory, 'hub.lock'));
    const file = join(dataDirectory, 'hub.lock', name ?? '');
    const entry = JSON.parse(readFileSync(file, 'utf8')) as object;
    // Our own number with another start time: alive, but not the one that took the lock.
    writeFileSync(file, JSON.stringify({ ...entry, pid: process.pid }));
    const lock = await lockDataDirectory(dataDirectory, 'hub');
    await lock.release();
    expect(await lockHolder(dataDirectory)).toBeUndefined();
  });

  test('of a hub in another container holds as long as that shows signs of life', async () => {
    const dataDirectory = temporaryFolder();
    const folder = join(dataDirectory, 'hub.lock');
    mkdirSync(folder);
    const file = join(folder, '1');
    writeFileSync(
      file,
      JSON.stringify({ purpose: 'hub', pid: 1, identity: '1', space: 'elsewhere', released: false }),
    );
    const pulse = setInterval(() => utimesSync(file, new Date(), new Date()), 300);
    try {
      await expect(lockDataDirectory(dataDirectory, 'hub')).rejects.toMatchObject({
        code: 'DATA_DIRECTORY_IN_USE',
      });
    } finally {
      clearInterval(pulse);
    }
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, longAgo, longAgo);
    await (await lockDataDirectory(dataDirectory, 'hub')).release();
  });
});
