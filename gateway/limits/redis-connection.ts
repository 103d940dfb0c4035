import { Redis } from 'ioredis';
import type { Logger } from '../../shared/logger';

export interface RedisConnection {
  readonly client: Redis;
  close(): Promise<void>;
}

/** How long a request may be held up by a Redis that does not answer, in milliseconds. */
const patience = 500;

/**
 * A connection that comes back by itself and never makes anybody wait: while it is away, or silent for longer than our
 * patience, commands fail at once. Nothing in it is worth a failed start of the hub.
 */
export function connectRedis(url: string, logger: Logger): RedisConnection {
  const client = new Redis(url, {
    connectionName: 'tahaluf-gateway',
    connectTimeout: 1_000,
    commandTimeout: patience,
    // Then it is no longer "ready" until it has answered, so that later requests need no patience at all. Longer than
    // this process may be busy itself, or it would hang up on a Redis that has answered.
    socketTimeout: 2 * patience,
    disconnectTimeout: patience,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempts) => Math.min(attempts * 100, 2_000),
  });
  let away = false;
  let closing = false;
  const lost = (reason: string) => {
    if (!away && !closing) logger.warn({ reason }, 'Redis is away: each gateway counts for itself');
    away = true;
  };
  // Without a listener the library writes every failed attempt to the console; one line for each outage is enough.
  client.on('error', ({ message }: Error) => lost(message));
  // One that is back before the first attempt was away all the same.
  client.on('close', () => lost('the connection was closed'));
  client.on('ready', () => {
    if (away) logger.info('Redis is back');
    away = false;
  });
  const close = async () => {
    closing = true;
    client.disconnect();
  };
  return { client, close };
}
