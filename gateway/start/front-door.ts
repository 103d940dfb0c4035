import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCodes } from '../../shared/errors';
import { sentenceLanguage } from '../errors/sentence-language';
import type { RequestHandler } from '../http/request-handler';
import { wantedLanguages } from '../http/wanted-languages';
import { systemErrorCode } from '../postgres/postgres-error';
import {
  type ConnectionLimits,
  defaultConnectionLimits,
  limitConnections,
  serverOptions,
} from './connection-limits';
import { StartError } from './start-error';

export interface FrontDoor {
  readonly port: number;
  /** From now on requests go to the gateway. */
  openTo(handler: RequestHandler): void;
  /** Takes no new connections, lets answers under way finish, then cuts what is left. */
  close(): Promise<void>;
}

export interface FrontDoorOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Addresses of proxies, which hold connections for many. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: Partial<ConnectionLimits>;
}

/**
 * Takes the port before anything else is started, so that a port that is taken costs nothing, and says "alive,
 * not ready" until there is a gateway.
 * @throws StartError PORT_TAKEN or ADDRESS_NOT_AVAILABLE
 */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { host, port, trustedProxies = [] } = options;
  const limits = { ...defaultConnectionLimits, ...options.limits };
  let handler: RequestHandler = notReady;
  const server = createServer(serverOptions(limits), (request, response) => void handler(request, response));
  limitConnections(server, limits, trustedProxies);
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    openTo(next) {
      handler = next;
    },
    close: () => closeServer(server),
  };
}

const notReady: RequestHandler = async (request, response) => {
  const alive = request.url === '/health';
  const { status, ...sentences } = errorCodes.HUB_UNAVAILABLE;
  const message = sentences[sentenceLanguage(wantedLanguages(request))];
  response.writeHead(alive ? 200 : status, {
    'content-type': 'application/json; charset=utf-8',
    'retry-after': '2',
  });
  response.end(
    alive
      ? '{"status":"alive"}\n'
      : `${JSON.stringify({ errors: [{ message, extensions: { code: 'HUB_UNAVAILABLE' } }] })}\n`,
  );
  request.resume();
};

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(asStartError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function asStartError(error: Error, host: string, port: number): Error {
  const code = systemErrorCode(error);
  if (code === 'EADDRINUSE') {
    return new StartError(
      'PORT_TAKEN',
      `Port ${port} on ${host} is taken. Stop what uses it, or set PORT to another.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(
      'ADDRESS_NOT_AVAILABLE',
      `Cannot listen on ${host} port ${port} (${code}). Set HUB_HOST or PORT.`,
    );
  }
  return error;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose answer was under way is kept afterwards, and would be waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const patience = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(patience);
      resolve();
    });
  });
}
