import type { IncomingMessage } from 'node:http';
import rawBody from 'raw-body';
import { HubError } from '../../shared/errors';

/**
 * Reads the JSON body of a POST. Only `application/json` is read: the types that a browser sends across origins
 * without asking first are refused, which is what prevents cross-site request forgery.
 * @throws HubError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE or BAD_REQUEST
 */
export async function readGraphqlBody(request: IncomingMessage, limit: number): Promise<object> {
  checkContentType(request);
  const text = await readText(request, limit);
  const body = parseJson(text);
  if (Array.isArray(body))
    throw new HubError('BAD_REQUEST', 'Several operations in one request are not taken.');
  if (body === null || typeof body !== 'object')
    throw new HubError('BAD_REQUEST', 'The body must be an object.');
  return body;
}

function checkContentType(request: IncomingMessage): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json') {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', 'The content type must be application/json.');
  }
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  if (charset && !['charset=utf-8', 'charset="utf-8"', 'charset=utf8'].includes(charset)) {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', 'The charset must be UTF-8.');
  }
  if (![undefined, 'identity'].includes(request.headers['content-encoding'])) {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', 'Compressed bodies are not taken.');
  }
}

async function readText(request: IncomingMessage, limit: number): Promise<string> {
  try {
    const length = request.headers['content-length'];
    return await rawBody(request, { length, limit, encoding: 'utf-8' });
  } catch (error) {
    const tooLarge = (error as { type?: string }).type === 'entity.too.large';
    throw tooLarge
      ? new HubError('PAYLOAD_TOO_LARGE', `At most ${limit} bytes.`)
      : new HubError('BAD_REQUEST', 'The body did not arrive whole.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The message of the parser quotes the body.
    throw new HubError('BAD_REQUEST', 'The body is not valid JSON.');
  }
}
