import type { IncomingMessage, ServerResponse } from 'node:http';
import cors from 'cors';

/**
 * Answers preflight requests and names the allowed origins; without any, browsers keep other sites out.
 * Credentials stay off: the hub knows tokens only, no cookies.
 */
export function crossOrigin(allowedOrigins: readonly string[]) {
  const handle = cors({
    origin: [...allowedOrigins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'accept-language', 'apollo-require-preflight'],
    exposedHeaders: ['x-request-id', 'content-language', 'retry-after'],
    maxAge: 3600,
  });
  /** True when the request was a preflight and is answered. */
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method === 'OPTIONS' && !request.headers['access-control-request-method']) {
      response.writeHead(204, { allow: 'GET, POST, OPTIONS', 'content-length': 0 }).end();
      return true;
    }
    await new Promise<void>((resolve, reject) => {
      handle(request, response, (error) => (error ? reject(error) : resolve()));
      // `cors` ends a preflight itself and does not call back.
      if (response.writableEnded) resolve();
    });
    return response.writableEnded;
  };
}
