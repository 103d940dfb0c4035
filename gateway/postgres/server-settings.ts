interface GivenSettings {
  readonly mark: string;
  readonly durable: boolean;
  /** At most; one hub needs about sixty. */
  readonly connections?: number | undefined;
}

/**
 * Given on the command line at every start, so that they also hold for a cluster that came out of a backup or
 * that was made by an older hub; postgresql.conf stays as initdb wrote it.
 */
export function serverSettings({ mark, durable, connections = 100 }: GivenSettings): string[] {
  const settings: Record<string, string> = {
    // How a later hub recognises a server that was left behind; see clusterMark.
    cluster_name: mark,
    // Only this machine, only TCP: a socket file would be one more door with rights of its own.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(connections),
    shared_buffers: '128MB',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Containers get 64 MB of /dev/shm, which parallel queries exhaust.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    // What an online backup needs.
    wal_level: 'replica',
    // The log must never hold what people wrote: no failing statements, no values of violated keys.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  const unsafeButFast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return Object.entries({ ...settings, ...(durable ? {} : unsafeButFast) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}
