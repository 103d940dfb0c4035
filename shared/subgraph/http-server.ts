import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import rawBody from 'raw-body';
import { type ErrorCode, errorCodes } from '../errors';
import type { Keyring } from '../identity/keyring';
import type { Logger } from '../logger';
import type { SubgraphExecutor, SubgraphRequest } from './executor';
import { SignedOnce, verifyRequest } from './request-signing';

export interface SubgraphServerOptions {
  readonly name: string;
  readonly execute: SubgraphExecutor;
  readonly isReady: () => boolean | Promise<boolean>;
  /** What the gateway signs requests for this subgraph with. */
  readonly keys: Keyring;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly logger: Logger;
}

export interface SubgraphServer {
  readonly port: number;
  /** Says "not ready", lets the requests in flight finish, then closes every connection. */
  close(): Promise<void>;
}

/** A batch of representations can be long; nothing else is. */
const maximumBodyBytes = 4 * 1024 * 1024;

/** Longer than the gateway keeps an idle connection, so that a connection is never closed under a request. */
const keepAliveTimeout = 65_000;

/** A subgraph as an HTTP service that answers its gateway and nobody else. Rejects when the port is taken. */
export async function serveSubgraph(options: SubgraphServerOptions): Promise<SubgraphServer> {
  const { name, host, port, logger } = options;
  let closing = false;
  const server = createServer({
    keepAliveTimeout,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    // The claims travel in a header and grow with agreements and hidden organisations; 16 KiB would end at twenty partners.
    maxHeaderSize: 1024 * 1024,
  });
  const once = new SignedOnce();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (closing) response.setHeader('connection', 'close');
    answer({ ...options, once }, request, response, () => closing).catch((error: unknown) => {
      const { name: type, message, stack } = error instanceof Error ? error : new Error(String(error));
      logger.error({ subgraph: name, err: { type, message, stack } }, 'a subgraph could not answer');
      if (response.headersSent) response.destroy();
      else refuse(response, 'INTERNAL_SERVER_ERROR');
    });
  });
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      closing = true;
      await closeServer(server);
    },
  };
}

async function answer(
  { execute, isReady, keys, once }: SubgraphServerOptions & { readonly once: SignedOnce },
  request: IncomingMessage,
  response: ServerResponse,
  isClosing: () => boolean,
): Promise<void> {
  const route = `${request.method} ${request.url}`;
  if (route === 'GET /health') return send(response, 200, '{"status":"alive"}');
  if (route === 'GET /ready') {
    const ready = !isClosing() && (await isReady());
    return send(response, ready ? 200 : 503, `{"status":"${ready ? 'ready' : 'not ready'}"}`);
  }
  if (route !== 'POST /graphql') return refuse(response, 'NOT_FOUND');

  const body = await readBody(request);
  if (body === null) return refuse(response, 'PAYLOAD_TOO_LARGE');
  const claims = verifyRequest(keys, request.headers, body);
  if (!claims) return refuse(response, 'UNAUTHENTICATED');
  // Signed by the gateway, so it is what the gateway's planner wrote.
  const asked = JSON.parse(body) as SubgraphRequest;
  if (!isQuery(asked) && once.isRepeated(request.headers)) return refuse(response, 'UNAUTHENTICATED');
  const result = await execute(asked, claims);
  send(response, 200, JSON.stringify(result));
}

/** Whoever could repeat a query has seen its answer; remembering each would be dear. */
const isQuery = ({ query }: SubgraphRequest) => /^\s*(query\b|\{)/.test(query) && !/\bmutation\b/.test(query);

/** @returns null when the body is too large or breaks off */
async function readBody(request: IncomingMessage): Promise<string | null> {
  try {
    const length = request.headers['content-length'];
    return await rawBody(request, { length, limit: maximumBodyBytes, encoding: 'utf-8' });
  } catch {
    request.resume();
    return null;
  }
}

/** The same bytes for every reason: whoever is not the gateway learns nothing. */
function refuse(response: ServerResponse, code: ErrorCode): void {
  const { status, en } = errorCodes[code];
  send(response, status, JSON.stringify({ errors: [{ message: en, extensions: { code } }] }));
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose answer was under way is kept afterwards, and would be waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const patience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(patience);
      resolve();
    });
  });
}
