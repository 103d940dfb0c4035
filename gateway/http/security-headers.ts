import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Nothing in a JSON answer is ever to be run, framed or loaded. */
const forAnswers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  // Other origins may read answers where CORS lets them.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
});

export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  forAnswers(request, response, (error) => {
    if (error) throw error;
  });
}
