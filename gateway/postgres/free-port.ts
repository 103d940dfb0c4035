import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { PostgresError } from './postgres-error';

/**
 * Below the range from which systems take the ports of outgoing connections: while the server restarts, the
 * hub's own attempts to connect could otherwise be given the server's port and take it from it.
 */
const lowest = 15_000;
const highest = 32_000;

export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new PostgresError('POSTGRES_START_FAILED', `There is no free port between ${lowest} and ${highest}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
