import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import { type ErrorCode, errorCodes } from '../../shared/errors';
import { type RequestScope, toldTo } from '../errors/request-scope';
import { byHeader } from './by-header';

const mediaTypes = ['application/json', 'application/graphql-response+json'];

/** The media type of a GraphQL answer. A client that accepts neither gets JSON rather than nothing. */
export const answerMediaType = byHeader(
  'accept',
  (request) => new Negotiator(request).mediaType(mediaTypes) ?? 'application/json',
);

export function answerJson(
  response: ServerResponse,
  status: number,
  body: string,
  mediaType = 'application/json',
): void {
  response.statusCode = status;
  response.setHeader('content-type', `${mediaType}; charset=utf-8`);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly detail?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Refuses the whole request; every refusal looks like a GraphQL error, whatever the route. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { code, detail, retryAfter }: Refusal,
  scope: RequestScope,
): void {
  const { status } = errorCodes[code];
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  if (status === 503) response.setHeader('retry-after', '2');
  if (retryAfter) response.setHeader('retry-after', String(retryAfter));
  const extensions = { code, ...(detail && { detail }), ...(retryAfter && { retryAfter }) };
  const errors = [toldTo(scope, { message: '', extensions })];
  const mediaType = request.url?.startsWith('/graphql') ? answerMediaType(request) : 'application/json';
  answerJson(response, status, `${JSON.stringify({ errors })}\n`, mediaType);
}
