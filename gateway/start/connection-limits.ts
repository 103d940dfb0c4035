import type { Server } from 'node:http';
import proxyAddr from 'proxy-addr';
import { clientNetwork } from '../http/client-network';

/** How long a client may take, and how much of the hub it may hold meanwhile. Times are in milliseconds. */
export interface ConnectionLimits {
  /** Until the headers have arrived, counted from the connection: also for one that never says anything. */
  readonly headers: number;
  /** Until the whole request has arrived. */
  readonly request: number;
  /** Until a client takes the next piece of its answer; longer than an answer may take to be found. */
  readonly silence: number;
  /** Between two requests. */
  readonly idle: number;
  readonly headerBytes: number;
  /** Open at the same time. */
  readonly connections: number;
  /** Those of one client; proxies that are believed stand for many and have no such limit. */
  readonly connectionsPerClient: number;
}

export const defaultConnectionLimits: ConnectionLimits = {
  headers: 10_000,
  request: 30_000,
  silence: 40_000,
  idle: 65_000,
  headerBytes: 16 * 1024,
  connections: 5_000,
  connectionsPerClient: 200,
};

/** What `http.createServer` is told of them. */
export function serverOptions({ headers, request, idle, headerBytes }: ConnectionLimits) {
  return {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    maxHeaderSize: headerBytes,
    // Node looks for clients that are late this often.
    connectionsCheckingInterval: Math.min(headers, request) / 4,
  };
}

/** What can only be set, or counted, on the server itself. */
export function limitConnections(
  server: Server,
  { silence, connections, connectionsPerClient }: ConnectionLimits,
  trustedProxies: readonly string[],
): void {
  server.maxRequestsPerSocket = 10_000;
  server.maxConnections = connections;
  // Without a listener Node destroys a connection on which nothing has moved.
  server.timeout = silence;
  const isProxy = proxyAddr.compile([...trustedProxies]);
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress;
    // Gone already, before anybody could look at it.
    if (address === undefined) return;
    if (isProxy(address, 0)) return;
    const client = clientNetwork(address);
    const held = (open.get(client) ?? 0) + 1;
    if (held > connectionsPerClient) {
      socket.destroy();
      return;
    }
    open.set(client, held);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left > 0) open.set(client, left);
      else open.delete(client);
    });
  });
}
