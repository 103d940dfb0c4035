import { findBinaries } from './binaries';
import { DataDirectory, openDataDirectory, removeHalfMade } from './data-directory';
import { stopLeftoverServer } from './leftover-server';
import { DataDirectoryLock, lockDataDirectory } from './lock';
import { clusterExists, createCluster } from './new-cluster';
import { adminUrl, assertPasswordUsable } from './password';
import { asDirectoryError } from './postgres-error';
import { finishInterruptedRestore } from './restored-cluster';
import { startServer } from './server';
import { shortenServerLog } from './server-log';
import { startServerWithPassword } from './server-with-password';
import { supervise, UnexpectedExit } from './supervision';
import { chooseDatabaseUser, giveTo } from './unprivileged-user';

export type ClusterStep =
  | 'waiting for the data folder'
  | 'checking the programs'
  | 'stopping the server of an earlier hub'
  | 'creating the database'
  | 'starting the server'
  | 'setting the password';

export interface ClusterOptions {
  /** HUB_DATA_DIR; the database is in its folder `postgres`. */
  dataDirectory: string;
  password: string;
  /** False gives up every promise about crashes for speed; tests only. */
  durable?: boolean;
  /** For more than one hub; the bench has three. */
  connections?: number;
  /** Only for callers that need to know it beforehand; a free one is found otherwise. */
  port?: number;
  /** A lock the caller holds already and will release itself. */
  lock?: DataDirectoryLock;
  stopDeadlineMs?: number;
  onStep?: (step: ClusterStep) => void;
  onExit?: (exit: UnexpectedExit) => void;
  /** The server is back, on the same port. */
  onRestart?: () => void;
}

export interface Cluster {
  adminUrl: string;
  port: number;
  /** The server's process now; it changes when the server is restarted. */
  readonly pid: number;
  /** Where the server writes what went wrong. */
  logFile: string;
  stop(): Promise<void>;
}

const logCheckMs = 3_600_000;

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  assertPasswordUsable(options.password);
  const data = await openDataDirectory(options.dataDirectory);
  options.onStep?.('waiting for the data folder');
  const lock = options.lock ?? (await lockDataDirectory(data.root, 'hub'));
  const release = async () => {
    if (!options.lock) await lock.release();
  };
  try {
    return await startLocked(data, options, release);
  } catch (error) {
    await release();
    throw asDirectoryError(error, data.root);
  }
}

async function startLocked(
  data: DataDirectory,
  options: ClusterOptions,
  releaseLock: () => Promise<void>,
): Promise<Cluster> {
  const { password, durable = true, connections, onStep, stopDeadlineMs } = options;
  await removeHalfMade(data);
  await finishInterruptedRestore(data);
  onStep?.('checking the programs');
  const user = await chooseDatabaseUser(data.cluster);
  const binaries = await findBinaries(user, data.root);

  if (await clusterExists(data.cluster, binaries.majorVersion)) {
    await stopLeftoverServer(data.cluster, () => onStep?.('stopping the server of an earlier hub'));
    await giveTo(user, data.cluster);
  } else {
    onStep?.('creating the database');
    await createCluster({ data, binaries, user, password, durable });
  }

  onStep?.('starting the server');
  const place = {
    clusterDirectory: data.cluster,
    log: data.log,
    binaries,
    user,
    durable,
    connections,
    stopDeadlineMs,
  };
  const first = await startServerWithPassword(place, {
    password,
    port: options.port,
    onPasswordChange: () => onStep?.('setting the password'),
  });
  const supervised = supervise(first, {
    async restart(signal) {
      await stopLeftoverServer(data.cluster);
      // The same port: the hub's pools know no other.
      return startServer({ ...place, port: first.port, signal });
    },
    onExit: options.onExit,
    onRestart: options.onRestart,
  });
  const logCheck = setInterval(() => void shortenServerLog(data.log).catch(() => undefined), logCheckMs);
  logCheck.unref();

  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    clearInterval(logCheck);
    await supervised.stop();
    await releaseLock();
  }
  return {
    adminUrl: adminUrl(first.port, password),
    port: first.port,
    get pid() {
      return supervised.pid;
    },
    logFile: data.log,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
