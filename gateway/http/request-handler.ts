import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HubError } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import { logUnexpected } from '../errors/log-masked';
import { type RequestScope, scopeOf } from '../errors/request-scope';
import { answerJson, refuse } from './answer';
import { clientAddress } from './client-address';
import { crossOrigin } from './cross-origin';
import { answerGraphql, type GraphqlRoute } from './graphql-route';
import { setSecurityHeaders } from './security-headers';
import { wantedLanguages } from './wanted-languages';

export interface RequestHandlerOptions extends GraphqlRoute {
  /** Data is being served. */
  readonly isReady: () => boolean;
  /** Operations are taken; false once the gateway is closed. */
  readonly isOpen: () => boolean;
  /** The connection should not be kept for another request. */
  readonly isDraining: () => boolean;
  /** Answers the explorer page and its files; false when the path is not one of them. Absent when switched off. */
  readonly explorer?: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
  readonly allowedOrigins: readonly string[];
  /** Addresses of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
  readonly logger: Logger;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Everything HTTP, without a framework: there is one route that matters, and it is on every request's way. */
export function createRequestHandler(options: RequestHandlerOptions): RequestHandler {
  const { logger } = options;
  const answerCrossOrigin = crossOrigin(options.allowedOrigins);
  const addressOf = clientAddress(options.trustedProxies);

  const route = async (request: IncomingMessage, response: ServerResponse, facts: Facts): Promise<void> => {
    const { url } = facts;
    if (url.pathname === '/graphql') {
      if (await answerCrossOrigin(request, response)) return;
      if (!options.isOpen()) throw new HubError('HUB_UNAVAILABLE');
      return answerGraphql(options, request, response, facts);
    }
    const page = pages[url.pathname];
    if (!page && !options.explorer) throw new HubError('NOT_FOUND');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      throw new HubError('METHOD_NOT_ALLOWED');
    }
    if (page) return page(response, options);
    if (!(await options.explorer?.(request, response, url))) throw new HubError('NOT_FOUND');
  };

  return async (request, response) => {
    const startedAt = performance.now();
    // Ids from outside could be chosen to confuse a log; ours is the only one.
    const requestId = randomUUID();
    const languages = wantedLanguages(request);
    const scope = scopeOf({ requestId, languages });
    const address = addressOf(request);
    setCommonHeaders(request, response, scope, options.isDraining());
    try {
      const facts = { url: targetOf(request), requestId, languages, address };
      await route(request, response, facts);
    } catch (error) {
      const refusal = asRefusal(error, logger, requestId);
      if (refusal.code === 'UNAUTHENTICATED') {
        logger.warn({ requestId, address }, 'refused a token');
      }
      if (response.headersSent) response.destroy();
      else refuse(request, response, refusal, scope);
    }
    if (!request.complete) discardBody(request);
    const milliseconds = Math.round(performance.now() - startedAt);
    logger.debug(
      { requestId, method: request.method, status: response.statusCode, milliseconds },
      'answered',
    );
  };
}

type Facts = Parameters<typeof answerGraphql>[3];

const pages: Record<string, (response: ServerResponse, options: RequestHandlerOptions) => void> = {
  '/health': (response) => answerJson(response, 200, '{"status":"alive"}\n'),
  '/ready': (response, { isReady }) =>
    isReady()
      ? answerJson(response, 200, '{"status":"ready"}\n')
      : answerJson(response, 503, '{"status":"not ready"}\n'),
};

function setCommonHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { requestId, language }: RequestScope,
  draining: boolean,
): void {
  setSecurityHeaders(request, response);
  response.setHeader('x-request-id', requestId);
  response.setHeader('content-language', language);
  response.setHeader('vary', 'Accept, Accept-Language, Authorization');
  response.setHeader('cache-control', 'no-store');
  if (draining) response.setHeader('connection', 'close');
}

/**
 * A refused body is let in for a moment and thrown away: a client that is still sending sees the refusal only
 * if the connection stays open, and one that never ends is cut off.
 */
function discardBody(request: IncomingMessage): void {
  request.resume();
  const patience = setTimeout(() => request.destroy(), 2_000).unref();
  request.once('close', () => clearTimeout(patience));
}

function targetOf(request: IncomingMessage): URL {
  // Only the path matters; the host header is the client's to choose.
  const target = `http://hub${request.url ?? '/'}`;
  if (!URL.canParse(target)) throw new HubError('BAD_REQUEST', 'The address cannot be read.');
  return new URL(target);
}

function asRefusal(error: unknown, logger: Logger, requestId: string) {
  if (error instanceof HubError) return error;
  logUnexpected(logger, { requestId }, error);
  return { code: 'INTERNAL_SERVER_ERROR' } as const;
}
